import { COLUMNS, type ReportColumn } from '#domain/columns.ts';
import type { Needle } from '#domain/find.ts';
import { fold } from '#domain/find.ts';
import { PRIORITIES, PRIORITY_LABELS } from '#domain/priority.ts';
import { DETAILED_FACTS, STATUS_FACTS } from '#domain/status.ts';
import { folded } from '../../folded.ts';
import type { Query } from '../../tenant.ts';
import { type Bind, bindings } from './bindings.ts';
import { BITS, daysSpelled, FIRST_DAY, timesSpelled } from './days-spelled.ts';
import { FACETS } from './facet.ts';

/** The ids of what holds a needle; null where it is too much to be named. */
export type Holders = { accounts: string[] | null; requests: string[] | null };

/**
 * Searches a partner's accounts and requests, so that a statement about all its orders can name those that hold the needle:
 * Postgres looks an order up among names in a third of the time that it takes among the rows of a subquery.
 */
export async function readHolders(query: Query, partnerId: number, needle: Needle): Promise<Holders> {
  const { values, bind } = bindings();
  const { accounts, requests } = holders(needle.text, partnerId, bind);
  const named = (ids: string) => `(SELECT array_agg(id) FROM (${ids} LIMIT ${NAMED_AT_MOST + 1}) found)`;
  const [row] = await query<Holders>(
    `SELECT ${named(`SELECT a.id ${accounts}`)} AS accounts, ${named(`SELECT r.id ${requests}`)} AS requests`,
    values,
  );
  const few = (ids: string[] | null = null) => (ids && ids.length > NAMED_AT_MOST ? null : (ids ?? []));
  return { accounts: few(row?.accounts), requests: few(row?.requests) };
}

const NAMED_AT_MOST = 5000;

/**
 * Whether the facts that all numbers of an order share hold the needle: over `o`. For all orders of a partner, its
 * accounts and requests are searched once, here or before; for a few orders, those of each.
 */
export function orderMatches(
  needle: Needle,
  orders: 'all' | 'few' | Holders,
  partnerId: number,
  bind: Bind,
): string {
  const { text } = needle;
  const conditions = [
    ...inEnums(text, bind),
    ...inDates(text, bind),
    ...inTimes(text, bind),
    ...inTexts(text, orders, partnerId, bind),
  ];
  return `(${conditions.join(' OR ')})`;
}

/** Whether a number's own fact, the phone number, holds the needle: over `n`; null when it cannot. */
export function phoneMatches({ digits }: Needle, bind: Bind): string | null {
  if (digits === null) return null;
  if (isWhole(digits)) return `n.phone = ${bind(`+1${digits}`, 'text')}`;
  // strpos is six times as fast as LIKE. It counts from the plus sign; the country code is not searched.
  const needle = bind(digits, 'text');
  const found = `strpos(n.phone, ${needle}) > 0`;
  return digits.startsWith('1') ? `(${found} AND strpos(substr(n.phone, 3), ${needle}) > 0)` : found;
}

/**
 * For a whole phone number, which few orders can hold: the ids of those that could, found without a look at all. Besides
 * in a phone number, it could only stand in a text or identifier of ten digits and more. Null for any other needle.
 */
export function couldMatch(needle: Needle, partnerId: number, bind: Bind): string | null {
  if (!isWholeNumber(needle)) return null;
  const partner = bind(partnerId, 'integer');
  const holds = holding(needle.text, bind);
  return `
    SELECT n.order_id FROM port_number n WHERE n.partner_id = ${partner} AND ${phoneMatches(needle, bind)}
    UNION ALL
    SELECT o.id FROM port_order o WHERE o.partner_id = ${partner} AND ${LONG_DIGITS_OF_ORDER} AND ${holds(ORDER_TEXTS)}
    UNION ALL
    SELECT o.id FROM port_request r JOIN port_order o ON o.partner_id = r.partner_id AND o.request_id = r.id
    WHERE r.partner_id = ${partner} AND (${LONG_DIGITS_OF_REQUEST}) AND ${holds(REQUEST_TEXTS)}
    UNION ALL
    SELECT o.id FROM account a JOIN port_request r ON r.partner_id = a.partner_id AND r.account_id = a.id
    JOIN port_order o ON o.partner_id = r.partner_id AND o.request_id = r.id
    WHERE a.partner_id = ${partner} AND ${holds(ACCOUNT_TEXTS)}`;
}

// Word by word as the partial indexes have it.
const LONG_DIGITS_OF_ORDER = `(coalesce(o.location, '') || coalesce(o.coordinator, '') || coalesce(o.reject_reason, '')) ~ '([0-9][^0-9]*){10}'`;
const LONG_DIGITS_OF_REQUEST = `length(r.id) >= 10 OR r.case_number ~ '([0-9][^0-9]*){10}'`;

// The orders whose texts are too long for `words`.
const LONG_WORDS_OF_ORDER =
  'coalesce(octet_length(o.location), 0) + coalesce(octet_length(o.coordinator), 0) + coalesce(octet_length(o.reject_reason), 0) > 1000';

type Text = Pick<ReportColumn, 'key' | 'sql' | 'kind'>;

