import { type CalendarDate, parseCalendarDate } from '../calendar-date.ts';
import { column, type FieldKey } from '../columns.ts';
import { freeText, freeTextProblem } from './free-text.ts';

/** What is wrong with a row: the field (`row` when it is the whole), its value as the file has it, and the sentence. */
export type RowProblem = { field: FieldKey | 'row'; value: string; reason: string };

/** The trimmed texts of a record by field. A field that the file has no column for has none. */
export type Texts = Partial<Record<FieldKey, string>>;

/** Reads the fields of one row and collects what is wrong with them, so that all of it can be mended at once. */
export class FieldReader {
  readonly problems: RowProblem[] = [];
  readonly #texts: Texts;

  constructor(texts: Texts) {
    this.#texts = texts;
  }

  text(field: FieldKey): string {
    return this.#texts[field] ?? '';
  }

  /** The field as `parse` reads it. Null, and a problem, when it reads nothing; blank is read too. */
  needed<T>(field: FieldKey, parse: (text: string) => T | null, because: string): T | null {
    const read = parse(this.text(field));
    if (read === null) this.wrong(field, because);
    return read;
  }

  /** The same for a field that may be blank. */
  maybe<T>(field: FieldKey, parse: (text: string) => T | null, because: string): T | null {
    return this.text(field) === '' ? null : this.needed(field, parse, because);
  }

  /** Null when blank, or not a day (a problem). */
  date(field: FieldKey): CalendarDate | null {
    return this.maybe(field, parseCalendarDate, 'is not a day of the calendar, as 2026-11-18 or 11/18/2026');
  }

  /** Null when blank. */
  free(field: FieldKey): string | null {
    const read = freeText(this.text(field));
    const because = freeTextProblem(read);
    if (because !== null) this.wrong(field, because);
    return read === '' ? null : read;
  }

  wrong(field: FieldKey, because: string): void {
    const value = this.text(field);
    const { label } = column(field);
    const reason = value === '' ? `${label} is missing.` : `${label} "${shortened(value)}" ${because}.`;
    this.problems.push({ field, value, reason });
  }
}

/** At most 80 characters, on one line. */
export function shortened(value: string): string {
  const line = value.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
