'use client';

import { IconAlertCircle, IconCheck, IconCircleCheck, IconClockHour4, IconCopy } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { count, counted } from '#domain/counted.ts';
import { formatPhoneNumber, numberType } from '#domain/phone-number.ts';
import type { NotTaken, SortedPaste } from '#domain/sort-pasted.ts';
import control from '#ui/control.module.css';
import card from '../card.module.css';
import styles from './paste.module.css';
import { isRange, without } from './pasted-entry.ts';

type PasteListsProps = {
  box: RefObject<HTMLTextAreaElement | null>;
  value: string;
  onChange: (value: string) => void;
  sorted: SortedPaste;
  checking: boolean;
};

/** So many of a list are shown; the rest is counted. */
const SHOWN = 100;
/** At least so many of those that are kept are seen without scrolling their list. */
const AT_ONCE = 8;

const ICONS = { unreadable: IconAlertCircle, held: IconClockHour4, twice: IconCopy, type: IconAlertCircle };

/** What is kept of a pasted list and what is left out, with why, and a way to each of those in the box. */
export function PasteLists({ box, value, onChange, sorted, checking }: PasteListsProps) {
  const { good, notTaken } = sorted;
  const empty = value.trim() === '';
  const edit = ({ start, end }: NotTaken) => {
    const area = box.current;
    if (!area) return;
    area.focus();
    area.setSelectionRange(start, end);
  };
  const dismiss = (one: NotTaken) => {
    onChange(without(value, one));
    box.current?.focus();
  };
  const tollFree = good.filter((phone) => numberType(phone) === 'toll-free').length;
  return (
    <div className={styles.lists}>
      <p className="pp-vh" aria-live="polite">
        {empty
          ? ''
          : `${counted(good.length, 'number')} kept, ${count(notTaken.length)} left out${checking ? ', still checking' : ''}`}
      </p>
      {empty && (
        <p className={card.quiet}>What you paste is read here: what can move, what cannot, and why.</p>
      )}
      {!empty && (
        <section aria-label="Kept">
          <h3>
            <IconCircleCheck size={14} stroke={1.75} aria-hidden="true" />
            {count(good.length)} kept
            {checking && <small>checking open orders</small>}
          </h3>
          {tollFree > 0 && tollFree < good.length && (
            <p className={card.hint}>
              {counted(good.length - tollFree, 'local number')} and {counted(tollFree, 'toll-free number')}:
              an order each, in one request.
            </p>
          )}
          {/* A long one scrolls, and so must be within reach of the keyboard. */}
          <ul className={styles.kept} tabIndex={good.length > AT_ONCE ? 0 : undefined}>
            {good.slice(0, SHOWN).map((phone) => (
              <li key={phone}>
                <IconCheck size={14} stroke={2} aria-hidden="true" />
                {formatPhoneNumber(phone)}
              </li>
            ))}
          </ul>
          <More of={good.length} />
        </section>
      )}
      {notTaken.length > 0 && (
        <section aria-label="Left out">
          <h3>
            <IconAlertCircle size={14} stroke={1.75} aria-hidden="true" />
            {count(notTaken.length)} left out
          </h3>
          <ul className={styles.left}>
            {notTaken.slice(0, SHOWN).map((one) => {
              const Icon = ICONS[one.kind];
              return (
                <li key={one.place} data-kind={one.kind}>
                  <Icon size={14} stroke={1.75} aria-hidden="true" />
                  <div>
                    <bdi>{one.text}</bdi> <small>line {one.line}</small>
                    <p>{one.because}</p>
                  </div>
                  {one.kind === 'unreadable' || isRange(value, one) ? (
                    <button
                      type="button"
                      className={`${control.button} ${control.small}`}
                      aria-label={`Edit ${one.text}`}
                      onClick={() => edit(one)}
                    >
                      Edit
                    </button>
                  ) : (
                    <button
                      type="button"
                      className={`${control.button} ${control.small}`}
                      aria-label={`Dismiss ${one.text}, line ${one.line}`}
                      onClick={() => dismiss(one)}
                    >
                      Dismiss
                    </button>
                  )}
                </li>
              );
            })}
          </ul>
          <More of={notTaken.length} />
        </section>
      )}
    </div>
  );
}

function More({ of }: { of: number }) {
  return of > SHOWN ? <p className={card.hint}>And {count(of - SHOWN)} more.</p> : null;
}
