import type { Face, Shaped } from './face.ts';

/** Where a line may end: after blanks, and after dashes, slashes and commas. */
const BREAKS = /(?<=[ \u2013\-/,;])/u;
const LINE_ENDS = /\r\n|[\n\r\u2028\u2029]/;
const CLUSTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text as lines that fit a width (thousandths of the size). Words too long for it are broken; nothing is left out. */
export function wrap(text: string, width: number, face: Face): Shaped[] {
  if (text === '') return [];
  const whole = LINE_ENDS.test(text) ? null : face.shape(text);
  if (whole && whole.width <= width) return [whole];
  return text.split(LINE_ENDS).flatMap((line) => wrapLine(line, width, face));
}

function wrapLine(text: string, width: number, face: Face): Shaped[] {
  const whole = face.shape(text);
  if (whole.width <= width) return [whole];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of text.split(BREAKS).flatMap((word) => fitting(word, width, face))) {
    const needed = face.shape(piece.trimEnd()).width;
    if (line !== '' && used + needed > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += piece;
    used += face.shape(piece).width;
  }
  if (line !== '') lines.push(line);
  return lines.map((part) => face.shape(part.trimEnd()));
}

/** A word, or its parts where it alone is wider than a line. */
function fitting(word: string, width: number, face: Face): string[] {
  if (face.shape(word.trimEnd()).width <= width) return [word];
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const { segment } of CLUSTERS.segment(word)) {
    const needed = face.shape(segment).width;
    if (part !== '' && used + needed > width) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += segment;
    used += needed;
  }
  return part === '' ? parts : [...parts, part];
}
