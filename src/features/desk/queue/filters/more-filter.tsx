'use client';

import { type FormEvent, useState } from 'react';
import { parseCalendarDate } from '#domain/calendar-date.ts';
import { QUEUE_DATES, type QueueDate, type QueueFilter } from '#domain/order-queue.ts';
import type { NumberType } from '#domain/status.ts';
import control from '#ui/control.module.css';
import { useQueue } from '../use-queue.tsx';
import { DATE_LABELS } from '../words.ts';
import { FilterButton } from './filter-button.tsx';
import styles from './filters.module.css';

/** What is seldom asked for: dates, age, local or toll-free, one account. Applied together. */
export function MoreFilter() {
  const { type, dates, age, accountId } = useQueue().asked.filter;
  const inUse = [type, dates, age, accountId].filter((filter) => filter !== null).length;
  return (
    <FilterButton name="More filters" count={inUse} width={320}>
      {(close) => <MoreFields close={close} />}
    </FilterButton>
  );
}

type More = Pick<QueueFilter, 'type' | 'dates' | 'age' | 'accountId'>;
const NO_MORE: More = { type: null, dates: null, age: null, accountId: null };

const TYPES: readonly { value: NumberType | null; label: string }[] = [
  { value: null, label: 'Any' },
  { value: 'local', label: 'Local' },
  { value: 'toll-free', label: 'Toll-free' },
];

function MoreFields({ close }: { close: () => void }) {
  const { asked, go } = useQueue();
  const { filter } = asked;
  const [type, setType] = useState(filter.type);
  const [field, setField] = useState<QueueDate>(filter.dates?.field ?? 'nextOn');
  const [from, setFrom] = useState<string>(filter.dates?.from ?? '');
  const [to, setTo] = useState<string>(filter.dates?.to ?? '');
  const [age, setAge] = useState(filter.age === null ? '' : String(filter.age));
  const [account, setAccount] = useState(filter.accountId ?? '');
  const backwards = from !== '' && to !== '' && from > to;
  const apply = (more: More) => {
    go(more);
    close();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (backwards) return;
    const bounds = { from: parseCalendarDate(from), to: parseCalendarDate(to) };
    apply({
      type,
      dates: bounds.from || bounds.to ? { field, ...bounds } : null,
      age: /^[1-9]\d{0,2}$/.test(age) ? Number(age) : null,
      accountId: account.trim() || null,
    });
  };
  return (
    <form className={styles.more} onSubmit={submit}>
      <fieldset>
        <legend className={control.label}>Date</legend>
        <select
          className={control.input}
          aria-label="Which date"
          value={field}
          onChange={(event) => setField(event.currentTarget.value as QueueDate)}
        >
          {QUEUE_DATES.map((date) => (
            <option key={date} value={date}>
              {DATE_LABELS[date]}
            </option>
          ))}
        </select>
        <div className={styles.range}>
          <DayField label="From" value={from} bad={backwards} onDay={setFrom} />
          <DayField label="To" value={to} bad={backwards} onDay={setTo} />
        </div>
        {backwards && (
          <p id="dates-problem" className={control.error} role="alert">
            The first day is later than the last.
          </p>
        )}
      </fieldset>
      <label className={control.field}>
        <span className={control.label}>
          In its status for at least <small>business days</small>
        </span>
        <input
          type="number"
          className={control.input}
          min={1}
          max={999}
          value={age}
          placeholder="Any time"
          onChange={(event) => setAge(event.currentTarget.value)}
        />
      </label>
      <fieldset>
        <legend className={control.label}>Number type</legend>
        <div className={control.segments}>
          {TYPES.map(({ value, label }) => (
            <label key={label}>
              <input type="radio" name="type" checked={type === value} onChange={() => setType(value)} />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      <label className={control.field}>
        <span className={control.label}>Account ID</span>
        <input
          className={control.input}
          value={account}
          placeholder="Any account"
          autoComplete="off"
          spellCheck={false}
          maxLength={64}
          onChange={(event) => setAccount(event.currentTarget.value)}
        />
      </label>
      <div className={styles.foot}>
        <button
          type="button"
          className={`${control.button} ${control.subtle}`}
          onClick={() => apply(NO_MORE)}
        >
          Clear these
        </button>
        <button type="submit" className={control.button}>
          Show orders
        </button>
      </div>
    </form>
  );
}

type DayFieldProps = { label: string; value: string; bad: boolean; onDay: (day: string) => void };

function DayField({ label, value, bad, onDay }: DayFieldProps) {
  return (
    <label className={control.field}>
      <span className={control.label}>{label}</span>
      <input
        type="date"
        className={control.input}
        value={value}
        min="1970-01-01"
        max="2199-12-31"
        data-invalid={bad ? '' : undefined}
        aria-invalid={bad || undefined}
        aria-describedby={bad ? 'dates-problem' : undefined}
        onChange={(event) => onDay(event.currentTarget.value)}
      />
    </label>
  );
}
