'use client';

import { IconEye, IconLock } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import type { OrderDetail } from '#data/orders/order.ts';
import control from '#ui/control.module.css';
import { addNote } from './actions.ts';
import styles from './note-form.module.css';

/** Writes a note: internal unless told otherwise, so that what is meant for us never reaches a partner by a slip. */
export function NoteForm({ order }: { order: OrderDetail }) {
  const router = useRouter();
  const [visible, setVisible] = useState(false);
  const [text, setText] = useState('');
  const [said, setSaid] = useState<{ problem: boolean; sentence: string } | null>(null);
  const [pending, start] = useTransition();
  const { partnerId, orderId, partner } = order;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    if (text.trim() === '') return setSaid({ problem: true, sentence: 'Write the note first.' });
    start(async () => {
      const result = await addNote({ order: { partnerId, orderId }, text, visibleToPartner: visible }).catch(
        () => null,
      );
      if (!result) {
        return setSaid({
          problem: true,
          sentence: 'The connection failed. The note is still here: try again.',
        });
      }
      if (!result.ok) return setSaid({ problem: true, sentence: result.problem.sentence });
      if (result.value.kind === 'refused') {
        return setSaid({
          problem: true,
          sentence: result.value.problems.map(({ because }) => because).join(' '),
        });
      }
      setText('');
      setVisible(false);
      setSaid({
        problem: false,
        sentence: visible ? `Added: ${partner.name} can read it.` : 'Added, internal.',
      });
      router.refresh();
    });
  };

  return (
    <form className={styles.form} aria-label="Add a note" noValidate onSubmit={submit}>
      <div className={styles.head}>
        <fieldset className={control.segments}>
          <legend className="pp-vh">Who can read the note</legend>
          <label>
            <input type="radio" name="reader" checked={!visible} onChange={() => setVisible(false)} />
            <IconLock size={14} stroke={1.75} aria-hidden="true" />
            Internal
          </label>
          <label>
            <input type="radio" name="reader" checked={visible} onChange={() => setVisible(true)} />
            <IconEye size={14} stroke={1.75} aria-hidden="true" />
            Partner can read
          </label>
        </fieldset>
        <p>
          {visible
            ? `${partner.name} reads it with the order.`
            : 'Only the porting team reads internal notes.'}
        </p>
      </div>
      <textarea
        className={styles.text}
        data-internal={visible ? undefined : ''}
        data-key="n"
        rows={2}
        maxLength={4000}
        value={text}
        aria-label={visible ? 'Note for the partner' : 'Internal note'}
        placeholder={visible ? `Write to ${partner.name}` : 'Write an internal note'}
        aria-invalid={said?.problem || undefined}
        aria-describedby="note-said"
        onChange={(event) => {
          setText(event.currentTarget.value);
          setSaid(null);
        }}
      />
      <div className={styles.foot}>
        <button type="submit" className={`${control.button} ${control.small}`} aria-busy={pending}>
          Add note
        </button>
        <p id="note-said" role="status" className={said?.problem ? control.error : styles.said}>
          {said?.sentence}
        </p>
      </div>
    </form>
  );
}
