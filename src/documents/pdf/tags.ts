import type { KitDocument, KitElement } from './pdfkit-internals.ts';

/**
 * The structure that assistive technology reads: headings, paragraphs, a table of rows and cells. It costs an object a
 * cell, so it is left out of long reports; every mark is then empty.
 */
export class Tags {
  readonly #kit: KitDocument | null;
  readonly #root: KitElement | null;
  /** What ends a marked part of a page. */
  readonly end: string;
  /** What begins a part of a page that is no content: lines, repeated headers, page numbers. */
  readonly artifact: string;

  constructor(kit: KitDocument, tagged: boolean) {
    this.#kit = tagged ? kit : null;
    this.#root = this.#kit?.struct('Document') ?? null;
    if (this.#root) kit.addStructure(this.#root);
    this.end = tagged ? ' EMC\n' : '\n';
    this.artifact = tagged ? '/Artifact BMC ' : '';
  }

  /** An element of the document, or of its parent; null where nothing is tagged. */
  element(
    type: string,
    parent: KitElement | null = this.#root,
    options?: Record<string, unknown>,
  ): KitElement | null {
    if (!this.#kit || !parent) return null;
    const element = this.#kit.struct(type, options);
    parent.add(element);
    return element;
  }

  /** Begins a part of the page at hand that belongs to an element. */
  begin(type: string, element: KitElement | null): string {
    if (!this.#kit || !element) return '';
    // pdfkit numbers the mark; what it writes for it goes with the page's own stream, which ours replaces.
    const content = this.#kit.markStructureContent(type);
    this.#kit.page.markings.pop();
    element.add(content);
    return `/${type}<</MCID ${content.refs[0]?.mcid}>>BDC `;
  }

  finish(): void {
    this.#root?.end();
  }
}
