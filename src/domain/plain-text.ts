/**
 * Text in one line without characters that show nothing or change how others show: control characters, line and paragraph
 * separators, marks that turn the direction of what follows, and halves of characters. What a header, a file's name or a
 * list may show.
 */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffd]/gu, '')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();
}
