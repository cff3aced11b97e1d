import { wrongSize } from './picture-size.ts';

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

const DAMAGED = 'is a damaged JPEG: it is not whole. Save it again, then send it again.';
const END = 0xd9;
const SCAN = 0xda;

/**
 * What is wrong with a JPEG; null when nothing is: whole segments, a frame of some size, pixels and an end. Telephones put
 * previews and short films after the end, which no program takes for a part of the picture. Source: ITU-T T.81, B.
 */
export function checkJpeg(bytes: Uint8Array): string | null {
  let at = 2;
  let frame = false;
  let pixels = false;
  while (at + 4 <= bytes.length || bytes[at + 1] === END) {
    if (bytes[at] !== 0xff) return DAMAGED;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) return frame && pixels ? null : DAMAGED;
    if (marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) return DAMAGED;
    const length = uint16(bytes, at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return DAMAGED;
    if (isFrame(marker)) {
      if (length < 8) return DAMAGED;
      const wrong = wrongSize(uint16(bytes, at + 7), uint16(bytes, at + 5));
      if (wrong) return wrong;
      frame = true;
    }
    at += 2 + length;
    if (marker !== SCAN) continue;
    if (!frame) return DAMAGED;
    pixels = true;
    at = endOfScan(bytes, at);
  }
  return DAMAGED;
}

/** SOF0 to SOF15, which share their numbers with three tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Where the next marker stands that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
