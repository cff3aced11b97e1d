'use client';

import { type FormEvent, useState } from 'react';
import type { OrderDetail } from '#data/orders/order.ts';
import { counted } from '#domain/counted.ts';
import type { PhoneNumber } from '#domain/phone-number.ts';
import { sortPasted } from '#domain/sort-pasted.ts';
import control from '#ui/control.module.css';
import { PasteNumbers } from '../numbers/paste-numbers.tsx';
import styles from './numbers.module.css';

type PasteChoiceProps = {
  order: OrderDetail;
  onChoose: (phones: readonly PhoneNumber[]) => void;
  onClose: () => void;
};

/** Chooses numbers of the order by pasting them; those that are not in it are named. */
export function PasteChoice({ order, onChoose, onClose }: PasteChoiceProps) {
  const [list, setList] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const own = new Set(order.phones);
  // Of very many only the first are here; of the others the verb knows whether they are in the order.
  const whole = order.numbers <= order.phones.length;
  const sorted = sortPasted(list, (phone) =>
    !whole || own.has(phone) ? null : { kind: 'held', because: `It is not on order ${order.orderId}.` },
  );
  const { good } = sorted;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (good.length === 0) return setProblem('Paste at least one number of this order.');
    onChoose(good);
  };

  return (
    <form className={styles.panel} aria-label="Choose numbers by a list" noValidate onSubmit={submit}>
      <PasteNumbers
        label="Paste numbers of this order"
        value={list}
        sorted={sorted}
        problem={problem}
        goodWords={() => `${counted(good.length, 'number')} of this order`}
        onChange={(text) => {
          setList(text);
          setProblem(null);
        }}
      />
      <div className={styles.buttons}>
        <button type="submit" className={control.button}>
          {good.length === 0 ? 'Choose them' : `Choose ${counted(good.length, 'number')}`}
        </button>
        <button type="button" className={`${control.button} ${control.subtle}`} onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}
