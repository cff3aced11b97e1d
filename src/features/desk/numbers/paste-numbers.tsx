'use client';

import { useId } from 'react';
import { count, counted } from '#domain/counted.ts';
import { formatPhoneNumber, type PhoneNumber } from '#domain/phone-number.ts';
import type { NotTaken, SortedPaste } from '#domain/sort-pasted.ts';
import control from '#ui/control.module.css';
import move from '../move/move.module.css';
import styles from './paste-numbers.module.css';

type PasteNumbersProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  sorted: SortedPaste;
  /** What those that are taken are called, in the head of their list. */
  goodWords: (good: readonly PhoneNumber[]) => string;
  checking?: boolean;
  problem?: string | null;
  rows?: number;
};

/** So many of a list are shown; the rest is counted. */
const SHOWN = 200;

/** A box to paste numbers into, in any notation, and beside it which are taken, which are not, and why. */
export function PasteNumbers(props: PasteNumbersProps) {
  const { label, value, onChange, sorted, goodWords, checking, problem, rows = 8 } = props;
  const { good, notTaken } = sorted;
  const id = useId();
  return (
    <div className={styles.paste}>
      <div className={control.field}>
        <label className={control.label} htmlFor={id}>
          {label}
        </label>
        <textarea
          id={id}
          className={`${move.textarea} ${styles.box}`}
          rows={rows}
          value={value}
          spellCheck={false}
          data-invalid={problem ? '' : undefined}
          aria-invalid={problem ? true : undefined}
          aria-describedby={`${id}-said${problem ? ` ${id}-problem` : ''}`}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        {problem && (
          <p id={`${id}-problem`} className={control.error}>
            {problem}
          </p>
        )}
        <p id={`${id}-said`} className={move.hint}>
          In any notation: one a line, or with commas, semicolons, tabs or blanks between.
        </p>
      </div>
      {/* It scrolls, so the keyboard must reach it. */}
      <section className={styles.lists} aria-label="What was read" {...(value.trim() === '' ? {} : SCROLLS)}>
        <p className="pp-vh" aria-live="polite">
          {value.trim() === ''
            ? ''
            : `${counted(good.length, 'number')} taken, ${count(notTaken.length)} not${checking ? ', still checking' : ''}`}
        </p>
        {notTaken.length > 0 && (
          <section aria-label="Not taken">
            <h3>{count(notTaken.length)} not taken</h3>
            <ul className={styles.refused}>
              {notTaken.slice(0, SHOWN).map((one) => (
                <li key={one.place} data-kind={one.kind}>
                  <b>{one.text}</b> {one.because}
                </li>
              ))}
              <More of={notTaken} />
            </ul>
          </section>
        )}
        {good.length > 0 && (
          <section aria-label="Taken">
            <h3>
              {goodWords(good)}
              {checking && <small> checking open orders</small>}
            </h3>
            <ul className={styles.good}>
              {good.slice(0, SHOWN).map((phone) => (
                <li key={phone}>{formatPhoneNumber(phone)}</li>
              ))}
              <More of={good} />
            </ul>
          </section>
        )}
      </section>
    </div>
  );
}

const SCROLLS = { tabIndex: 0 } as const;

function More({ of }: { of: readonly (PhoneNumber | NotTaken)[] }) {
  const more = of.length - SHOWN;
  return more > 0 ? <li>And {count(more)} more.</li> : null;
}
