import { formatCalendarDate } from './calendar-date.ts';
import { FIELDS, type FieldKey, isField, type ReportColumn } from './columns.ts';
import { displayValue } from './display.ts';
import type { ReportRow } from './report-row.ts';

/** What is looked for: `text` folded for comparison; `digits` when it may also be a phone number or a part of one. */
export type Needle = { text: string; digits: string | null };

/** A part of a cell's displayed text: from `start` up to, without, `end`. */
export type Mark = { start: number; end: number };

type Value = ReportRow[FieldKey] | boolean | null | undefined;

/**
 * What a text typed into Find looks for; null for a blank one. Digits with nothing but phone punctuation around them
 * are a phone number too: the country code (`+1`, or the 1 of eleven digits) does not count.
 */
export function needleOf(text: string): Needle | null {
  const folded = fold(text).trim();
  return folded === '' ? null : { text: folded, digits: phoneDigits(folded) };
}

/** Whether any of the 19 fields of a row matches. The database's find is tested against this one definition. */
export function matchesRow(row: ReportRow, needle: Needle): boolean {
  return FIELDS.some((column) => matchesCell(column, row[column.key as FieldKey], needle));
}

/** Whether a cell matches: `value` as it stands in the row. */
export function matchesCell(column: ReportColumn, value: Value, needle: Needle): boolean {
  return cellMarks(column, value, needle).length > 0;
}

/**
 * The parts of a cell's displayed text to mark, in order and without overlap; empty when it does not match. A date that
 * was found in another spelling (`2026-11-18`, `11/18/2026`) is marked whole.
 */
export function cellMarks(column: ReportColumn, value: Value, needle: Needle): Mark[] {
  if (value === null || value === undefined || !isField(column.key)) return [];
  const shown = displayValue(column.key, value);
  if (column.kind === 'phone') return phoneMarks(shown, needle);
  const marks = occurrences(fold(shown), needle.text);
  if (marks.length === 0 && column.kind === 'date' && dateSpellings(String(value)).includes(needle.text)) {
    return [{ start: 0, end: shown.length }];
  }
  return marks;
}

/** The spellings in which a calendar date is found, folded, one a line: `18 nov 2026`, ISO, American with and without zeros. */
export function dateSpellings(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${fold(formatCalendarDate(date))}\n${date}\n${Number(month)}/${Number(day)}/${year}\n${month}/${day}/${year}`;
}

/**
 * Folds a text for comparison without changing its length: lower case, character by character, as Postgres's lower()
 * under the collation pg_c_utf8; line breaks and tabs count as the space that is seen in their place.
 */
export function fold(text: string): string {
  return text.replace(/[\t\n\r\u00a0]/g, ' ').replace(/\p{Lu}|\p{Lt}/gu, lowerOne);
}

function lowerOne(letter: string): string {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : lower.slice(0, letter.length);
}

function phoneDigits(text: string): string | null {
  if (!/^[\d+()\-.\s]+$/.test(text)) return null;
  const digits = text.replace(/\D/g, '');
  const national = text.startsWith('+1') || /^1\d{10}$/.test(digits) ? digits.slice(1) : digits;
  return national === '' || national.length > 10 ? null : national;
}

/** Digits are compared with digits; the marks span the punctuation that is shown between them. */
function phoneMarks(shown: string, { digits }: Needle): Mark[] {
  if (digits === null) return [];
  const places = [...shown.matchAll(/\d/g)].map((match) => match.index);
  const national = places.map((place) => shown[place]).join('');
  return occurrences(national, digits).map(({ start, end }) => ({
    start: places[start] ?? 0,
    end: (places[end - 1] ?? 0) + 1,
  }));
}

function occurrences(text: string, part: string): Mark[] {
  const marks: Mark[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) {
    marks.push({ start: at, end: at + part.length });
  }
  return marks;
}
