import { COLUMNS, type ReportColumn } from '#domain/columns.ts';
import type { Needle } from '#domain/find.ts';
import { fold } from '#domain/find.ts';
import { PRIORITIES, PRIORITY_LABELS } from '#domain/priority.ts';
import { DETAILED_FACTS, STATUS_FACTS } from '#domain/status.ts';
import { folded } from '../../folded.ts';
import type { Bind } from './bindings.ts';
import { DAYS, daysSpelled, FIRST_DAY, timesSpelled } from './days-spelled.ts';
import { FACETS } from './facet.ts';

/**
 * Whether the facts that all numbers of an order share hold the needle: over `o`. For all orders of a partner, its
 * accounts and requests are searched once; for a few orders, those of each.
 */
export function orderMatches(needle: Needle, orders: 'all' | 'few', partnerId: number, bind: Bind): string {
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

/** The days that match are marked in one bit each, because there can be very many. */
function inDates(text: string, bind: Bind): string[] {
  const days = daysSpelled(text);
  if (!days) return [];
  const bits = bind(days.bits, 'bytea');
  return DATE_COLUMNS.map(
    ({ sql }) => `get_bit(${bits}, least(greatest(${sql} - date '${FIRST_DAY}', 0), ${DAYS - 1})) = 1`,
  );
}

function inTimes(text: string, bind: Bind): string[] {
  const times = timesSpelled(text);
  return times.length > 0 ? [`date_trunc('minute', o.foc_time)::time = ANY (${bind(times, 'time[]')})`] : [];
}

function inTexts(text: string, orders: 'all' | 'few', partnerId: number, bind: Bind): string[] {
  const holds = holding(text, bind);
  const partner = bind(partnerId, 'integer');
  const accounts = `FROM account a WHERE a.partner_id = ${partner} AND ${holds(ACCOUNT_TEXTS)}`;
  const requests = `FROM port_request r WHERE r.partner_id = ${partner} AND ${holds(REQUEST_TEXTS)}`;
  return [
    ...(orders === 'all'
      ? [`o.account_id IN (SELECT a.id ${accounts})`, `o.request_id IN (SELECT r.id ${requests})`]
      : [
          `EXISTS (SELECT ${accounts} AND a.id = o.account_id)`,
          `EXISTS (SELECT ${requests} AND r.id = o.request_id)`,
        ]),
    holds(ORDER_TEXTS),
  ];
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
