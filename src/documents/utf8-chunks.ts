import type { RowBatch } from './report-document.ts';

const CHUNK_BYTES = 256 * 1024;
/** Texts built by appending are cheap to encode while they are short: rows by the hundred take three times as long. */
const ROWS_AT_ONCE = 10;

/** The rows of a batch as bytes, in chunks that are a pleasure to compress. `write` gets the rows and the place of their first in the batch. */
export function* utf8Rows(
  batch: RowBatch,
  write: (rows: RowBatch, first: number) => string,
): Generator<Uint8Array, void, undefined> {
  let buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  let length = 0;
  for (let first = 0; first < batch.length; first += ROWS_AT_ONCE) {
    const text = write(batch.slice(first, first + ROWS_AT_ONCE), first);
    const most = text.length * 3;
    if (length + most > buffer.length) {
      if (length > 0) yield buffer.subarray(0, length);
      buffer = Buffer.allocUnsafeSlow(Math.max(CHUNK_BYTES, most));
      length = 0;
    }
    length += buffer.write(text, length);
  }
  if (length > 0) yield buffer.subarray(0, length);
}
