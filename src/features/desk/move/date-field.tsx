'use client';

import { useId } from 'react';
import type { Holidays } from '#domain/business-days.ts';
import { type CalendarDate, parseCalendarDate } from '#domain/calendar-date.ts';
import control from '#ui/control.module.css';
import { distance, weekdayDate } from '../words.ts';
import styles from './move.module.css';

type DateFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What is wrong with it; null when nothing is. */
  problem?: string | null;
  required?: boolean;
  hint?: string;
  calendar: { today: CalendarDate; holidays: Holidays };
};

/** A day to choose, said back with its weekday and how far away it is. */
export function DateField({ label, value, onChange, problem, required, hint, calendar }: DateFieldProps) {
  const id = useId();
  const date = parseCalendarDate(value);
  // What is wrong with a day names it already.
  const said = problem ? undefined : date ? spelled(date, calendar) : hint;
  const described = [problem && `${id}-problem`, said && `${id}-said`].filter(Boolean).join(' ');
  return (
    <div className={control.field}>
      <label className={control.label} htmlFor={id}>
        {label} {required && <Required />}
      </label>
      <input
        id={id}
        type="date"
        className={control.input}
        value={value}
        min="1970-01-01"
        max="2199-12-31"
        required={required}
        data-invalid={problem ? '' : undefined}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {problem && (
        <p id={`${id}-problem`} className={control.error}>
          {problem}
        </p>
      )}
      {said && (
        <p id={`${id}-said`} className={styles.hint}>
          {said}
        </p>
      )}
    </div>
  );
}

/** The mark of a field that must be filled; the field itself says so to assistive technology. */
export function Required() {
  return (
    <span className={styles.required} aria-hidden="true">
      *
    </span>
  );
}

/** `Wed 2 Dec 2026, in 5 business days`; a holiday by its name. */
function spelled(date: CalendarDate, calendar: DateFieldProps['calendar']): string {
  const holiday = calendar.holidays.get(date);
  const said = holiday && date > calendar.today ? holiday : distance(date, calendar);
  return `${weekdayDate(date)}, ${said}`;
}
