import { type ColumnKey, column } from '#domain/columns.ts';
import type { ReportSort } from '#domain/report-request.ts';
import { detailedStatusesOf, STATUSES } from '#domain/status.ts';
import { READY } from './order-filter.ts';

/**
 * An order of the partner's orders, over `o` and the joins. `bucket` is what they are sorted by first, or a coarser key in
 * the same order: it cuts the report into stretches that are counted together. It is never null: blanks take the value
 * that comes last.
 */
export type OrderSort = {
  joins: string;
  bucket: string;
  type: KeyType;
  descending: boolean;
  /** What orders are sorted by before the default order; null for the default order itself. */
  key: string | null;
};
type KeyType = 'date' | 'integer' | 'bigint' | 'text';

const DEFAULT_SORT: ReportSort = { key: 'createdOn', direction: 'desc' };
/** Newest first; also the order among equals of every other sort. It ends with what is unique. */
export const DEFAULT_ORDER = 'o.created_on DESC NULLS LAST, o.request_seq, o.id';

/** How orders are sorted for the report's sort. Not for the phone number, which is no order's. */
export function orderSort(sort: ReportSort | null): OrderSort {
  const { key, direction } = sort ?? DEFAULT_SORT;
  const descending = direction === 'desc';
  const raw = rawKey(key);
  const last = BLANK[raw.type][descending ? 'lowest' : 'highest'];
  const blankLast = (sql: string) => `coalesce(${sql}, '${last}'::${raw.type})`;
  const isDefault = key === DEFAULT_SORT.key && direction === DEFAULT_SORT.direction;
  return {
    joins: raw.joins ?? '',
    bucket: blankLast(raw.bucket ?? raw.sql),
    type: raw.type,
    descending,
    key: isDefault ? null : blankLast(raw.sql),
  };
}

/** The total ORDER BY of orders, over `o`; `key` names the sort's key where it has been computed already. */
export function orderBy(sort: OrderSort, key: string | null = sort.key): string {
  return sort.key === null ? DEFAULT_ORDER : `${key} ${sort.descending ? 'DESC' : 'ASC'}, ${DEFAULT_ORDER}`;
}

type RawKey = { sql: string; type: KeyType; joins?: string; bucket?: string };

const BLANK: Record<KeyType, { lowest: string; highest: string }> = {
  date: { lowest: '-infinity', highest: 'infinity' },
  integer: { lowest: '-1', highest: '2147483647' },
  bigint: { lowest: '-1', highest: '9223372036854775807' },
  text: { lowest: '', highest: '\u{10ffff}' },
};

const REQUEST =
  'JOIN port_request request ON request.partner_id = o.partner_id AND request.id = o.request_id';
const IDENTIFIER_WIDTH = 64;

function rawKey(key: ColumnKey): RawKey {
  const { kind, of, sql } = column(key);
  if (key === 'status') return { sql: STATUS_RANK, type: 'integer' };
  if (key === 'detailedStatus') return { sql: DETAILED_RANK, type: 'integer' };
  if (key === 'priority') return { sql: `CASE ${sql} WHEN 'standard' THEN 0 ELSE 1 END`, type: 'integer' };
  if (key === 'readyToAssign') return { sql: `${READY}::integer`, type: 'integer' };
  if (key === 'requestId') {
    return { sql: 'o.request_seq', type: 'bigint', bucket: 'o.request_seq / 256' };
  }
  if (key === 'caseNumber') {
    const byNumber = identifierKey('request.case_number');
    return { sql: byNumber, type: 'text', joins: REQUEST, bucket: `left(${byNumber}, -3)` };
  }
  if (of === 'account') return { sql: 'ranked.rank', type: 'integer', joins: rankedAccounts(key) };
  if (kind === 'date') return { sql, type: 'date' };
  if (kind === 'time') return { sql: `extract(epoch FROM ${sql})::integer`, type: 'integer' };
  if (kind === 'text') return { sql: textKey(sql), type: 'text' };
  throw new Error(`Orders have no ${key} to sort by`);
}

/** Few accounts and many orders: the accounts are ranked once, and orders sorted by a number. */
function rankedAccounts(key: ColumnKey): string {
  const { kind } = column(key);
  const sql =
    { accountId: 'a.id', username: 'a.username', company: 'a.company_name' }[key as string] ?? 'a.id';
  const by = kind === 'identifier' ? identifierKey(sql) : textKey(sql);
  return `JOIN (
    SELECT a.partner_id, a.id, CASE WHEN ${by} IS NOT NULL THEN (dense_rank() OVER (PARTITION BY a.partner_id ORDER BY ${by}))::integer END AS rank
    FROM account a
  ) ranked ON ranked.partner_id = o.partner_id AND ranked.id = o.account_id`;
}

/** Text in any case, by code point: the same order on every database. */
function textKey(sql: string): string {
  return `nullif(lower(${sql} COLLATE pg_c_utf8), '')`;
}

/** Shorter before longer, so that identifiers made of digits sort as numbers do: 999 before 1000. */
function identifierKey(sql: string): string {
  return `lpad(lower(${sql} COLLATE pg_c_utf8), greatest(${IDENTIFIER_WIDTH}, length(${sql})), '0')`;
}

const STATUS_RANK = `CASE ${STATUSES.map(
  (status, rank) =>
    `WHEN o.detailed_status IN (${detailedStatusesOf(status)
      .map((detailed) => `'${detailed}'`)
      .join(', ')}) THEN ${rank}`,
).join(' ')} END`;

const DETAILED_RANK = `CASE o.detailed_status ${STATUSES.flatMap(detailedStatusesOf)
  .map((detailed, rank) => `WHEN '${detailed}' THEN ${rank}`)
  .join(' ')} END`;
