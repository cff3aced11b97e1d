import { RowsDisagree } from './report-document.ts';

/** The bytes that `write` makes, failing at their end unless there were as many rows as promised. */
export async function* wholeRecords(
  promised: number,
  write: (onRows: (written: number) => void) => AsyncIterable<Uint8Array>,
  onRows: (written: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  let written = 0;
  yield* write((rows) => {
    written = rows;
    onRows(rows);
  });
  if (written !== promised) throw new RowsDisagree(written, promised);
}
