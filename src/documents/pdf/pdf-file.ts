import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { STATUSES } from '#domain/status.ts';
import { COLOURS, type Paper } from '../look.ts';
import type { ReportFacts } from '../report-document.ts';
import { xmlText } from '../xml-text.ts';
import { Face, type Shaped } from './face.ts';
import type { PageCanvas } from './page-canvas.ts';
import {
  type Fontkit,
  internals,
  type KitDocument,
  type KitFont,
  type KitPage,
  type KitReference,
} from './pdfkit-internals.ts';
import { rgb, STATUS_MARKS } from './status-marks.ts';

const compress = promisify(deflate);
/** A page is short: a small window costs nothing in size, and much less to set up for each. */
const COMPRESSION = { level: 1, windowBits: 13, memLevel: 7 };
/** Pages that are compressed beside the event loop while the next are laid out. */
const PAGES_IN_FLIGHT = 4;
const PAGE_BYTES = 160 * 1024;
const PARSED = new Map<string, Fontkit>();
const FONTS = path.join(process.cwd(), 'node_modules/@expo-google-fonts/inter');

/**
 * A PDF that grows page by page: pdfkit keeps objects, fonts and pages, the pages' content comes ready from us. What is
 * known only at the end (the number of pages, of replaced characters) is a form that every page draws and that is
 * written last.
 */
export class PdfFile {
  readonly kit: KitDocument;
  readonly regular: Face;
  readonly semibold: Face;
  readonly #document: InstanceType<typeof PDFDocument>;
  readonly #fonts: Record<string, KitReference>;
  readonly #forms: Record<string, KitReference> = {};
  readonly #inFlight: { page: KitPage; content: Promise<Buffer> }[] = [];
  /** Buffers of pages that were compressed, to be used again. */
  readonly #spare: Buffer[] = [];
  #pages = 0;

  constructor(facts: ReportFacts, paper: Paper, tagged: boolean) {
    this.#document = new PDFDocument({
      size: [paper.width, paper.height],
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      lang: facts.language,
      tagged,
      displayTitle: true,
      info: documentInfo(facts),
    });
    this.kit = internals(this.#document);
    const regular = this.#font('400Regular/Inter_400Regular.ttf');
    const semibold = this.#font('600SemiBold/Inter_600SemiBold.ttf');
    this.regular = new Face(regular);
    this.semibold = new Face(semibold);
    this.#fonts = { [regular.id]: regular.ref(), [semibold.id]: semibold.ref() };
    for (const status of STATUSES) {
      this.#forms[markForm(status)] = this.#form([-1, -1, 17, 17]);
      this.#forms[markForm(status)]?.end(Buffer.from(STATUS_MARKS[status]));
    }
  }

  /** Number of pages begun so far. */
  get pages(): number {
    return this.#pages;
  }

  /** Begins a page; the tags and bookmarks that follow belong to it. */
  beginPage(): void {
    this.#document.addPage();
    this.#pages++;
    Object.assign(this.kit.page.fonts, this.#fonts);
    Object.assign(this.kit.page.xobjects, this.#forms);
  }

  /** Ends the page at hand with what was drawn on it. The canvas is free for the next page. */
  endPage(canvas: PageCanvas): void {
    const { buffer, length } = canvas.contentIn(this.#spare.pop() ?? Buffer.allocUnsafeSlow(PAGE_BYTES));
    canvas.clear();
    this.#inFlight.push({
      page: this.kit.page,
      content: compress(buffer.subarray(0, length), COMPRESSION).finally(() => this.#spare.push(buffer)),
    });
    // From here on the page is ours to write, in its turn; pdfkit would hold or write it by its own.
    this.kit._pageBuffer.length = 0;
  }

  bookmark(title: string): void {
    this.kit.outline.addItem(title);
  }

  /** A form that pages may draw now and whose text is given at the end. */
  laterText(name: string, width: number, size: number): void {
    this.#forms[name] = this.#form([0, -size, width, size * 2]);
  }

  giveText(name: string, shaped: Shaped, face: Face, size: number): void {
    const text = `BT ${rgb(COLOURS.caption)} rg /${face.id} ${1} Tf ${size} 0 0 ${size} 0 0 Tm ${shaped.operators} ET`;
    this.#forms[name]?.end(Buffer.from(text, 'latin1'));
  }

  /** Bytes that are ready, once no more than a few pages are being compressed. */
  async ready(): Promise<Uint8Array | null> {
    while (this.#inFlight.length > PAGES_IN_FLIGHT) await this.#writePage();
    return this.#read();
  }

  /** The rest of the file: pages, fonts, bookmarks and the table of objects that makes it whole. */
  async finish(): Promise<Uint8Array | null> {
    while (this.#inFlight.length > 0) await this.#writePage();
    this.#document.end();
    return this.#read();
  }

  async #writePage(): Promise<void> {
    const next = this.#inFlight.shift();
    if (!next) return;
    const { content } = next.page;
    content.compress = false;
    content.buffer = [];
    content.data = { Filter: 'FlateDecode' };
    content.write(await next.content);
    next.page.end();
    // pdfkit keeps a reference to every page; what was written need not stay.
    for (const written of [next.page.dictionary, next.page.resources, content]) written.data = {};
  }

  /** A font is parsed once for all documents; each document has its own part of it. */
  #font(file: string): KitFont {
    const parsed = PARSED.get(file);
    this.#document.font((parsed as unknown as string | undefined) ?? readFileSync(path.join(FONTS, file)));
    PARSED.set(file, this.kit._font.font);
    return this.kit._font;
  }

  #read(): Uint8Array | null {
    return this.#document.read() as Uint8Array | null;
  }

  #form(box: number[]): KitReference {
    return this.kit.ref({ Type: 'XObject', Subtype: 'Form', BBox: box, Resources: { Font: this.#fonts } });
  }
}

/** The name of the form that draws a status's mark. */
export function markForm(status: string): string {
  return `Mark-${status}`;
}

/** pdfkit puts these texts into the file's XML as they are: a text that is escaped where it is inserted into another. */
class InfoText extends String {
  override toString(): string {
    return xmlText(super.toString());
  }
}

function documentInfo(facts: ReportFacts): PDFKit.DocumentInfo {
  const texts = { Title: facts.title, Author: facts.madeBy.name, Subject: facts.confidentiality };
  return {
    ...(Object.fromEntries(
      Object.entries(texts).map(([key, text]) => [key, new InfoText(text)]),
    ) as unknown as PDFKit.DocumentInfo),
    Creator: 'Partner Portal',
    CreationDate: facts.asOf,
    ModDate: facts.asOf,
  };
}
