import type { Face, Shaped } from './face.ts';

/** Where a line may end: after blanks, and after dashes, slashes and commas. */
const BREAKS = /(?<=[ \u2013\-/,;])/u;
const LINE_ENDS = /\r\n|[\n\r\u2028\u2029]/;
const CLUSTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text as shaped lines that fit a width, in thousandths of the font's size. */
export function wrap(text: string, width: number, face: Face): Shaped[] {
  if (text === '') return [];
  const whole = LINE_ENDS.test(text) ? null : face.shapeOnce(text);
  if (whole && whole.width <= width) return [whole];
  return wrapText(text, width, (part) => face.shape(part).width).map((line) => face.shapeOnce(line));
}

/** A text as lines that fit a width. Words too long for it are broken; nothing is left out but blanks where lines end. */
export function wrapText(text: string, width: number, widthOf: (text: string) => number): string[] {
  return text.split(LINE_ENDS).flatMap((line) => wrapLine(line, width, widthOf));
}

function wrapLine(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of text.split(BREAKS).flatMap((word) => fitting(word, width, widthOf))) {
    if (line !== '' && used + widthOf(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    line += piece;
    used += widthOf(piece);
  }
  return [...lines, line.trimEnd()];
}

/** A word, or its parts where it alone is wider than a line. */
function fitting(word: string, width: number, widthOf: (text: string) => number): string[] {
  if (widthOf(word.trimEnd()) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const { segment } of CLUSTERS.segment(word)) {
    const needed = widthOf(segment);
    if (part !== '' && used + needed > width) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += segment;
    used += needed;
  }
  return [...parts, part];
}
