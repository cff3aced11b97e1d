'use client';

import { useState } from 'react';
import { count } from '#domain/counted.ts';
import { formatPhoneNumber, type PhoneNumber } from '#domain/phone-number.ts';
import control from '#ui/control.module.css';
import { Link } from '#ui/link.tsx';
import { MoveNumbers } from './move-numbers.tsx';
import styles from './numbers.module.css';
import type { OrderView } from './order-view.ts';
import { RemoveNumbers } from './remove-numbers.tsx';
import { SplitNumbers } from './split-numbers.tsx';
import { orderUrl } from './url.ts';

export type ChosenProps = {
  view: OrderView;
  phones: readonly PhoneNumber[];
  /** The version of the order that they were chosen on. */
  base: number;
  onDone: () => void;
};

const WAYS = [
  { value: 'split', label: 'Split off', Form: SplitNumbers },
  { value: 'move', label: 'Move to another order', Form: MoveNumbers },
  { value: 'remove', label: 'Take out', Form: RemoveNumbers },
] as const;

/** What can be done with the chosen numbers. */
export function ChosenNumbers(props: ChosenProps) {
  const { view, phones, onDone } = props;
  const [way, setWay] = useState<(typeof WAYS)[number]['value']>('split');
  const { order, url } = view;
  const [only] = phones;
  return (
    <section className={styles.chosen} aria-label="Chosen numbers">
      <div className={styles.chosenHead}>
        <p role="status">
          <b>
            {count(phones.length)} of {count(order.numbers)} chosen
          </b>
        </p>
        <fieldset className={`${control.segments} ${styles.ways}`}>
          <legend className="pp-vh">What to do with them</legend>
          {WAYS.map(({ value, label }) => (
            <label key={value}>
              <input type="radio" name="way" checked={way === value} onChange={() => setWay(value)} />
              {label}
            </label>
          ))}
        </fieldset>
      </div>
      {/* All stay there, so that what is typed in one is not lost by looking at another. */}
      {WAYS.map(({ value, Form }) => (
        <div key={value} hidden={way !== value}>
          <Form {...props} />
        </div>
      ))}
      <div className={styles.buttons}>
        <button
          type="button"
          className={`${control.button} ${control.small} ${control.subtle}`}
          onClick={onDone}
        >
          Clear the choice
        </button>
        {only && phones.length === 1 && (
          <Link href={orderUrl({ ...url, phone: only })} scroll={false}>
            History of {formatPhoneNumber(only)}
          </Link>
        )}
      </div>
    </section>
  );
}

/** That all numbers were chosen: an order never stays empty. Null when some stay. */
export function noneStays(numbers: number, phones: readonly PhoneNumber[]): string | null {
  return phones.length < numbers ? null : 'An order is never empty: leave at least one number in it.';
}
