import 'server-only';
import { streamReportCsv } from '#data/report/stream-report-csv.ts';
import { streamReportRows } from '#data/report/stream-report-rows.ts';
import type { ReportFacts } from '#documents/report-document.ts';
import { wholeRecords } from '#documents/whole-records.ts';
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
  return { facts, bytes: wholeRecords(facts.rows, counted, onRows) };
}
