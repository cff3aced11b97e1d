import { COLUMNS, type ReportColumn } from '#domain/columns.ts';
import type { Needle } from '#domain/find.ts';
import { fold } from '#domain/find.ts';
import { PRIORITIES, PRIORITY_LABELS } from '#domain/priority.ts';
import { DETAILED_FACTS, DETAILED_STATUSES, STATUS_FACTS } from '#domain/status.ts';
import { folded } from '../../folded.ts';
import type { Bind } from './bindings.ts';
import { daysSpelled, timesSpelled } from './days-spelled.ts';

/** Whether the facts that all numbers of an order share hold the needle: over `o`. */
export function orderMatches(needle: Needle, partnerId: number, bind: Bind): string {
  const conditions = [
    ...inEnums(needle.text, bind),
    ...inDates(needle.text, bind),
    ...inTimes(needle.text, bind),
    ...inTexts(needle.text, partnerId, bind),
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

function inDates(text: string, bind: Bind): string[] {
  const days = daysSpelled(text);
  if (days.length === 0) return [];
  const placeholder = bind(days, 'date[]');
  return DATE_COLUMNS.map(({ sql }) => `${sql} = ANY (${placeholder})`);
}

function inTimes(text: string, bind: Bind): string[] {
  const times = timesSpelled(text);
  return times.length > 0 ? [`date_trunc('minute', o.foc_time)::time = ANY (${bind(times, 'time[]')})`] : [];
}

/** Accounts and requests are searched once each, not once per order. */
function inTexts(text: string, partnerId: number, bind: Bind): string[] {
  const partner = bind(partnerId, 'integer');
  const needle = bind(text, 'text');
  const holds = (sql: string) => `strpos(${folded(sql)}, ${needle}) > 0`;
  const any = (texts: string[]) => texts.map(holds).join(' OR ');
  return [
    `o.account_id IN (SELECT a.id FROM account a WHERE a.partner_id = ${partner} AND (${any(ACCOUNT_TEXTS)}))`,
    `o.request_id IN (SELECT r.id FROM port_request r WHERE r.partner_id = ${partner} AND (${any(REQUEST_TEXTS)}))`,
    ...ORDER_TEXTS.map(({ sql }) => holds(sql)),
  ];
}
