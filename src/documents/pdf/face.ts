import { controlPicture } from '../xml-text.ts';
import type { Fontkit, KitFont } from './pdfkit-internals.ts';

/** Text as operators for between BT and ET at a font size of 1, its width in thousandths of the size, and how many characters had to be replaced. */
export type Shaped = { operators: string; width: number; missing: number };

type Glyph = { hex: string; width: number };

/** Drawn in place of what the font does not hold: a white square. Copied and searched, it is the real character. */
const REPLACEMENT = 0x25a1;
const KEPT_TEXTS = 5_000;
const KEPT_PAIRS = 50_000;
const CLUSTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Without alternates that depend on neighbours: no arrow for `->`. */
const PLAIN = { calt: false, liga: false, clig: false };

/** A typeface in a document: turns text into glyphs, with kerning and with figures of one width. */
export class Face {
  readonly id: string;
  readonly #kit: KitFont;
  readonly #font: Fontkit;
  readonly #glyphs = new Map<number, Glyph | null>();
  readonly #kerning = new Map<number, number>();
  readonly #shaped = new Map<string, Shaped>();

  constructor(kit: KitFont) {
    this.id = kit.id;
    this.#kit = kit;
    this.#font = kit.font;
    for (const glyph of this.#font.layout('0123456789', ['tnum']).glyphs) {
      const figure = glyph.codePoints[0] ?? 0;
      this.#glyphs.set(figure, this.#include(glyph.id, glyph.advanceWidth, [figure]));
    }
  }

  /** Shapes a text, and remembers it: for words, which repeat. */
  shape(text: string): Shaped {
    const known = this.#shaped.get(text);
    if (known) return known;
    const shaped = this.shapeOnce(text);
    if (this.#shaped.size >= KEPT_TEXTS) this.#shaped.clear();
    this.#shaped.set(text, shaped);
    return shaped;
  }

  /** Shapes a line of text. */
  shapeOnce(text: string): Shaped {
    let hex = '[<';
    let width = 0;
    let previous = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const glyph = isSimple(code) ? this.#glyph(code) : null;
      if (!glyph) return this.#shapeClusters(text);
      const kern = previous > 0x39 && code > 0x39 ? this.#kern(previous, code) : 0;
      if (kern !== 0) {
        hex += `>${-kern}<`;
        width += kern;
      }
      hex += glyph.hex;
      width += glyph.width;
      previous = code;
    }
    return { operators: `${hex}>]TJ`, width, missing: 0 };
  }

  /** Text with marks that combine, with controls, or beyond the font: cluster by cluster. */
  #shapeClusters(text: string): Shaped {
    const all: Shaped = { operators: '', width: 0, missing: 0 };
    let unknown = '';
    let boxes = 0;
    const flush = () => {
      if (boxes === 0) return;
      const box = this.#glyph(REPLACEMENT) ?? this.#include(0, 600, [0xfffd]);
      all.operators += `/Span<</ActualText<${utf16(unknown)}>>>BDC[<${box.hex.repeat(boxes)}>]TJ EMC `;
      all.width += box.width * boxes;
      all.missing += boxes;
      unknown = '';
      boxes = 0;
    };
    for (const { segment } of CLUSTERS.segment(text.normalize('NFC').replaceAll('\t', '    '))) {
      if (this.#holds(segment)) {
        flush();
        this.#appendCluster(segment, all);
      } else {
        unknown += segment.replace(/\p{Cc}/gu, (c) => (c < ' ' ? controlPicture(c) : '\ufffd'));
        boxes++;
      }
    }
    flush();
    return all;
  }

  #holds(cluster: string): boolean {
    return [...cluster].every(
      (c) => !/\p{Cc}|\p{Cs}/u.test(c) && this.#font.hasGlyphForCodePoint(c.codePointAt(0) ?? 0),
    );
  }

  #appendCluster(cluster: string, all: Shaped): void {
    const codePoint = cluster.codePointAt(0) ?? 0;
    const single = String.fromCodePoint(codePoint) === cluster ? this.#glyph(codePoint) : null;
    if (single) {
      all.operators += `<${single.hex}>Tj `;
      all.width += single.width;
      return;
    }
    const run = this.#font.layout(cluster, PLAIN);
    run.glyphs.forEach((glyph, i) => {
      const at = run.positions[i] ?? { xAdvance: 0, xOffset: 0, yOffset: 0 };
      const { hex, width } = this.#include(glyph.id, glyph.advanceWidth, glyph.codePoints);
      const offset = at.xOffset * this.#kit.scale;
      const advance = at.xAdvance * this.#kit.scale;
      const rise = (at.yOffset * this.#kit.scale) / 1000;
      all.operators += `${round(rise)} Ts[${round(-offset)}<${hex}>${round(offset + width - advance)}]TJ 0 Ts `;
      all.width += advance;
    });
  }

  #glyph(codePoint: number): Glyph | null {
    const known = this.#glyphs.get(codePoint);
    if (known !== undefined) return known;
    let glyph: Glyph | null = null;
    if (this.#font.hasGlyphForCodePoint(codePoint)) {
      const { id, advanceWidth } = this.#font.glyphForCodePoint(codePoint);
      glyph = this.#include(id, advanceWidth, [codePoint]);
    }
    this.#glyphs.set(codePoint, glyph);
    return glyph;
  }

  /** Notes a glyph in the part of the font that the document carries. */
  #include(id: number, advance: number, codePoints: number[]): Glyph {
    const place = this.#kit.subset.includeGlyph(id);
    const width = advance * this.#kit.scale;
    this.#kit.widths[place] ??= width;
    this.#kit.unicode[place] ??= codePoints;
    return { hex: place.toString(16).padStart(4, '0'), width };
  }

  /** What two neighbours move together, in thousandths; fontkit is asked once a pair. */
  #kern(left: number, right: number): number {
    const pair = left * 0x10000 + right;
    const known = this.#kerning.get(pair);
    if (known !== undefined) return known;
    const { glyphs, positions } = this.#font.layout(String.fromCharCode(left, right), PLAIN);
    const [first] = glyphs;
    const kern = glyphs.length === 2 && first ? (positions[0]?.xAdvance ?? 0) - first.advanceWidth : 0;
    if (this.#kerning.size >= KEPT_PAIRS) this.#kerning.clear();
    this.#kerning.set(pair, round(kern * this.#kit.scale));
    return round(kern * this.#kit.scale);
  }
}

/** A character that is one glyph whatever stands beside it: no control, no mark that combines, no half of a pair. */
function isSimple(code: number): boolean {
  if (code < 0x300) return code >= 0x20 && (code < 0x7f || code > 0x9f);
  if (code < 0x370) return false;
  return (
    code < 0x483 ||
    (code > 0x489 && code < 0x530) ||
    (code >= 0x1e00 && code < 0x200b) ||
    (code > 0x200f && code < 0x2028)
  );
}

function utf16(text: string): string {
  let hex = 'feff';
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(4, '0');
  return hex;
}

function round(n: number): number {
  return Math.round(n * 1000) / 1000;
}
