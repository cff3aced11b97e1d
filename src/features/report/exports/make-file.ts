import 'server-only';
import { streamReportCsv } from '#data/report/stream-report-csv.ts';
import { streamReportRows } from '#data/report/stream-report-rows.ts';
import { type ReportFacts, RowsDisagree } from '#documents/report-document.ts';
import { WRITERS } from '#documents/writers.ts';
import { column } from '#domain/columns.ts';
import type { Viewer } from '#domain/viewer.ts';
import { exportFacts } from './export-facts.ts';
import type { ExportAsked } from './export-url.ts';

type Partner = { id: number; name: string };
type OnRows = (written: number) => void;

/**
 * Begins a file: its facts, and its bytes as they are asked for, both of one snapshot. Aborting the signal ends the query,
 * also when no byte was asked for. Throws NotFound for a stranger.
 */
export async function makeFile(
  viewer: Viewer,
  partner: Partner,
  { format, columns: keys, request }: ExportAsked,
  signal: AbortSignal,
  onRows: OnRows,
): Promise<{ facts: ReportFacts; bytes: AsyncIterable<Uint8Array> }> {
  const columns = keys.map(column);
  const writer = WRITERS[format];
  if (writer.from === 'rows') {
    const write = await writer.load();
    const opened = await streamReportRows(viewer, partner, request, keys, signal);
    const facts = exportFacts(viewer, partner, request, opened.facts);
    return { facts, bytes: write(facts, columns, opened.rows, signal, onRows) };
  }
  const write = await writer.load();
  const opened = await streamReportCsv(viewer, partner, request, keys, signal, writer.style);
  const facts = exportFacts(viewer, partner, request, opened.facts);
  const counted = (tell: OnRows) => write(columns, opened.records, tell);
  return { facts, bytes: whole(facts.rows, counted, onRows) };
}

/** The bytes, failing at their end unless there were as many rows as promised. */
async function* whole(
  promised: number,
  write: (onRows: OnRows) => AsyncIterable<Uint8Array>,
  onRows: OnRows,
): AsyncGenerator<Uint8Array, void, undefined> {
  let written = 0;
  yield* write((rows) => {
    written = rows;
    onRows(rows);
  });
  if (written !== promised) throw new RowsDisagree(written, promised);
}
