import type { QueueColumn } from '#domain/order-queue.ts';
import { bindings } from '../../report/query/bindings.ts';
import type { Query } from '../../tenant.ts';
import { withoutWays } from '../../without-ways.ts';
import { CLOSED, conditionsOf, type ResolvedFilter } from './conditions.ts';
import type { SegmentRequest } from './read-segment.ts';
import { QUEUE_KEYS } from './sorts.ts';

/** The sorts that follow time: orders are made and worked one after the other. */
const OF_TIME: ReadonlySet<QueueColumn> = new Set(['order', 'request', 'since', 'changed']);
/** What is skipped is known to the 256th part of the sort. */
const HALVINGS = 8;

/** Whether orders of some days are asked for in a sort that follows time. */
export function isOfDays({ resolved: { filter }, column }: SegmentRequest): boolean {
  return OF_TIME.has(column) && (filter.dates !== null || filter.age !== null);
}

/**
 * A filter by days keeps closed orders that lie close together in a sort that follows time, perhaps far from where a walk
 * along it begins. Answers a value of the sort before which the filter leaves none from there on, as the text of its type:
 * the index of days tells it without a look at most orders. Null where there is nothing to gain.
 */
export async function skipEmpty(query: Query, request: SegmentRequest): Promise<string | null> {
  const { resolved, column, segment, up } = request;
  const ends = await endsOf(query, column);
  if (!ends) return null;
  const begin = segment.from?.key ? numberOf(column, segment.from.key) : up ? ends.low : ends.high;
  let empty = begin;
  let full = up ? ends.high : ends.low;
  // Postgres hopes to find something soon, and would walk along an index or all orders where there is nothing.
  await withoutWays(query, ['indexscan', 'seqscan'], async () => {
    for (let i = 0; i < HALVINGS; i++) {
      const middle = Math.floor((empty + full) / 2);
      const [low, high] = up ? [empty, middle] : [middle, empty];
      if (await holdsAny(query, resolved, column, low, high)) full = middle;
      else empty = middle;
    }
  });
  return empty === begin ? null : textOf(column, empty);
}

async function holdsAny(
  query: Query,
  resolved: ResolvedFilter,
  column: QueueColumn,
  low: number,
  high: number,
): Promise<boolean> {
  const { values, bind } = bindings();
  const { key, type } = QUEUE_KEYS[column];
  const between = `${key} BETWEEN ${bind(textOf(column, low))}::${type} AND ${bind(textOf(column, high))}::${type}`;
  const [row] = await query<{ any: boolean }>(
    `SELECT EXISTS (SELECT FROM port_order o WHERE ${conditionsOf(resolved, bind)} AND ${CLOSED} AND ${between}) AS any`,
    values,
  );
  return row?.any === true;
}

async function endsOf(query: Query, column: QueueColumn): Promise<{ low: number; high: number } | null> {
  const { key } = QUEUE_KEYS[column];
  const [row] = await query<{ low: Date | number | null; high: Date | number | null }>(
    `SELECT min(${key}) AS low, max(${key}) AS high FROM port_order o`,
  );
  if (!row || row.low === null || row.high === null) return null;
  return { low: Number(row.low), high: Number(row.high) };
}

function isMoment(column: QueueColumn): boolean {
  return QUEUE_KEYS[column].type === 'timestamptz';
}

/** Milliseconds for moments. */
function numberOf(column: QueueColumn, text: string): number {
  return isMoment(column) ? Date.parse(text) : Number(text);
}

function textOf(column: QueueColumn, number: number): string {
  return isMoment(column) ? new Date(number).toISOString() : String(number);
}
