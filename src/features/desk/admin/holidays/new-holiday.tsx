'use client';

import { IconPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { parseCalendarDate } from '#domain/calendar-date.ts';
import { counted } from '#domain/counted.ts';
import { Banner } from '#ui/banner.tsx';
import control from '#ui/control.module.css';
import { weekdayDate } from '../../words.ts';
import styles from '../admin.module.css';
import { FormProblem, TextField } from '../field.tsx';
import form from '../form.module.css';
import { Unfold } from '../unfold.tsx';
import { useChange } from '../use-change.ts';
import { addHoliday } from './actions.ts';

/** Adds a holiday, and says when orders are planned for it already. */
export function NewHoliday({ year }: { year: number }) {
  const [warning, setWarning] = useState<string | null>(null);
  return (
    <>
      <Unfold
        label="Add a holiday"
        icon={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
        className={`${control.button} ${control.primary} ${styles.spread}`}
      >
        {(close) => <NewHolidayForm year={year} onClose={close} onWarning={setWarning} />}
      </Unfold>
      {warning && (
        <div className={styles.whole}>
          <Banner tone="wait">{warning}</Banner>
        </div>
      )}
    </>
  );
}

function NewHolidayForm({
  year,
  onClose,
  onWarning,
}: {
  year: number;
  onClose: () => void;
  onWarning: (warning: string | null) => void;
}) {
  const { change, pending, refusal } = useChange();
  const [day, setDay] = useState('');
  const [name, setName] = useState('');
  const date = parseCalendarDate(day);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change(
      () => addHoliday({ day, name }),
      (orders) => {
        const said = date && `${counted(orders, 'open order')} already set to port on ${weekdayDate(date)}.`;
        onWarning(orders > 0 ? `${said} They keep that date until you move them.` : null);
        onClose();
      },
    );
  };
  return (
    <form
      className={`${styles.card} ${styles.whole} ${form.form}`}
      aria-label="Add a holiday"
      noValidate
      onSubmit={submit}
    >
      <FormProblem refusal={refusal} fields={['day', 'name']} />
      <div className={form.fields}>
        <TextField
          label="Day"
          name="day"
          type="date"
          first
          hint={date ? weekdayDate(date) : `Of ${year} or any other year.`}
          value={day}
          refusal={refusal}
          onChange={setDay}
        />
        <TextField label="Name" name="name" value={name} refusal={refusal} onChange={setName} />
      </div>
      <div className={form.foot}>
        <button type="submit" className={`${control.button} ${control.primary}`} aria-busy={pending}>
          Add holiday
        </button>
        <button type="button" className={`${control.button} ${control.subtle}`} onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}
