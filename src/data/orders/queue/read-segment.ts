import { type QueueColumn, type QueueCursor, queueStatuses } from '#domain/order-queue.ts';
import { DETAILED_STATUSES } from '#domain/status.ts';
import { bindings } from '../../report/query/bindings.ts';
import { FACETS } from '../../report/query/facet.ts';
import type { Query } from '../../tenant.ts';
import { CLOSED, conditionsOf, isOfOpen, OPEN, type ResolvedFilter } from './conditions.ts';
import { isOfDays, skipEmpty } from './skip-empty.ts';
import {
  COMPANY_KEY,
  inSegment,
  keyText,
  PARTNER_KEY,
  QUEUE_KEYS,
  type QueueKey,
  type Segment,
} from './sorts.ts';
import { columnsOf, ordersFound } from './source.ts';

/** Where an order stands, and whose it is. */
export type Placed = QueueCursor & { partnerId: number };

export type SegmentRequest = {
  resolved: ResolvedFilter;
  column: QueueColumn;
  segment: Segment;
  /** By rising values and ids, or by falling ones. */
  up: boolean;
  most: number;
};

/** Reads the first orders of a segment by finding all orders of the filter and sorting them: for filters that leave few. */
export function gather(query: Query, request: SegmentRequest): Promise<Placed[]> {
  if (request.column === 'since' && isBroad(request.resolved)) return walkStatuses(query, request);
  const { resolved, column, segment, up, most } = request;
  const { values, bind } = bindings();
  const sort = keyFor(resolved, column);
  const found = ordersFound(resolved, sort.columns, bind, sort.ofOpen && !segment.blank ? OPEN : '');
  return query<Placed>(
    `SELECT o.partner_id AS "partnerId", o.id AS "orderId", ${keyText(sort, sort.key)} AS key
     FROM ${found} ${sort.joins}
     WHERE ${inSegment(sort, sort.key, segment, up, bind)}
     ORDER BY ${orderOf(sort.key, segment, up)} LIMIT ${Number(most)}`,
    values,
  );
}

/** Reads the same by walking along an index of the sort until enough orders pass the filter: for filters that leave many. */
export async function walk(query: Query, request: SegmentRequest): Promise<Placed[]> {
  if (QUEUE_KEYS[request.column].ofOpen && !request.segment.blank) return gather(query, request);
  if (request.column === 'detailedStatus') return walkByStatus(query, request);
  if (request.column === 'partner' || (request.column === 'company' && !request.segment.blank)) {
    return walkOwners(query, request, OWNERS[request.column]);
  }
  if (isOfDays(request)) return walkDays(query, request);
  const { resolved, column, segment, up, most } = request;
  const { values, bind } = bindings();
  const sort = QUEUE_KEYS[column];
  return query<Placed>(
    `SELECT o.partner_id AS "partnerId", o.id AS "orderId", ${keyText(sort, sort.key)} AS key
     FROM port_order o ${sort.joins}
     WHERE ${conditionsOf(resolved, bind)} AND ${inSegment(sort, sort.key, segment, up, bind)}
     ORDER BY ${orderOf(sort.key, segment, up)} LIMIT ${Number(most)}`,
    values,
  );
}

/**
 * Closed orders of some days lie close together in a sort that follows time: one walks there. Open ones may lie far apart
 * from them, and are few: they are all found.
 */
async function walkDays(query: Query, request: SegmentRequest): Promise<Placed[]> {
  const { resolved, column, segment, up, most } = request;
  const begin = await skipEmpty(query, request);
  const { values, bind } = bindings();
  const sort = QUEUE_KEYS[column];
  const skipped = begin === null ? '' : `AND ${sort.key} ${up ? '>=' : '<='} ${bind(begin)}::${sort.type}`;
  const where = inSegment(sort, sort.key, segment, up, bind);
  const order = `ORDER BY ${orderOf(sort.key, segment, up)} LIMIT ${Number(most)}`;
  const open = resolved.noneOpen
    ? ''
    : `(SELECT o.* FROM ${ordersFound(resolved, sort.columns, bind, OPEN)} WHERE ${where} ${order}) UNION ALL`;
  return query<Placed>(
    `SELECT o.partner_id AS "partnerId", o.id AS "orderId", ${keyText(sort, sort.key)} AS key
     FROM (
       ${open}
       (SELECT ${columnsOf(sort)} FROM port_order o WHERE ${conditionsOf(resolved, bind)} AND ${CLOSED} AND ${where} ${skipped} ${order})
     ) o ${order}`,
    values,
  );
}

/** Open orders of which many pass: the index of the open ones has each status in the order of since when. */
function isBroad({ filter, partnerId, hits }: ResolvedFilter): boolean {
  const { tab, accountId, dates } = filter;
  const few = tab === 'foc-today' || tab === 'overdue' || tab === 'partner-replied' || dates !== null;
  return isOfOpen(filter) && !few && partnerId === null && hits === null && accountId === null;
}

