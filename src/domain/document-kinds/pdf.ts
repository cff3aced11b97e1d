import { dangerIn } from './pdf-names.ts';
import { checkPacked } from './pdf-packed.ts';
import { latin1 } from './resembles.ts';

const DAMAGED = 'is a damaged PDF: it is not whole. Save it again, then send it again.';
/** Far more than what follows the last table of any PDF. */
const TAIL = 2048;

export function isPdf(bytes: Uint8Array): boolean {
  return latin1(bytes.subarray(0, 5)) === '%PDF-';
}

/**
 * What is wrong with a PDF; null when nothing is: it is whole, nothing follows its end, nothing in it is locked, and nothing
 * in it runs, starts, sends or brings along anything. Names are looked for in every byte of the file, wherever a program
 * might read an object from, and in objects that are packed together. Source: ISO 32000-2, 7.2 to 7.5 and 12.6.
 */
export function checkPdf(bytes: Uint8Array): string | null {
  if (!/^%PDF-[12]\.\d[\s%]/.test(latin1(bytes.subarray(0, 9)))) return DAMAGED;
  const tail = latin1(bytes.subarray(-TAIL));
  const end = tail.lastIndexOf('%%EOF');
  if (end < 0 || !/startxref\s+\d+\s*$/.test(tail.slice(0, end))) return DAMAGED;
  if (/[^\s\0]/.test(tail.slice(end + 5))) {
    return 'is a PDF with something else after its end. Save it again, then send it again.';
  }
  return dangerIn(bytes) ?? checkPacked(bytes);
}
