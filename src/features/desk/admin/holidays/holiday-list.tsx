'use client';

import { IconArrowBackUp, IconCalendarOff } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { dayOff } from '#domain/business-days.ts';
import type { CalendarDate } from '#domain/calendar-date.ts';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import { weekdayDate } from '../../words.ts';
import styles from '../admin.module.css';
import { FormProblem, TextField } from '../field.tsx';
import form from '../form.module.css';
import { useChange } from '../use-change.ts';
import { addHoliday, removeHoliday, renameHoliday } from './actions.ts';
import rows from './holidays.module.css';

export type Holiday = { day: CalendarDate; name: string };

/** The holidays of a year. One that is removed stays in its place until the page is left, to be put back. */
export function HolidayList({ year, holidays }: { year: number; holidays: readonly Holiday[] }) {
  const [removed, setRemoved] = useState<readonly Holiday[]>([]);
  const there = new Set(holidays.map(({ day }) => day));
  const gone = removed.filter(({ day }) => !there.has(day));
  const all = [...holidays, ...gone].toSorted((a, b) => (a.day < b.day ? -1 : 1));
  if (all.length === 0) return <NoHolidays year={year} />;
  return (
    <ul aria-label={`Holidays of ${year}`}>
      {all.map((holiday) =>
        there.has(holiday.day) ? (
          <HolidayRow
            key={`${holiday.day} ${holiday.name}`}
            holiday={holiday}
            onRemoved={() => setRemoved((before) => [...before, holiday])}
          />
        ) : (
          <RemovedRow
            key={`${holiday.day} removed`}
            holiday={holiday}
            onBack={() => setRemoved((before) => before.filter(({ day }) => day !== holiday.day))}
          />
        ),
      )}
    </ul>
  );
}

function HolidayRow({ holiday, onRemoved }: { holiday: Holiday; onRemoved: () => void }) {
  const { day, name } = holiday;
  const { change, pending, refusal, forgive } = useChange();
  const [editing, setEditing] = useState(false);
  const [typed, setTyped] = useState(name);
  const save = (event: FormEvent) => {
    event.preventDefault();
    change(
      () => renameHoliday({ day, was: name, name: typed }),
      () => setEditing(false),
    );
  };
  const weekend = dayOff(day, new Map());
  if (editing) {
    return (
      <li className={rows.edited}>
        <form
          className={form.inline}
          aria-label={`Rename ${name}, ${weekdayDate(day)}`}
          noValidate
          onSubmit={save}
        >
          <FormProblem refusal={refusal} fields={['name']} />
          <TextField
            label={weekdayDate(day)}
            name="name"
            first
            value={typed}
            refusal={refusal}
            onChange={setTyped}
          />
          <div className={form.foot}>
            <button type="submit" className={`${control.button} ${control.primary}`} aria-busy={pending}>
              Save name
            </button>
            <button
              type="button"
              className={`${control.button} ${control.subtle}`}
              onClick={() => {
                forgive();
                setTyped(name);
                setEditing(false);
              }}
            >
              Cancel
            </button>
          </div>
        </form>
      </li>
    );
  }
  return (
    <li className={`${styles.row} ${rows.holiday}`}>
      <span className={rows.day}>{weekdayDate(day)}</span>
      <div>
        <b className={styles.name}>{name}</b>
        {weekend && <small>{weekend}: carriers do not port then anyway</small>}
        <FormProblem refusal={refusal} fields={[]} />
      </div>
      <div className={styles.acts}>
        <button
          type="button"
          className={`${control.button} ${control.small} ${control.subtle}`}
          aria-label={`Rename ${name}`}
          onClick={() => setEditing(true)}
        >
          Rename
        </button>
        <button
          type="button"
          className={`${control.button} ${control.small} ${control.subtle}`}
          aria-label={`Remove ${name}`}
          aria-busy={pending}
          onClick={() => change(() => removeHoliday({ day }), onRemoved)}
        >
          Remove
        </button>
      </div>
    </li>
  );
}

function RemovedRow({ holiday: { day, name }, onBack }: { holiday: Holiday; onBack: () => void }) {
  const { change, pending, refusal } = useChange();
  return (
    <li className={`${styles.row} ${rows.holiday}`} data-removed="">
      <span className={rows.day}>{weekdayDate(day)}</span>
      <div role="status">
        <del>{name}</del> removed
        <FormProblem refusal={refusal} fields={[]} />
      </div>
      <div className={styles.acts}>
        <button
          type="button"
          ref={focusOnce}
          className={`${control.button} ${control.small}`}
          aria-label={`Undo removing ${name}`}
          aria-busy={pending}
          onClick={() => change(() => addHoliday({ day, name }), onBack)}
        >
          <IconArrowBackUp size={16} stroke={1.75} aria-hidden="true" />
          Undo
        </button>
      </div>
    </li>
  );
}

function NoHolidays({ year }: { year: number }) {
  return (
    <EmptyState
      icon={<IconCalendarOff size={22} stroke={1.5} aria-hidden="true" />}
      title={`${year} has no holidays yet`}
    >
      Until they are added, FOC and estimated dates on them are accepted, and they count as business days.
    </EmptyState>
  );
}

// The button that was pressed is gone: what undoes it takes its place.
function focusOnce(button: HTMLButtonElement | null): void {
  button?.focus();
}
