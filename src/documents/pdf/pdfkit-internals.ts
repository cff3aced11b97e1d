import type PDFDocument from 'pdfkit';

/**
 * The parts of pdfkit and its fontkit that its types leave out and that writing pages as single streams needs. pdfkit
 * is pinned; tests read whole files back, so a release that changes these shows.
 */
export type KitDocument = {
  page: KitPage;
  _font: KitFont;
  /** Pages that are not written yet. With `bufferPages` they are ours to end. */
  _pageBuffer: KitPage[];
  ref(data: Record<string, unknown>): KitReference;
  outline: { addItem(title: string): unknown };
  struct(type: string, options?: Record<string, unknown>): KitElement;
  addStructure(element: KitElement): unknown;
  markStructureContent(type: string): KitContent;
};

export type KitReference = {
  data: Record<string, unknown>;
  buffer: unknown[];
  compress: boolean;
  write(chunk: Uint8Array): void;
  end(chunk?: Uint8Array): void;
};

export type KitPage = {
  dictionary: KitReference;
  resources: KitReference;
  content: KitReference;
  fonts: Record<string, KitReference>;
  xobjects: Record<string, KitReference>;
  markings: unknown[];
  end(): void;
};

/** An element of the structure tree that assistive technology reads. */
export type KitElement = { add(child: KitElement | KitContent): KitElement; end(): void };

/** A marked part of a page's content. */
export type KitContent = { refs: { mcid: number }[] };

/** An embedded font: the glyphs that were used, with their widths (thousandths of the size) and characters. */
export type KitFont = {
  id: string;
  scale: number;
  capHeight: number;
  subset: { includeGlyph(id: number): number };
  widths: number[];
  unicode: number[][];
  font: Fontkit;
  ref(): KitReference;
};

export type Fontkit = {
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): FontkitGlyph;
  layout(text: string, features?: readonly string[] | Record<string, boolean>): FontkitRun;
};

export type FontkitGlyph = { id: number; advanceWidth: number; codePoints: number[] };

export type FontkitRun = {
  glyphs: FontkitGlyph[];
  positions: { xAdvance: number; xOffset: number; yOffset: number }[];
};

/** A document with its inner parts. */
export function internals(document: InstanceType<typeof PDFDocument>): KitDocument {
  return document as unknown as KitDocument;
}
