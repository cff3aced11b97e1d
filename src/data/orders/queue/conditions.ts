import type { Holidays } from '#domain/business-days.ts';
import type { CalendarDate } from '#domain/calendar-date.ts';
import { lastDayOfAge, type QueueDate, type QueueFilter, queueStatuses } from '#domain/order-queue.ts';
import { PACIFIC } from '#domain/pacific-time.ts';
import { queueNeedle } from '#domain/queue-needle.ts';
import { DETAILED_STATUSES, type DetailedStatus, isOpen } from '#domain/status.ts';
import type { Bind } from '../../report/query/bindings.ts';
import { FACETS } from '../../report/query/facet.ts';
import type { Query } from '../../tenant.ts';
import { inHits, type TextHits, textHits } from './text-hits.ts';

/** The Pacific day on which is asked, and the days that do not count as business days. */
export type QueueDay = { today: CalendarDate; holidays: Holidays };

/** A filter whose names were looked up: what is left to ask is of the orders' own columns. */
export type ResolvedFilter = {
  filter: QueueFilter;
  day: QueueDay;
  /** Null when no partner is asked for; 0, which none has, when there is no such partner. */
  partnerId: number | null;
  /** Null when no text is looked for. */
  hits: TextHits | null;
  /** Set once it was counted that no open order is left: they need not be looked through again. */
  noneOpen?: boolean;
};

/**
 * The WHERE of the orders that the desk lists under a filter, over `o` (port_order); values go to `bind`. Asks `query`
 * for what the filter names: a partner, a text.
 */
export async function queueConditions(
  query: Query,
  filter: QueueFilter,
  day: QueueDay,
  bind: Bind,
): Promise<string> {
  return conditionsOf(await resolveFilter(query, filter, day), bind);
}

/** Looks up the partner of a filter, and what its text is found in. */
export async function resolveFilter(
  query: Query,
  filter: QueueFilter,
  day: QueueDay,
): Promise<ResolvedFilter> {
  const needle = filter.text === null ? null : queueNeedle(filter.text);
  return {
    filter,
    day,
    partnerId: filter.partner === null ? null : await partnerId(query, filter.partner),
    hits: needle && (await textHits(query, needle)),
  };
}

/** The WHERE of a filter that was resolved, over `o`. */
export function conditionsOf({ filter, day, partnerId, hits }: ResolvedFilter, bind: Bind): string {
  const conditions = ['o.number_count > 0', inStatuses(filter)];
  if (partnerId !== null) conditions.push(`o.partner_id = ${bind(partnerId, 'integer')}`);
  if (filter.accountId !== null) conditions.push(`o.account_id = ${bind(filter.accountId, 'text')}`);
  if (filter.type) conditions.push(filter.type === 'toll-free' ? TOLL_FREE : `NOT ${TOLL_FREE}`);
  if (filter.tab === 'foc-today') conditions.push(`${unindexed('o.foc_on')} = ${bind(day.today, 'date')}`);
  if (filter.tab === 'partner-replied') conditions.push(REPLIED);
  if (filter.tab === 'overdue') conditions.push(`o.next_on < ${bind(day.today, 'date')}`);
  if (filter.dates) {
    const { field, from, to } = filter.dates;
    // Only open orders have a next date; Postgres does not know it.
    if (field === 'nextOn') conditions.push(OPEN);
    const sql = isOfOpen(filter) ? unindexed(DATES[field]) : DATES[field];
    if (from) conditions.push(`${sql} >= ${bind(from, 'date')}`);
    if (to) conditions.push(`${sql} <= ${bind(to, 'date')}`);
  }
  if (filter.age) {
    const last = bind(lastDayOfAge(filter.age, day.today, day.holidays), 'date');
    conditions.push(`o.status_since < (${last} + 1)::timestamp AT TIME ZONE '${PACIFIC}'`);
  }
  if (hits) conditions.push(inHits(hits, bind));
  return conditions.filter((condition) => condition !== '').join(' AND ');
}

/** The facets of closed orders are the last ones. */
const FIRST_CLOSED = FACETS.findIndex(({ detailed }) => !isOpen(detailed));

// By facet: under row-level security Postgres estimates nothing from the words of an enum, whose comparison could leak.
/** That an order is open, as the partial index has it, over `o`. */
export const OPEN = `o.facet < ${FIRST_CLOSED}`;
/** That it is closed: completed or cancelled. */
export const CLOSED = `o.facet >= ${FIRST_CLOSED}`;

/** That its partner's words wait for the porting team: few orders, which an index of their own holds. */
export const REPLIED = 'o.replied_at IS NOT NULL';

/** That an order is in one of some detailed statuses. Written out, so that Postgres sees where only open ones are asked for. */
export function inDetailed(statuses: readonly DetailedStatus[]): string {
  const facets = FACETS.flatMap(({ detailed }, facet) => (statuses.includes(detailed) ? [facet] : []));
  return facets.length === 0 ? 'false' : `o.facet IN (${facets.join(', ')})`;
}

/** Whether all orders of a filter are open ones. */
export function isOfOpen(filter: QueueFilter): boolean {
  return filter.dates?.field === 'nextOn' || queueStatuses(filter).every(isOpen);
}

// Asked of orders that were found by something else: an index has it last, and would be read from end to end for it.
const TOLL_FREE = 'coalesce(o.toll_free, false)';

/** A date whose own index is of no use: the few open orders have one that holds it too. */
function unindexed(date: string): string {
  return `(${date} + 0)`;
}

const DATES: Record<QueueDate, string> = {
  nextOn: 'o.next_on',
  focOn: 'o.foc_on',
  estimatedOn: 'o.estimated_on',
  submittedOn: 'o.submitted_on',
  createdOn: 'o.created_on',
};

function inStatuses(filter: QueueFilter): string {
  const statuses = queueStatuses(filter);
  if (statuses.length === DETAILED_STATUSES.length) return '';
  if (!isOfOpen(filter)) return inDetailed(statuses);
  const all = statuses.length === DETAILED_STATUSES.filter(isOpen).length;
  return all ? OPEN : `${inDetailed(statuses)} AND ${OPEN}`;
}

async function partnerId(query: Query, slug: string): Promise<number> {
  const [partner] = await query<{ id: number }>('SELECT id FROM partner WHERE slug = $1', [slug]);
  return partner?.id ?? 0;
}
