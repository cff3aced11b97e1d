import { type CalendarDate, parseCalendarDate } from '../calendar-date.ts';
import { type ClockTime, parseClockTime } from '../clock-time.ts';
import { shortened } from '../import/field-reader.ts';
import { freeText, freeTextProblem } from '../import/free-text.ts';
import { type PhoneNumber, parsePhoneNumber } from '../phone-number.ts';
import { type DetailedStatus, parseDetailedStatus } from '../status.ts';
import { CARRIER_FIELD_FACTS, type CarrierField } from './fields.ts';

/** What a row names; at least one of the three. */
export type RowNames = { phone: PhoneNumber | null; orderId: number | null; requestId: string | null };

/** What a row says of its order. Null says nothing. */
export type RowSays = {
  to: DetailedStatus | null;
  focOn: CalendarDate | null;
  focTime: ClockTime | null;
  estimatedOn: CalendarDate | null;
  approvedOn: CalendarDate | null;
  rejectReason: string | null;
  note: string | null;
};

/** A row as it was read. One that cannot be read may still name its order, of which it then says something unknown. */
export type RowReading =
  | { names: RowNames; says: RowSays; because: null }
  | { names: RowNames | null; says: null; because: string };

/** The cells of a row by field, as text; a field that no column is read as has none. */
export type RowTexts = Partial<Record<CarrierField, string>>;

/** Reads what a row of a carrier's list names and says, or says all that is wrong with it. */
export function readCarrierRow(texts: RowTexts): RowReading {
  const problems: string[] = [];
  const read = <T>(field: CarrierField, parse: (text: string) => T | null, because: string): T | null => {
    const text = (texts[field] ?? '').trim();
    if (text === '') return null;
    const value = parse(text);
    if (value === null) problems.push(`${CARRIER_FIELD_FACTS[field].label} “${shortened(text)}” ${because}.`);
    return value;
  };
  const names: RowNames = {
    phone: read('phone', parsePhoneNumber, 'is not a North American number of ten digits'),
    orderId: read('orderId', orderId, 'is not an order ID'),
    requestId: read('requestId', requestId, 'is not a request ID'),
  };
  const named = names.phone !== null || names.orderId !== null || names.requestId !== null;
  if (problems.length === 0 && !named) {
    return { names: null, says: null, because: 'The row names no phone number, order or request.' };
  }
  const misnamed = problems.length > 0;
  const foc = read('focOn', dateAndTime, NO_DAY);
  const says: RowSays = {
    to: read('detailedStatus', carrierStatus, 'is not a detailed status'),
    focOn: foc?.date ?? null,
    focTime: read('focTime', parseClockTime, 'is not a time of day, as 10:00 AM') ?? foc?.time ?? null,
    estimatedOn: read('estimatedOn', parseCalendarDate, NO_DAY),
    approvedOn: read('approvedOn', parseCalendarDate, NO_DAY),
    rejectReason: read('rejectReason', reason, TOO_LONG),
    note: read('note', reason, TOO_LONG),
  };
  if (problems.length === 0) return { names, says, because: null };
  return { names: named && !misnamed ? names : null, says: null, because: problems.join(' ') };
}

/** Whether a row says anything that could change an order; a note alone does not. */
export function saysNothing({ note: _, ...says }: RowSays): boolean {
  return Object.values(says).every((value) => value === null);
}

/** Whether two rows of one order say the same. */
export function saysTheSame(a: RowSays, b: RowSays): boolean {
  return (Object.keys(a) as (keyof RowSays)[]).every((key) => a[key] === b[key]);
}

const NO_DAY = 'is not a day of the calendar, as 2026-11-30 or 11/30/2026';
const TOO_LONG = 'is too long, or an error of the spreadsheet that wrote it';

/** Words of carriers that are no detailed status of ours, and leave no doubt. */
const WORDS: Record<string, DetailedStatus> = {
  foc: 'firm-order-confirmation',
  'foc received': 'firm-order-confirmation',
  complete: 'completed',
  ported: 'completed',
  'port complete': 'completed',
  reject: 'rejected',
  cancel: 'cancelled',
  'closed incomplete': 'closed-as-incomplete',
};

function carrierStatus(text: string): DetailedStatus | null {
  return parseDetailedStatus(text) ?? WORDS[text.toLowerCase().replace(/[\s_-]+/g, ' ')] ?? null;
}

function orderId(text: string): number | null {
  const digits = /^(?:order\s*)?#?\s*(\d{1,15})$/i.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

function requestId(text: string): string | null {
  return /^(?:request\s*)?#?\s*(\d{1,18})$/i.exec(text)?.[1] ?? null;
}

/** Carriers write a confirmed date with its time behind it too; midnight is no time, but how a spreadsheet writes a day. */
function dateAndTime(text: string): { date: CalendarDate; time: ClockTime | null } | null {
  const day = parseCalendarDate(text);
  if (day) return { date: day, time: null };
  const split = /^(\S+|\d{1,2}\s+[A-Za-z]+\s+\d{4})(?:\s+at)?[\sT]+(\d{1,2}:\d{2}.*)$/.exec(text);
  const date = parseCalendarDate(split?.[1] ?? '');
  const time = parseClockTime(split?.[2] ?? '');
  return date && time ? { date, time } : null;
}

function reason(text: string): string | null {
  const read = freeText(text);
  return read === '' || freeTextProblem(read) !== null ? null : read;
}
