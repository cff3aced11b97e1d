import { COLUMNS, type ReportColumn } from '#domain/columns.ts';
import type { Needle } from '#domain/find.ts';
import { fold } from '#domain/find.ts';
import { PRIORITIES, PRIORITY_LABELS } from '#domain/priority.ts';
import { DETAILED_FACTS, DETAILED_STATUSES, STATUS_FACTS } from '#domain/status.ts';
import { folded } from '../../folded.ts';
import type { Bind } from './bindings.ts';
import { DAYS, daysSpelled, FIRST_DAY, timesSpelled } from './days-spelled.ts';

/** Whether the facts that all numbers of an order share hold the needle: over `o`. */
export function orderMatches(needle: Needle, bind: Bind): string {
  const conditions = [
    ...inEnums(needle.text, bind),
    ...inDates(needle.text, bind),
    ...inTimes(needle.text, bind),
    ...inTexts(needle.text, bind),
  ];
  return `(${conditions.join(' OR ')})`;
}

/** Whether a number's own fact, the phone number, holds the needle: over `n`; null when it cannot. */
export function phoneMatches({ digits }: Needle, bind: Bind): string | null {
  if (digits === null) return null;
  if (digits.length === 10) return `n.phone = ${bind(`+1${digits}`, 'text')}`;
  return `n.phone LIKE ${bind(`+1%${digits}%`, 'text')}`;
}

const DATE_COLUMNS = COLUMNS.filter((column) => column.kind === 'date');
const ORDER_TEXTS = textsOf('order');
const REQUEST_TEXTS = textsOf('request').map(({ key, sql }) => (key === 'requestId' ? 'r.id' : sql));
const ACCOUNT_TEXTS = textsOf('account').map(({ key, sql }) => (key === 'accountId' ? 'a.id' : sql));

function textsOf(noun: ReportColumn['of']): ReportColumn[] {
  return COLUMNS.filter(({ of, kind }) => of === noun && (kind === 'text' || kind === 'identifier'));
}

function inEnums(text: string, bind: Bind): string[] {
  const details = DETAILED_STATUSES.filter((detailed) => {
    const { label, status } = DETAILED_FACTS[detailed];
    return fold(label).includes(text) || fold(STATUS_FACTS[status].label).includes(text);
  });
  const priorities = PRIORITIES.filter((priority) => fold(PRIORITY_LABELS[priority]).includes(text));
  return [
    ...(details.length > 0 ? [`o.detailed_status = ANY (${bind(details, 'detailed_status[]')})`] : []),
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

/** Postgres searches the accounts and requests all at once or one by one, whichever are fewer. */
function inTexts(text: string, bind: Bind): string[] {
  const needle = bind(text, 'text');
  const holds = (sql: string) => `strpos(${folded(sql)}, ${needle}) > 0`;
  const any = (texts: string[]) => `(${texts.map(holds).join(' OR ')})`;
  return [
    `EXISTS (SELECT FROM account a WHERE a.partner_id = o.partner_id AND a.id = o.account_id AND ${any(ACCOUNT_TEXTS)})`,
    `EXISTS (SELECT FROM port_request r WHERE r.partner_id = o.partner_id AND r.id = o.request_id AND ${any(REQUEST_TEXTS)})`,
    ...ORDER_TEXTS.map(({ sql }) => holds(sql)),
  ];
}
