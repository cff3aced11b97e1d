'use client';

import { type FormEvent, useState } from 'react';
import { counted } from '#domain/counted.ts';
import { DETAILED_FACTS, isOpen, statusOf } from '#domain/status.ts';
import control from '#ui/control.module.css';
import { StatusGlyph } from '#ui/status-glyph.tsx';
import { moveNumbers } from './actions.ts';
import { type ChosenProps, noneStays } from './chosen-numbers.tsx';
import move from './move-panel.module.css';
import styles from './numbers.module.css';
import { NumbersProblems } from './numbers-problems.tsx';
import { orderUrl } from './url.ts';
import { useChanges } from './use-changes.tsx';

type Problem = { field: string; because: string };

/** Takes numbers to another open order of the request. */
export function MoveNumbers({ view, phones, base, onDone }: ChosenProps) {
  const { order, url } = view;
  const { send, pending } = useChanges();
  const open = order.siblings.filter(
    ({ type, detailedStatus }) => type === order.type && isOpen(detailedStatus),
  );
  const [to, setTo] = useState<number | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const target = open.length === 1 ? (open[0]?.id ?? null) : to;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    const because = noneStays(order.numbers, phones);
    if (because) return setProblems([{ field: 'phones', because }]);
    if (target === null) return setProblems([{ field: 'to', because: 'Choose the order that they go to.' }]);
    send<Problem>({
      base,
      call: (from) => moveNumbers({ from, to: target, phones: [...phones] }),
      mine: [{ field: 'numbers', from: order.numbers, to: order.numbers - phones.length }],
      said: () => ({
        said: `${counted(phones.length, 'number')} moved to order ${target}.`,
        link: { label: 'Open it', href: orderUrl({ orderId: target, from: url.from }) },
      }),
      refused: setProblems,
      forget: onDone,
    });
  };

  if (open.length === 0) {
    return (
      <p>
        Request {order.requestId} has no other open order of {order.type} numbers. Split them off instead.
      </p>
    );
  }
  return (
    <form className={styles.chosenForm} noValidate onSubmit={submit}>
      <fieldset className={styles.siblings}>
        <legend className={control.label}>They take on the status and dates of</legend>
        {open.map(({ id, detailedStatus, numbers }) => (
          <label key={id}>
            <input
              type="radio"
              name="to-order"
              className={move.radio}
              checked={target === id}
              onChange={() => {
                setTo(id);
                setProblems([]);
              }}
            />
            <b>Order {id}</b>
            <StatusGlyph status={statusOf(detailedStatus)} />
            <span>{DETAILED_FACTS[detailedStatus].label}</span>
            <small>{counted(numbers, 'number')}</small>
          </label>
        ))}
      </fieldset>
      <NumbersProblems problems={problems} />
      <div className={styles.buttons}>
        <button type="submit" className={control.button} aria-busy={pending}>
          Move {counted(phones.length, 'number')}
          {target !== null && ` to order ${target}`}
        </button>
      </div>
    </form>
  );
}
