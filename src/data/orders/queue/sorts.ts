import type { QueueColumn, QueueCursor } from '#domain/order-queue.ts';
import type { Bind } from '../../report/query/bindings.ts';

/** How orders are sorted by a column: by `key`, over `o` and the joins, then by their id. Blanks come last either way. */
export type QueueKey = {
  key: string;
  type: 'bigint' | 'integer' | 'text' | 'timestamptz' | 'date' | 'detailed_status';
  joins: string;
  /** Only open orders have a value. */
  ofOpen?: true;
  /** The columns of port_order that key and joins read. */
  columns: readonly string[];
  blankable: boolean;
};

// A name is followed by whose it is, so that the orders of one account stand together where two have the same name.
export const PARTNER_KEY = `(lower(p.name COLLATE pg_c_utf8) || E'\\x01' || p.id)`;
export const COMPANY_KEY = `(lower(nullif(a.company_name, '') COLLATE pg_c_utf8) || E'\\x01' || a.partner_id || '/' || a.id)`;

/** The keys of the columns. Texts are compared in any case, by code point: the same order on every database. */
export const QUEUE_KEYS: Record<QueueColumn, QueueKey> = {
  order: own('id', 'bigint'),
  request: own('request_seq', 'bigint'),
  numbers: own('number_count', 'integer'),
  detailedStatus: own('detailed_status', 'detailed_status'),
  since: own('status_since', 'timestamptz'),
  changed: own('updated_at', 'timestamptz'),
  replied: { ...own('replied_at', 'timestamptz'), blankable: true },
  nextOn: { ...own('next_on', 'date'), blankable: true, ofOpen: true },
  partner: {
    key: PARTNER_KEY,
    type: 'text',
    joins: 'JOIN partner p ON p.id = o.partner_id',
    columns: [],
    blankable: false,
  },
  company: {
    key: COMPANY_KEY,
    type: 'text',
    joins: 'JOIN account a ON a.partner_id = o.partner_id AND a.id = o.account_id',
    columns: ['account_id'],
    blankable: true,
  },
  caseNumber: { ...own('case_key', 'text'), blankable: true },
};

/** A stretch of a sort that is read in one go: all that have a value, or all that have none, from a place on. */
export type Segment = { blank: boolean; from: QueueCursor | null };

/** The segments from a place on, in the order in which they are read. */
export function segmentsFrom(
  { blankable }: QueueKey,
  from: QueueCursor | null,
  backwards: boolean,
): Segment[] {
  if (!blankable) return [{ blank: false, from }];
  const [first, second] = backwards ? [true, false] : [false, true];
  if (from === null) return [first, second].map((blank) => ({ blank, from: null }));
  const own: Segment = { blank: from.key === null, from };
  return own.blank === second ? [own] : [own, { blank: second, from: null }];
}

/** The WHERE of a segment that is read upwards or downwards; `key` is how the sort's value is written there. */
export function inSegment(
  { type, blankable }: QueueKey,
  key: string,
  segment: Segment,
  up: boolean,
  bind: Bind,
): string {
  const { blank, from } = segment;
  const conditions = blankable ? [`${key} IS ${blank ? '' : 'NOT '}NULL`] : [];
  const beyond = up ? '>' : '<';
  if (from && blank) conditions.push(`o.id ${beyond} ${bind(from.orderId, 'bigint')}`);
  if (from && !blank) {
    conditions.push(`(${key}, o.id) ${beyond} (${bind(from.key)}::${type}, ${bind(from.orderId, 'bigint')})`);
  }
  return conditions.join(' AND ') || 'true';
}

/** A sort's value as the text that a cursor holds. */
export function keyText({ type }: QueueKey, key: string): string {
  if (type === 'timestamptz') return `to_char(${key} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return `${key}::text`;
}

function own(column: string, type: QueueKey['type']): QueueKey {
  return { key: `o.${column}`, type, joins: '', columns: [column], blankable: false };
}
