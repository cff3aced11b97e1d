import type { QueueColumn } from '#domain/order-queue.ts';
import { CASE_KEY } from './text-hits.ts';

/** How orders are sorted by a column: by `key`, over `o` and the joins, then by their id. Blanks come last either way. */
export type QueueKey = {
  key: string;
  type: 'bigint' | 'integer' | 'text' | 'timestamptz' | 'date' | 'detailed_status';
  joins: string;
  blankable: boolean;
};

const PARTNER = 'JOIN partner p ON p.id = o.partner_id';
const ACCOUNT = 'JOIN account a ON a.partner_id = o.partner_id AND a.id = o.account_id';
const REQUEST = 'JOIN port_request r ON r.partner_id = o.partner_id AND r.id = o.request_id';

// A name is followed by whose it is, so that the orders of one account stand together where two have the same name.
export const PARTNER_KEY = `(lower(p.name COLLATE pg_c_utf8) || E'\\x01' || p.id)`;
export const COMPANY_KEY = `(lower(nullif(a.company_name, '') COLLATE pg_c_utf8) || E'\\x01' || a.partner_id || '/' || a.id)`;

/** The keys of the columns. Texts are compared in any case, by code point: the same order on every database. */
export const QUEUE_KEYS: Record<QueueColumn, QueueKey> = {
  order: own('o.id', 'bigint'),
  request: own('o.request_seq', 'bigint'),
  numbers: own('o.number_count', 'integer'),
  detailedStatus: own('o.detailed_status', 'detailed_status'),
  since: own('o.status_since', 'timestamptz'),
  changed: own('o.updated_at', 'timestamptz'),
  nextOn: { ...own('o.next_on', 'date'), blankable: true },
  partner: { key: PARTNER_KEY, type: 'text', joins: PARTNER, blankable: false },
  company: { key: COMPANY_KEY, type: 'text', joins: ACCOUNT, blankable: true },
  caseNumber: { key: CASE_KEY, type: 'text', joins: REQUEST, blankable: true },
};

function own(key: string, type: QueueKey['type']): QueueKey {
  return { key, type, joins: '', blankable: false };
}
