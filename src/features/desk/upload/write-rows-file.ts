import type { UploadedRow } from '#data/uploads/engine/select-rows.ts';
import type { Upload } from '#data/uploads/upload.ts';
import { REFUSED_LABEL } from '#domain/carrier-list/mapping.ts';
import type { RowOutcome } from '#domain/carrier-list/outcome.ts';
import { describeChanges } from '#domain/order-changes.ts';

/**
 * The rows of an upload as CSV for spreadsheets, under the columns of its own file. Refused rows have the reason as a last
 * column: mended, the file can be uploaded again. Results have what became of each row, and of which order.
 */
export async function* writeRowsFile(
  { headers }: Pick<Upload, 'headers'>,
  rows: AsyncIterable<UploadedRow>,
  of: 'refused' | 'results',
): AsyncGenerator<Uint8Array> {
  // A file of refused rows that came back has the column already; its reasons are those of another day.
  const kept = [...headers.keys()].filter((i) => headers[i] !== REFUSED_LABEL);
  const added = of === 'refused' ? [REFUSED_LABEL] : RESULT_LABELS;
  yield Buffer.from(`\ufeff${line([...kept.map((i) => headers[i] ?? ''), ...added])}`);
  for await (const row of rows) {
    const told = of === 'refused' ? [row.because ?? ''] : resultOf(row);
    yield Buffer.from(line([...kept.map((i) => row.cells[i] ?? ''), ...told]));
  }
}

const RESULT_LABELS = ['Row', 'Result', 'Why', 'What changed', 'Order', 'Request', 'Partner'];

const RESULTS: Record<RowOutcome, string> = {
  ready: 'Will change',
  changed: 'Changed',
  unchanged: 'Unchanged',
  refused: 'Refused',
  conflict: 'Changed by others',
  undone: 'Undone',
  kept: 'Changed, not undone',
};

function resultOf({ record, outcome, because, warning, changes, order }: UploadedRow): string[] {
  return [
    String(record),
    RESULTS[outcome],
    [because, warning].filter((text) => text !== null).join(' '),
    describeChanges(changes),
    String(order?.orderId ?? ''),
    order?.requestId ?? '',
    unformulated(order?.partner ?? ''),
  ];
}

/** A name that a spreadsheet would compute gets what our own files put before one. */
function unformulated(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}

function line(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;
}
