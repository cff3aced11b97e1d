'use client';

import { type ColumnKey, column } from '#domain/columns.ts';
import { DATE_KEYS } from '#domain/report-request.ts';
import { DETAILED_FACTS, detailedStatusesOf, STATUS_FACTS, STATUSES } from '#domain/status.ts';
import control from '#ui/control.module.css';
import { StatusGlyph } from '#ui/status-glyph.tsx';
import styles from './parameters.module.css';
import { type Draft, dateProblem, without } from './use-draft.ts';

type MoreFieldsProps = { draft: Draft; onChange: (change: Partial<Draft>) => void };

/** Detailed status, local or toll-free, ready to assign, and a range over any date. */
export function MoreFields({ draft, onChange }: MoreFieldsProps) {
  const problem = dateProblem(draft);
  return (
    <div className={styles.more}>
      <fieldset className={styles.details}>
        <legend className={control.label}>Detailed status</legend>
        {STATUSES.map((status) => (
          <div key={status} className={styles.detailGroup}>
            <p>
              <StatusGlyph status={status} />
              {STATUS_FACTS[status].label}
            </p>
            {detailedStatusesOf(status).map((detail) => (
              <label key={detail} className={control.option}>
                <input
                  type="checkbox"
                  className={control.check}
                  checked={draft.details.includes(detail)}
                  onChange={() => onChange({ details: without(draft.details, detail) })}
                />
                {DETAILED_FACTS[detail].label}
              </label>
            ))}
          </div>
        ))}
      </fieldset>
      <div className={styles.others}>
        <Segments
          legend="Number type"
          name="type"
          options={TYPES}
          chosen={draft.type}
          onChoose={(type) => onChange({ type })}
        />
        <Segments
          legend="Ready to assign"
          name="ready"
          options={READY}
          chosen={draft.ready}
          onChoose={(ready) => onChange({ ready })}
        />
        <fieldset className={styles.dates}>
          <legend className={control.label}>Date</legend>
          <select
            className={control.input}
            aria-label="Which date"
            value={draft.dateField}
            onChange={(event) => onChange({ dateField: event.currentTarget.value as ColumnKey })}
          >
            {DATE_KEYS.map((key) => (
              <option key={key} value={key}>
                {column(key).label}
              </option>
            ))}
          </select>
          <div className={styles.range}>
            <DateField
              label="From"
              value={draft.from}
              bad={problem !== null}
              onDate={(from) => onChange({ from })}
            />
            <DateField label="To" value={draft.to} bad={problem !== null} onDate={(to) => onChange({ to })} />
          </div>
          {problem && (
            <p className={control.error} role="alert" id="date-problem">
              {problem}
            </p>
          )}
        </fieldset>
      </div>
    </div>
  );
}

const TYPES = [
  { value: null, label: 'Any' },
  { value: 'local', label: 'Local' },
  { value: 'toll-free', label: 'Toll-free' },
] as const;

const READY = [
  { value: null, label: 'Any' },
  { value: true, label: 'Ready' },
  { value: false, label: 'Not ready' },
] as const;

type SegmentsProps<T> = {
  legend: string;
  name: string;
  options: readonly { value: T; label: string }[];
  chosen: T;
  onChoose: (value: T) => void;
};

function Segments<T>({ legend, name, options, chosen, onChoose }: SegmentsProps<T>) {
  return (
    <fieldset>
      <legend className={control.label}>{legend}</legend>
      <div className={control.segments}>
        {options.map(({ value, label }) => (
          <label key={label}>
            <input type="radio" name={name} checked={chosen === value} onChange={() => onChoose(value)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type DateFieldProps = { label: string; value: string; bad: boolean; onDate: (date: string) => void };

function DateField({ label, value, bad, onDate }: DateFieldProps) {
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
        aria-describedby={bad ? 'date-problem' : undefined}
        onChange={(event) => onDate(event.currentTarget.value)}
      />
    </label>
  );
}
