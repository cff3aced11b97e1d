import type { FileColumn } from '#domain/columns.ts';

const BYTE_ORDER_MARK = '\ufeff';

/**
 * A report as CSV for spreadsheets, from records that have no header and end in line feeds: a byte order mark, so that
 * Excel reads UTF-8, a header of labels, and records that end as RFC 4180 says. Line breaks inside a cell stay as they are.
 */
export async function* writeCsv(
  columns: readonly FileColumn[],
  records: AsyncIterable<Uint8Array>,
  onRows?: (written: number) => void,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(BYTE_ORDER_MARK);
  yield* writeStrictCsv(columns, records, onRows);
}

/** The same as RFC 4180 has it, for programs: without the byte order mark. */
export async function* writeStrictCsv(
  columns: readonly FileColumn[],
  records: AsyncIterable<Uint8Array>,
  onRows?: (written: number) => void,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${columns.map(({ label }) => quoted(label)).join(',')}\r\n`);
  let inQuotes = false;
  let written = 0;
  for await (const chunk of records) {
    const ended = endRecords(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength), inQuotes);
    inQuotes = ended.inQuotes;
    yield ended.bytes;
    // What was added is a carriage return for each record.
    written += ended.bytes.length - chunk.byteLength;
    onRows?.(written);
  }
}

/** Every other part between quotes lies outside of them; the quote that quotes another begins and ends an empty part. */
function endRecords(chunk: Buffer, startsInQuotes: boolean): { bytes: Buffer; inQuotes: boolean } {
  const parts = chunk.toString('latin1').split('"');
  for (let at = startsInQuotes ? 1 : 0; at < parts.length; at += 2) {
    parts[at] = parts[at]?.replaceAll('\n', '\r\n') ?? '';
  }
  const inQuotes = startsInQuotes === (parts.length % 2 === 1);
  return { bytes: Buffer.from(parts.join('"'), 'latin1'), inQuotes };
}

function quoted(label: string): string {
  return /[",\r\n]/.test(label) ? `"${label.replaceAll('"', '""')}"` : label;
}
