'use client';

import { type FormEvent, useState } from 'react';
import { counted } from '#domain/counted.ts';
import { ofOtherType, sortPasted } from '#domain/sort-pasted.ts';
import control from '#ui/control.module.css';
import { NoteField } from '../move/move-fields.tsx';
import { PasteNumbers } from '../numbers/paste-numbers.tsx';
import { useHeld } from '../numbers/use-held.ts';
import { addNumbers } from './actions.ts';
import styles from './numbers.module.css';
import { NumbersProblems } from './numbers-problems.tsx';
import type { OrderView } from './order-view.ts';
import { useChanges } from './use-changes.tsx';

type Problem = { field: string; because: string };

/** Adds pasted numbers to the order: each that cannot be is named, with why. */
export function AddNumbers({ view: { order }, onClose }: { view: OrderView; onClose: () => void }) {
  const { send, pending } = useChanges();
  const [base] = useState(order.version);
  const [list, setList] = useState('');
  const [note, setNote] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { held, checking } = useHeld(list);
  const own = new Set(order.phones);
  const sorted = sortPasted(list, (phone) => {
    if (own.has(phone)) return { kind: 'held', because: 'It is on this order already.' };
    const because = held.get(phone);
    return because ? { kind: 'held', because } : ofOtherType(phone, order.type);
  });
  const { good } = sorted;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    if (good.length === 0)
      return setProblems([{ field: 'list', because: 'Paste at least one number that can be added.' }]);
    send<Problem>({
      base,
      call: (seen) => addNumbers({ order: seen, phones: good, note }),
      mine: [{ field: 'numbers', from: order.numbers, to: order.numbers + good.length }],
      said: () => ({ said: `${counted(good.length, 'number')} added to order ${order.orderId}.` }),
      refused: setProblems,
      forget: onClose,
    });
  };

  return (
    <form className={styles.panel} aria-label="Add numbers" noValidate onSubmit={submit}>
      <PasteNumbers
        label={`Numbers to add, ${order.type} ones`}
        value={list}
        sorted={sorted}
        checking={checking}
        problem={problems.find(({ field }) => field === 'list')?.because}
        goodWords={() => `${counted(good.length, 'number')} to add`}
        onChange={(text) => {
          setList(text);
          setProblems([]);
        }}
      />
      <NoteField
        label="Note for the partner"
        value={note}
        required={false}
        problem={null}
        onChange={setNote}
      />
      <NumbersProblems problems={problems} />
      <div className={styles.buttons}>
        <button type="submit" className={control.button} aria-busy={pending}>
          {good.length === 0 ? 'Add numbers' : `Add ${counted(good.length, 'number')}`}
        </button>
        <button type="button" className={`${control.button} ${control.subtle}`} onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}
