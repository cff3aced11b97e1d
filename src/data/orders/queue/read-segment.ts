import type { QueueColumn, QueueCursor } from '#domain/order-queue.ts';
import { bindings } from '../../report/query/bindings.ts';
import type { Query } from '../../tenant.ts';
import { conditionsOf, type ResolvedFilter } from './conditions.ts';
import { COMPANY_KEY, inSegment, keyText, PARTNER_KEY, QUEUE_KEYS, type Segment } from './sorts.ts';
import { ordersFound } from './source.ts';

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
  const { resolved, column, segment, up, most } = request;
  const { values, bind } = bindings();
  const sort = QUEUE_KEYS[column];
  const found = ordersFound(resolved, sort.columns, bind);
  return query<Placed>(
    `SELECT o.partner_id AS "partnerId", o.id AS "orderId", ${keyText(sort, sort.key)} AS key
     FROM ${found} ${sort.joins}
     WHERE ${inSegment(sort, sort.key, segment, up, bind)}
     ORDER BY ${orderOf(sort.key, segment, up)} LIMIT ${Number(most)}`,
    values,
  );
}

/** Reads the same by walking along an index of the sort until enough orders pass the filter: for filters that leave many. */
export function walk(query: Query, request: SegmentRequest): Promise<Placed[]> {
  if (request.column === 'partner' || (request.column === 'company' && !request.segment.blank)) {
    return walkOwners(query, request, OWNERS[request.column]);
  }
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
  const sort = QUEUE_KEYS[column];
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
