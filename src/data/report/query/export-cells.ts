import type { FileColumn } from '#domain/columns.ts';
import { PRIORITY_LABELS } from '#domain/priority.ts';
import { NOT_READY } from '#domain/ready-to-assign.ts';
import { DETAILED_FACTS, STATUS_FACTS } from '#domain/status.ts';
import { literal } from './literals.ts';

/** How a value leaves the database: as it is stored, as a spreadsheet takes it, or readable with nothing added. */
export type CellStyle = 'stored' | 'spreadsheet' | 'strict';

type Cell = Pick<FileColumn, 'key' | 'kind'> & { sql: string };

/** The SQL of a cell in each style. Dates are ISO and phone numbers E.164 in all of them. */
export const CELLS: Record<CellStyle, (column: Cell) => string> = {
  stored: ({ sql }) => sql,
  spreadsheet: (column) =>
    column.kind === 'text' ? guarded(column.sql) : readable(column, `to_char(${column.sql}, 'FMHH12:MI AM')`),
  strict: (column) => readable(column, `to_char(${column.sql}, 'HH24:MI')`),
};

/** Labels for enums, Yes and No for flags, the given time of day; anything else as it is. */
function readable({ key, kind, sql }: Cell, time: string): string {
  if (kind === 'time') return time;
  if (kind === 'flag') return `CASE WHEN ${sql} THEN 'Yes' ELSE 'No' END`;
  return kind === 'enum' ? `CASE ${sql} ${labels(key)} END` : sql;
}

/**
 * A text that a spreadsheet would take for a formula gets a quote before it. Phone numbers begin with + and are no free
 * text; identifiers are checked when they come in.
 */
function guarded(sql: string): string {
  return `CASE WHEN left(${sql}, 1) IN ('=', '+', '-', '@', E'\\t', E'\\r', E'\\n') THEN '''' || ${sql} ELSE ${sql} END`;
}

function labels(key: string): string {
  const of = {
    priority: Object.entries(PRIORITY_LABELS),
    status: Object.entries(STATUS_FACTS).map(([status, { label }]) => [status, label]),
    notReadyBecause: Object.entries(NOT_READY),
    detailedStatus: Object.entries(DETAILED_FACTS).map(([detailed, { label }]) => [detailed, label]),
  }[key];
  if (!of) throw new Error(`${key} has no labels`);
  return of.map(([value, label]) => `WHEN ${literal(value)} THEN ${literal(label)}`).join(' ');
}
