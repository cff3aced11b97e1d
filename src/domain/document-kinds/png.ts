import { wrongSize } from './picture-size.ts';
import { latin1 } from './resembles.ts';

const SIGNATURE = '\x89PNG\r\n\x1a\n';

export function isPng(bytes: Uint8Array): boolean {
  return latin1(bytes.subarray(0, 8)) === SIGNATURE;
}

/**
 * What is wrong with a PNG; null when nothing is: whole chunks from IHDR to IEND with pixels between them, a size that a
 * screen can hold, and nothing after the end. Source: PNG specification, third edition, 5 and 11.
 */
export function checkPng(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  let pixels = false;
  for (let first = true; at + 12 <= bytes.length; first = false) {
    const length = view.getUint32(at);
    const type = latin1(bytes.subarray(at + 4, at + 8));
    const next = at + 12 + length;
    if (!/^[A-Za-z]{4}$/.test(type) || next > bytes.length) break;
    if (first && (type !== 'IHDR' || length !== 13)) break;
    if (first) {
      const wrong = wrongSize(view.getUint32(at + 8), view.getUint32(at + 12));
      if (wrong) return wrong;
    }
    if (type === 'IDAT') pixels ||= length > 0;
    if (type === 'IEND') return endOf(bytes, next, pixels);
    at = next;
  }
  return 'is a damaged PNG: it is not whole. Save it again, then send it again.';
}

function endOf(bytes: Uint8Array, end: number, pixels: boolean): string | null {
  if (!pixels) return 'is a damaged PNG: there is no picture in it.';
  if (end < bytes.length)
    return 'is a PNG with something else after its end. Save it again, then send it again.';
  return null;
}
