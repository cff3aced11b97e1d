/** First bytes of what people send for a document, and how we call it. */
const SIGNATURES: [signature: string, words: string][] = [
  ['PK\x03\x04', 'a ZIP archive, as Word and Excel files are'],
  ['PK\x05\x06', 'an empty ZIP archive'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'a file of an old Office program'],
  ['{\\rtf', 'a rich text file'],
  ['GIF8', 'a GIF picture'],
  ['II*\0', 'a TIFF picture'],
  ['MM\0*', 'a TIFF picture'],
  ['RIFF', 'a WebP picture or a recording'],
  ['BM', 'a bitmap picture'],
  ['MZ', 'a Windows program'],
  ['\x7fELF', 'a program'],
  ['#!', 'a script'],
  ['\x1f\x8b', 'a compressed file'],
  ['Rar!', 'an archive'],
  ["7z\xbc\xaf'\x1c", 'an archive'],
  ['%!PS', 'a PostScript program'],
];

/** What a file that is no document of ours seems to be; null when that is anybody's guess. */
export function resembles(bytes: Uint8Array): string | null {
  const start = latin1(bytes.subarray(0, 512));
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (known) return known[1];
  if (/^....ftyp(hei[cx]|mif1|avif)/s.test(start)) return 'a HEIC or AVIF picture';
  if (/^(\xef\xbb\xbf)?\s*(<\?xml|<svg|<!doctype|<html|<script|<!--)/i.test(start))
    return 'a web page or a drawing in XML';
  if (/%PDF-\d/.test(start)) return 'a PDF with something else before its beginning';
  return null;
}

/** Bytes as text of as many characters. */
export function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
