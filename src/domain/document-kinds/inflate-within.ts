import { Inflate } from 'fflate';

/** How much may still be read and written: what many streams use up together. */
export type Budget = { in: number; out: number };

const STEP = 4096;

class TooMuch extends Error {}

/**
 * What a zlib stream that begins at `from` unpacks to; it ends where it says so itself, whatever stands around it. No more is
 * unpacked than the budget allows, whatever the stream would come to.
 */
export function inflateWithin(
  bytes: Uint8Array,
  from: number,
  budget: Budget,
): Uint8Array | 'damaged' | 'too much' {
  if (!isZlib(bytes[from] ?? 0, bytes[from + 1] ?? 0)) return 'damaged';
  const parts: Uint8Array[] = [];
  const inflate = new Inflate((part) => {
    budget.out -= part.length;
    if (budget.out < 0) throw new TooMuch();
    if (part.length > 0) parts.push(part);
  });
  try {
    for (let at = from + 2; !hasEnded(inflate); at += STEP) {
      if (at >= bytes.length) return 'damaged';
      budget.in -= STEP;
      if (budget.in < 0) return 'too much';
      inflate.push(bytes.subarray(at, at + STEP));
    }
    return joined(parts);
  } catch (error) {
    return error instanceof TooMuch ? 'too much' : 'damaged';
  }
}

/** fflate tells nobody where a stream ended. Inside, it asks as here: the last block was begun, and none is open. */
function hasEnded(inflate: Inflate): boolean {
  const { s } = inflate as unknown as { s: { f?: number; l?: unknown } };
  return Boolean(s.f) && !s.l;
}

function isZlib(method: number, flags: number): boolean {
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0 && (flags & 0x20) === 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
