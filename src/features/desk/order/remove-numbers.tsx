'use client';

import { type FormEvent, useState } from 'react';
import { counted } from '#domain/counted.ts';
import control from '#ui/control.module.css';
import { NoteField } from '../move/move-fields.tsx';
import { removeNumbers } from './actions.ts';
import { type ChosenProps, noneStays } from './chosen-numbers.tsx';
import styles from './numbers.module.css';
import { NumbersProblems } from './numbers-problems.tsx';
import { useChanges } from './use-changes.tsx';

type Problem = { field: string; because: string };

/** Takes numbers out of the order and its request, with a note that says why. */
export function RemoveNumbers({ view: { order }, phones, base, onDone }: ChosenProps) {
  const { send, pending } = useChanges();
  const [note, setNote] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const said = problems.find(({ field }) => field === 'note')?.because ?? null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    const because = noneStays(order.numbers, phones);
    if (because) return setProblems([{ field: 'phones', because }]);
    if (note.trim() === '')
      return setProblems([{ field: 'note', because: 'Say in a note why they are taken out.' }]);
    send<Problem>({
      base,
      call: (seen) => removeNumbers({ order: seen, phones: [...phones], note }),
      mine: [{ field: 'numbers', from: order.numbers, to: order.numbers - phones.length }],
      said: () => ({ said: `${counted(phones.length, 'number')} taken out of order ${order.orderId}.` }),
      refused: setProblems,
      forget: () => {
        setNote('');
        onDone();
      },
    });
  };

  return (
    <form className={styles.chosenForm} noValidate onSubmit={submit}>
      <p>They leave request {order.requestId} and the partner’s report. The history keeps them.</p>
      <NoteField
        label="Why, for the partner"
        value={note}
        required
        problem={said}
        onChange={(text) => {
          setNote(text);
          setProblems([]);
        }}
      />
      <NumbersProblems problems={problems} />
      <div className={styles.buttons}>
        <button type="submit" className={control.button} aria-busy={pending}>
          Take out {counted(phones.length, 'number')}
        </button>
      </div>
    </form>
  );
}
