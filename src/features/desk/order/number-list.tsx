'use client';

import { useState } from 'react';
import type { OrderDetail } from '#data/orders/order.ts';
import { count, counted } from '#domain/counted.ts';
import { formatPhoneNumber } from '#domain/phone-number.ts';
import control from '#ui/control.module.css';
import styles from './numbers.module.css';

/** So many numbers are found by looking at them. */
const FEW = 40;

// Without boxes to tick the keyboard reaches the list itself, which scrolls.
const PLAIN = { 'data-plain': '', tabIndex: 0 } as const;

type NumberListProps = {
  order: OrderDetail;
  chosen: ReadonlySet<string>;
  /** Null when there is nothing to do with them. */
  onChoose: ((phones: ReadonlySet<string>) => void) | null;
};

/** The numbers, to tick where something can be done with them; of very many the first, and the rest by pasting. */
export function NumberList({ order: { phones, numbers }, chosen, onChoose }: NumberListProps) {
  const [needle, setNeedle] = useState('');
  const digits = needle.replace(/\D/g, '');
  const shown = digits === '' ? phones : phones.filter((phone) => phone.includes(digits));
  const allShown = shown.length > 0 && shown.every((phone) => chosen.has(phone));
  const tick = (given: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const phone of given) on ? next.add(phone) : next.delete(phone);
    onChoose?.(next);
  };
  return (
    <>
      {phones.length > FEW && (
        <div className={styles.tools}>
          <div className={control.input}>
            <input
              value={needle}
              placeholder="Find digits in these numbers"
              aria-label="Find in the numbers of this order"
              inputMode="tel"
              onChange={(event) => setNeedle(event.currentTarget.value)}
            />
          </div>
          {onChoose && (
            <button
              type="button"
              className={`${control.button} ${control.small}`}
              onClick={() => tick(shown, !allShown)}
            >
              {allShown ? 'Untick' : 'Tick'} {digits === '' ? 'all' : 'these'} {count(shown.length)}
            </button>
          )}
          <p role="status">
            {digits !== '' && shown.length === 0
              ? `No number of this order has ${digits} in it.`
              : numbers > phones.length
                ? `The first ${count(phones.length)} of ${counted(numbers, 'number')}; the others by pasting them.`
                : ''}
          </p>
        </div>
      )}
      <ul className={styles.numbers} aria-label="Numbers of this order" {...(onChoose ? {} : PLAIN)}>
        {shown.map((phone) => (
          <li key={phone}>
            {onChoose ? (
              <label>
                <input
                  type="checkbox"
                  className={control.check}
                  checked={chosen.has(phone)}
                  onChange={(event) => tick([phone], event.currentTarget.checked)}
                />
                {formatPhoneNumber(phone)}
              </label>
            ) : (
              formatPhoneNumber(phone)
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