function walkStatuses(
  query: Query,
  { resolved, column, segment, up, most }: SegmentRequest,
): Promise<Placed[]> {
  const { values, bind } = bindings();
  const sort = QUEUE_KEYS[column];
  const order = orderOf(sort.key, segment, up);
  const where = `${conditionsOf(resolved, bind)} AND ${inSegment(sort, sort.key, segment, up, bind)}`;
  // Each facet is written out: Postgres then knows how many orders are in it.
  const asked = new Set(queueStatuses(resolved.filter));
  const facets = FACETS.flatMap(({ detailed }, facet) => (asked.has(detailed) ? [facet] : []));
  const parts = facets.map(
    (facet) => `(
      SELECT o.partner_id, o.id, o.status_since FROM port_order o
      WHERE o.facet = ${facet} AND ${OPEN} AND ${where} ORDER BY ${order} LIMIT ${Number(most)}
    )`,
  );
  if (parts.length === 0) return Promise.resolve([]);
  return query<Placed>(
    `SELECT o.partner_id AS "partnerId", o.id AS "orderId", ${keyText(sort, sort.key)} AS key
     FROM (${parts.join(' UNION ALL ')}) o ORDER BY ${order} LIMIT ${Number(most)}`,
    values,
  );
}

/** There are few statuses: the orders of one after the other are read by their id. */
async function walkByStatus(query: Query, request: SegmentRequest): Promise<Placed[]> {
  const { resolved, segment, up, most } = request;
  const asked = queueStatuses(resolved.filter);
  const statuses = up ? asked : asked.toReversed();
  const from = segment.from && DETAILED_STATUSES.find((status) => status === segment.from?.key);
  const placed: Placed[] = [];
  for (const status of from ? statuses.slice(statuses.indexOf(from)) : statuses) {
    if (placed.length >= most) break;
    const { values, bind } = bindings();
    const beyond =
      segment.from && status === from
        ? `AND o.id ${up ? '>' : '<'} ${bind(segment.from.orderId, 'bigint')}`
        : '';
    const rows = await query<Placed>(
      `SELECT o.partner_id AS "partnerId", o.id AS "orderId", o.detailed_status::text AS key FROM port_order o
       WHERE ${conditionsOf({ ...resolved, filter: { ...resolved.filter, statuses: [], detailed: [status] } }, bind)} ${beyond}
       ORDER BY o.id ${up ? 'ASC' : 'DESC'} LIMIT ${Number(most - placed.length)}`,
      values,
    );
    placed.push(...rows);
  }
  return placed;
}

type Owners = { from: string; key: string; of: string };

const OWNERS: Record<'partner' | 'company', Owners> = {
  partner: {
    from: `SELECT p.id AS partner_id, ${PARTNER_KEY} AS key FROM partner p`,
    key: PARTNER_KEY,
    of: 'o.partner_id = owner.partner_id',
  },
  company: {
    from: `SELECT a.partner_id, a.id, ${COMPANY_KEY} AS key FROM account a`,
    key: COMPANY_KEY,
    of: 'o.partner_id = owner.partner_id AND o.account_id = owner.id',
  },
};

/** The key of orders that are gathered: where very many are, the names of all owners are made keys once, not for each order. */
function keyFor(resolved: ResolvedFilter, column: QueueColumn): QueueKey {
  const sort = QUEUE_KEYS[column];
  if ((column !== 'partner' && column !== 'company') || !isBroad(resolved)) return sort;
  const { from, of } = OWNERS[column];
  return { ...sort, key: 'owner.key', joins: `JOIN (${from} OFFSET 0) owner ON ${of}` };
}

/** There are few partners and accounts beside their orders: they are sorted, and the orders of one after the other read. */
function walkOwners(query: Query, request: SegmentRequest, owners: Owners): Promise<Placed[]> {
  const { resolved, column, segment, up, most } = request;
  const { values, bind } = bindings();
  const sort = QUEUE_KEYS[column];
  const begin = segment.from ? `AND ${owners.key} ${up ? '>=' : '<='} ${bind(segment.from.key)}::text` : '';
  return query<Placed>(
    `SELECT o.partner_id AS "partnerId", o.id AS "orderId", owner.key
     FROM (
       ${owners.from} WHERE ${owners.key} IS NOT NULL ${begin} ORDER BY key ${up ? 'ASC' : 'DESC'} OFFSET 0
     ) owner
     CROSS JOIN LATERAL (
       SELECT o.partner_id, o.id FROM port_order o
       WHERE ${owners.of} AND ${conditionsOf(resolved, bind)} AND ${inSegment(sort, 'owner.key', segment, up, bind)}
       ORDER BY o.id ${up ? 'ASC' : 'DESC'} LIMIT ${Number(most)}
     ) o
     ORDER BY ${orderOf('owner.key', segment, up)} LIMIT ${Number(most)}`,
    values,
  );
}

/** How many orders of a filter stand before a place, in the order of the list. */
export async function countBefore(
  query: Query,
  { resolved, column, up }: Pick<SegmentRequest, 'resolved' | 'column' | 'up'>,
  place: QueueCursor,
): Promise<number> {
  const { values, bind } = bindings();
  const sort = keyFor(resolved, column);
  const found = ordersFound(resolved, sort.columns, bind);
  const own = { blank: place.key === null, from: place };
  const before = inSegment(sort, sort.key, own, !up, bind);
  const [row] = await query<{ before: number }>(
    `SELECT count(*)::integer AS before FROM ${found} ${sort.joins}
     WHERE (${before})${own.blank ? ` OR ${sort.key} IS NOT NULL` : ''}`,
    values,
  );
  return row?.before ?? 0;
}

function orderOf(key: string, { blank }: Segment, up: boolean): string {
  const direction = up ? 'ASC' : 'DESC';
  return blank ? `o.id ${direction}` : `${key} ${direction}, o.id ${direction}`;
}