const DATE_COLUMNS = COLUMNS.filter((column) => column.kind === 'date');
const ORDER_TEXTS: Text[] = textsOf('order');
const REQUEST_TEXTS: Text[] = textsOf('request').map((text) =>
  text.key === 'requestId' ? { ...text, sql: 'r.id' } : text,
);
const ACCOUNT_TEXTS: Text[] = textsOf('account').map((text) =>
  text.key === 'accountId' ? { ...text, sql: 'a.id' } : text,
);

function textsOf(noun: ReportColumn['of']): ReportColumn[] {
  return COLUMNS.filter(({ of, kind }) => of === noun && (kind === 'text' || kind === 'identifier'));
}

/** Whether the needle is a whole phone number. */
export function isWholeNumber({ digits }: Needle): boolean {
  return digits !== null && isWhole(digits);
}

function isWhole(digits: string): boolean {
  return digits.length === 10;
}

function inEnums(text: string, bind: Bind): string[] {
  const facets = FACETS.flatMap(({ detailed }, facet) => {
    const { label, status } = DETAILED_FACTS[detailed];
    return fold(label).includes(text) || fold(STATUS_FACTS[status].label).includes(text) ? [facet] : [];
  });
  const priorities = PRIORITIES.filter((priority) => fold(PRIORITY_LABELS[priority]).includes(text));
  return [
    ...(facets.length > 0 ? [`o.facet = ANY (${bind(facets, 'smallint[]')})`] : []),
    ...(priorities.length > 0 ? [`o.priority = ANY (${bind(priorities, 'priority[]')})`] : []),
  ];
}

/**
 * The days that match are marked in one bit each, because there can be very many. The mask keeps a day that can never be
 * within the bits; a blank date matches nothing.
 */
function inDates(text: string, bind: Bind): string[] {
  const days = daysSpelled(text);
  if (!days) return [];
  const bits = bind(days.bits, 'bytea');
  return DATE_COLUMNS.map(({ sql }) => `get_bit(${bits}, (${sql} - date '${FIRST_DAY}') & ${BITS - 1}) = 1`);
}

function inTimes(text: string, bind: Bind): string[] {
  const times = timesSpelled(text);
  return times.length > 0 ? [`date_trunc('minute', o.foc_time)::time = ANY (${bind(times, 'time[]')})`] : [];
}

function inTexts(text: string, orders: 'all' | 'few' | Holders, partnerId: number, bind: Bind): string[] {
  const { accounts, requests, holds, partner } = holders(text, partnerId, bind);
  if (orders === 'few') {
    return [
      `EXISTS (SELECT ${accounts} AND a.id = o.account_id)`,
      `EXISTS (SELECT ${requests} AND r.id = o.request_id)`,
      holds(ORDER_TEXTS),
    ];
  }
  const named = orders === 'all' ? null : orders;
  const oneOf = (ids: string[] | null = null, searched: string) => {
    if (ids === null) return [`IN (SELECT ${searched})`];
    return ids.length > 0 ? [`= ANY (${bind(ids, 'text[]')})`] : [];
  };
  return [
    ...oneOf(named?.accounts, `a.id ${accounts}`).map((among) => `o.account_id ${among}`),
    ...oneOf(named?.requests, `r.id ${requests}`).map((among) => `o.request_id ${among}`),
    `strpos(o.words, ${bind(text, 'text')}) > 0`,
    `o.id IN (SELECT o.id FROM port_order o WHERE o.partner_id = ${partner} AND ${LONG_WORDS_OF_ORDER} AND ${holds(ORDER_TEXTS)})`,
  ];
}

/** The accounts (`a`) and requests (`r`) of a partner that hold a text, from FROM on, and what they were made with. */
function holders(text: string, partnerId: number, bind: Bind) {
  const holds = holding(text, bind);
  const partner = bind(partnerId, 'integer');
  return {
    accounts: `FROM account a WHERE a.partner_id = ${partner} AND ${holds(ACCOUNT_TEXTS)}`,
    requests: `FROM port_request r WHERE r.partner_id = ${partner} AND ${holds(REQUEST_TEXTS)}`,
    holds,
    partner,
  };
}

/** Whether any of some texts holds the needle. What would not change the answer is not folded. */
function holding(text: string, bind: Bind): (texts: Text[]) => string {
  const needle = bind(text, 'text');
  const cased = /[^\d\s!-/:-@[-`{-~]/.test(text);
  const lower = (sql: string) => (cased ? `lower(${sql} COLLATE pg_c_utf8)` : sql);
  // A blank of the needle may be a line break of the text, which costs to fold: any character in its place is tried first.
  const roughly = text.includes(' ')
    ? bind(`%${text.replace(/[\\%_]/g, '\\$&').replaceAll(' ', '_')}%`, 'text')
    : null;
  const holds = ({ key, sql, kind }: Text) => {
    if (key === 'requestId' && cased) return 'false';
    if (roughly === null || kind === 'identifier') return `strpos(${lower(sql)}, ${needle}) > 0`;
    return `(${lower(sql)} LIKE ${roughly} AND strpos(${folded(sql)}, ${needle}) > 0)`;
  };
  return (texts) => `(${texts.map(holds).join(' OR ')})`;
}
