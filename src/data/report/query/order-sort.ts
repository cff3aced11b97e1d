import { type ColumnKey, column } from '#domain/columns.ts';
import { NOT_READY } from '#domain/ready-to-assign.ts';
import type { ReportSort } from '#domain/report-request.ts';
import { DETAILED_PLACE, READY_BIT, STATUS_PLACE } from './facet.ts';

/**
 * An order of the partner's orders, over `o` and the joins: by `key`, then in the default order. It cuts the report into
 * stretches that are counted together: by `bucket`, which is the key or coarser, and, where many orders share a bucket,
 * by the day on which they were created. Neither is ever null: blanks take the value that comes last.
 */
export type OrderSort = {
  joins: string;
  /** Null for the default order itself, which is one bucket. */
  key: string | null;
  bucket: string;
  type: KeyType;
  descending: boolean;
  /** Null where a bucket is small enough. */
  day: string | null;
};
type KeyType = 'date' | 'integer' | 'bigint' | 'text';

/** Newest first; also the order among equals of every other sort. It ends with what is unique. */
export const DEFAULT_ORDER = 'o.created_on DESC NULLS LAST, o.request_seq, o.id';

/** The total ORDER BY of orders, over `o`; `key` names the sort's key where it has been computed already. */
export function orderBy(sort: OrderSort, key: string | null = sort.key): string {
  return sort.key === null ? DEFAULT_ORDER : `${key} ${sort.descending ? 'DESC' : 'ASC'}, ${DEFAULT_ORDER}`;
}

/** How orders are sorted for the report's sort. Not for the phone number, which is no order's. */
export function orderSort(sort: ReportSort | null): OrderSort {
  if (!sort || (sort.key === 'createdOn' && sort.direction === 'desc')) return NEWEST_FIRST;
  const { sql, type, joins = '', bucket = sql, days = 'of-blanks' } = rawKey(sort.key);
  const descending = sort.direction === 'desc';
  const last = BLANK[type][descending ? 'lowest' : 'highest'];
  const blankLast = (value: string) => `coalesce(${value}, '${last}'::${type})`;
  const day = { never: null, always: DAY, 'of-blanks': `CASE WHEN ${sql} IS NULL THEN ${DAY} END` }[days];
  return { joins, key: blankLast(sql), bucket: blankLast(bucket), type, descending, day };
}

/** A day that comes before all others stands for the orders without one, which the default order puts last. */
export const NO_DAY = '-infinity';
const DAY = `coalesce(o.created_on, '${NO_DAY}'::date)`;

const NEWEST_FIRST: OrderSort = {
  joins: '',
  key: null,
  bucket: '0',
  type: 'integer',
  descending: false,
  day: DAY,
};

const BLANK: Record<KeyType, { lowest: string; highest: string }> = {
  date: { lowest: '-infinity', highest: 'infinity' },
  integer: { lowest: '-1', highest: '2147483647' },
  bigint: { lowest: '-1', highest: '9223372036854775807' },
  text: { lowest: '', highest: '\u{10ffff}' },
};

type RawKey = {
  sql: string;
  type: KeyType;
  joins?: string;
  bucket?: string;
  days?: 'never' | 'always' | 'of-blanks';
};

function rawKey(key: ColumnKey): RawKey {
  const { kind, of, sql } = column(key);
  switch (key) {
    case 'status':
      return { sql: STATUS_PLACE, type: 'integer', days: 'always' };
    case 'detailedStatus':
      return { sql: DETAILED_PLACE, type: 'integer', days: 'always' };
    case 'readyToAssign':
      return { sql: READY_BIT, type: 'integer', days: 'always' };
    case 'notReadyBecause':
      return { sql: `CASE ${sql} ${NOT_READY_PLACES} END`, type: 'integer', days: 'always' };
    case 'priority':
      return { sql: `CASE ${sql} WHEN 'standard' THEN 0 ELSE 1 END`, type: 'integer', days: 'always' };
    case 'createdOn':
      return { sql, type: 'date', days: 'never' };
    case 'requestId':
      return { sql: 'o.request_seq', type: 'bigint', bucket: 'o.request_seq / 256', days: 'never' };
    case 'caseNumber':
      return { sql: 'o.case_key', type: 'text', bucket: 'left(o.case_key, -3)', days: 'never' };
  }
  if (of === 'account') {
    return { sql: 'ranked.rank', type: 'integer', joins: rankedAccounts(key), days: 'never' };
  }
  if (kind === 'date') return { sql, type: 'date' };
  if (kind === 'time') return { sql: `extract(epoch FROM ${sql})::integer`, type: 'integer', days: 'always' };
  if (kind === 'text') return { sql: textKey(sql), type: 'text' };
  throw new Error(`Orders have no ${key} to sort by`);
}

const NOT_READY_PLACES = Object.keys(NOT_READY)
  .map((why, place) => `WHEN '${why}' THEN ${place}`)
  .join(' ');

/** Text in any case, by code point: the same order on every database. */
function textKey(sql: string): string {
  return `nullif(lower(${sql} COLLATE pg_c_utf8), '')`;
}

/** Shorter before longer, so that identifiers made of digits sort as numbers do: 999 before 1000. */
function identifierKey(sql: string): string {
  return `(chr(32 + least(length(${sql}), 1000)) || lower(${sql} COLLATE pg_c_utf8))`;
}

/** Few accounts and many orders: the accounts are ranked once, and orders sorted by a number. */
function rankedAccounts(key: ColumnKey): string {
  const by = {
    accountId: identifierKey('a.id'),
    username: textKey('a.username'),
    company: textKey('a.company_name'),
  }[key as string];
  return `JOIN (
    SELECT a.partner_id, a.id,
      CASE WHEN ${by} IS NOT NULL THEN (dense_rank() OVER (PARTITION BY a.partner_id ORDER BY ${by}))::integer END AS rank
    FROM account a
  ) ranked ON ranked.partner_id = o.partner_id AND ranked.id = o.account_id`;
}
