import { parseAccountId } from '../account-id.ts';
import { parseClockTime } from '../clock-time.ts';
import type { FieldKey } from '../columns.ts';
import { brokenRule, type OrderFields } from '../order-rules.ts';
import { numberType, type PhoneNumber, parsePhoneNumber } from '../phone-number.ts';
import { parsePriority } from '../priority.ts';
import { type Cell, cellText } from './cell.ts';
import { FieldReader, type RowProblem, shortened, type Texts } from './field-reader.ts';
import type { Header } from './header.ts';
import { readDetailedStatus } from './read-status.ts';

/** One row of a file, read. Fields that the file has no column for are null here, and the priority is standard. */
export type ImportRow = {
  phone: PhoneNumber;
  requestId: string;
  accountId: string;
  caseNumber: string | null;
  username: string | null;
  company: string | null;
  order: OrderFields;
};

export type RowReading = { row: ImportRow } | { problems: readonly RowProblem[] };

/** A record under a header: the text of each field, and what stands in cells beyond the header. */
export type RecordTexts = { texts: Texts; beyond: string };

/** Assigns a record's cells to the fields of the header, as trimmed text. */
export function recordTexts(cells: readonly Cell[], header: Header, dates1904: boolean): RecordTexts {
  const texts: Texts = {};
  for (let i = 0; i < header.fields.length; i++) {
    const field = header.fields[i];
    if (field) texts[field] = cellText(cells[i], header.kinds[i] ?? null, dates1904).trim();
  }
  const beyond = cells.length > header.cells.length ? cells.slice(header.cells.length) : [];
  return { texts, beyond: beyond.join(' ').trim() };
}

/** Whether nothing of a record says anything: spreadsheets leave such rows behind. */
export function isBlank(cells: readonly Cell[]): boolean {
  return cells.every((cell) => typeof cell === 'string' && cell.trim() === '');
}

/**
 * Reads a record into typed facts, or says all that is wrong with it. The rules that no order breaks are held too, unless
 * the file lacks a column that they are about (`rules` false): then they can be held only beside what is there already.
 */
export function readRow({ texts, beyond }: RecordTexts, rules: boolean): RowReading {
  const of = new FieldReader(texts);
  const phone = of.needed('phone', parsePhoneNumber, 'is not a North American number of ten digits');
  const submittedOn = of.date('submittedOn');
  const caseNumber = of.maybe('caseNumber', matching(CASE_NUMBER), 'is not a case number');
  const requestId = of.needed('requestId', matching(REQUEST_ID), 'is not a request ID of 1 to 18 digits');
  const estimatedOn = of.date('estimatedOn');
  const focOn = of.date('focOn');
  const focTime = of.maybe('focTime', parseClockTime, 'is not a time of day, as 10:00 AM');
  const priority = of.maybe('priority', parsePriority, 'is neither Standard nor Expedite') ?? 'standard';
  const status = readDetailedStatus(of.text('status'), of.text('detailedStatus'));
  if ('problems' in status) for (const { field, because } of status.problems) of.wrong(field, because);
  const username = of.free('username');
  const company = of.free('company');
  const accountId = of.needed('accountId', parseAccountId, 'is not an account ID');
  const [location, coordinator] = [of.free('location'), of.free('coordinator')];
  const [createdOn, requestedOn] = [of.date('createdOn'), of.date('requestedOn')];
  const approvedOn = of.date('approvedOn');
  const rejectReason = of.free('rejectReason');
  const problems = beyond === '' ? of.problems : [...of.problems, tooManyCells(beyond)];
  // What is null below without a problem cannot be: it is asked for the compiler's sake.
  if (problems.length > 0 || phone === null || requestId === null) return { problems };
  if (accountId === null || 'problems' in status) return { problems };
  const order: OrderFields = {
    type: numberType(phone),
    detailedStatus: status.detailedStatus,
    priority,
    submittedOn,
    estimatedOn,
    focOn,
    focTime,
    createdOn,
    requestedOn,
    approvedOn,
    location,
    coordinator,
    rejectReason,
  };
  const broken = rules ? ruleProblem(order, texts) : null;
  if (broken !== null) return { problems: [broken] };
  return { row: { phone, requestId, accountId, caseNumber, username, company, order } };
}

/** The rule that an order breaks, told of a row of it; null when it breaks none. */
export function ruleProblem(order: OrderFields, texts: Texts): RowProblem | null {
  const broken = brokenRule(order);
  if (broken === null) return null;
  const field = broken.field === 'type' ? 'phone' : broken.field;
  return { field, value: texts[field] ?? '', reason: broken.because };
}

/** Whether a file has all the columns that the rules of an order are about. */
export function holdsRules(given: ReadonlySet<FieldKey>): boolean {
  return RULE_FIELDS.every((field) => given.has(field));
}

/** One sentence or more, for all that is wrong with a row. */
export function reasonOf(problems: readonly RowProblem[]): string {
  return problems.map((problem) => problem.reason).join(' ');
}

const RULE_FIELDS = ['focOn', 'focTime', 'priority', 'requestedOn', 'approvedOn'] as const;
const REQUEST_ID = /^\d{1,18}$/;
/** Exports write identifiers as they are, so nothing that a spreadsheet would compute can be one. */
const CASE_NUMBER = /^[A-Za-z0-9#][A-Za-z0-9 ._/#-]{0,63}$/;

function matching(pattern: RegExp): (text: string) => string | null {
  return (text) => (pattern.test(text) ? text : null);
}

function tooManyCells(beyond: string): RowProblem {
  return {
    field: 'row',
    value: beyond,
    reason: `The row has more cells than the header: "${shortened(beyond)}". A value with a delimiter in it needs quotes.`,
  };
}
