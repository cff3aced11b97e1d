import type { ReportColumn } from '#domain/columns.ts';
import { countedRows } from '../counted-rows.ts';
import type { ReportWriter, RowBatch } from '../report-document.ts';
import { utf8Rows } from '../utf8-chunks.ts';

/**
 * The report as JSON lines: an object a row, with the columns' keys. Phone numbers in E.164, ISO dates, times `HH:MM`,
 * enums by their slugs, flags as booleans, null for blank. Pure rows: the facts stand on the export's receipt.
 * A whole file ends with a line break; see ReportWriter for the rest.
 */
export const writeNdjson: ReportWriter = async function* (facts, columns, rows, signal, onRows) {
  const lines = lineWriter(columns);
  for await (const batch of countedRows(facts, rows, signal, onRows)) yield* utf8Rows(batch, lines);
};

function lineWriter(columns: readonly ReportColumn[]): (rows: RowBatch) => string {
  const members = columns.map((column, i) => `${i === 0 ? '{' : ','}"${column.key}":`);
  const values = columns.map(valueWriter);
  return (rows) => {
    let lines = '';
    for (const row of rows) {
      for (let i = 0; i < members.length; i++) {
        const value = row[i];
        lines += (members[i] ?? '') + (value === null || value === undefined ? 'null' : values[i]?.(value));
      }
      lines += '}\n';
    }
    return lines;
  };
}

function valueWriter(column: ReportColumn): (value: string) => string {
  if (column.kind === 'flag') return (value) => (value === 't' ? 'true' : 'false');
  if (column.kind === 'time') return (value) => `"${value.slice(0, 5)}"`;
  return JSON.stringify;
}
