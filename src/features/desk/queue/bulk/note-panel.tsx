'use client';

import { IconEye, IconLock } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { counted } from '#domain/counted.ts';
import control from '#ui/control.module.css';
import { note } from '../actions.ts';
import type { Selection } from '../use-selection.ts';
import styles from './bulk.module.css';
import { type Place, SideFrame } from './side-frame.tsx';

type NotePanelProps = { selection: Selection; onClose: () => void; place: Place };

/** The same note for all selected orders: internal unless told otherwise, as for one order. */
export function NotePanel({ selection, onClose, place }: NotePanelProps) {
  const router = useRouter();
  const [visible, setVisible] = useState(false);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const orders = counted(selection.count, 'order');

  const add = () =>
    start(async () => {
      if (text.trim() === '') return setProblem('Write the note first.');
      const refs = selection.orders.map(({ partnerId, orderId }) => ({ partnerId, orderId }));
      const result = await note({ orders: refs, text, visibleToPartner: visible }).catch(() => null);
      if (!result) return setProblem('The connection failed. The note is still here: try again.');
      if (!result.ok) return setProblem(result.problem.sentence);
      if (result.value.kind === 'refused') {
        return setProblem(result.value.problems.map(({ because }) => because).join(' '));
      }
      setAdded(`Added to ${orders}, ${visible ? 'for their partners to read' : 'internal'}.`);
      router.refresh();
    });

  const primary = `${control.button} ${control.primary} ${styles.grow}`;
  return (
    <SideFrame
      place={place}
      title={`Add a note to ${orders}`}
      onClose={onClose}
      footer={
        <div className={styles.buttons}>
          {added ? (
            <button type="button" className={primary} onClick={onClose}>
              Close
            </button>
          ) : (
            <>
              <button type="button" className={primary} aria-busy={pending} onClick={add}>
                Add to {orders}
              </button>
              <button type="button" className={control.button} onClick={onClose}>
                Cancel
              </button>
            </>
          )}
        </div>
      }
    >
      {added ? (
        <p className={styles.outcome} role="status">
          {added}
        </p>
      ) : (
        <div className={styles.form}>
          <fieldset className={`${control.segments} ${styles.readers}`}>
            <legend className="pp-vh">Who can read the note</legend>
            <label>
              <input type="radio" name="reader" checked={!visible} onChange={() => setVisible(false)} />
              <IconLock size={14} stroke={1.75} aria-hidden="true" />
              Internal
            </label>
            <label>
              <input type="radio" name="reader" checked={visible} onChange={() => setVisible(true)} />
              <IconEye size={14} stroke={1.75} aria-hidden="true" />
              Partners can read
            </label>
          </fieldset>
          <p className={styles.hint}>
            {visible
              ? 'Each partner reads it with its own orders.'
              : 'Only the porting team reads internal notes.'}
          </p>
          <textarea
            className={styles.note}
            data-internal={visible ? undefined : ''}
            data-autofocus
            rows={5}
            maxLength={4000}
            value={text}
            aria-label={visible ? 'Note for the partners' : 'Internal note'}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? 'note-problem' : undefined}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setProblem(null);
            }}
          />
          {problem && (
            <p id="note-problem" className={control.error} role="alert">
              {problem}
            </p>
          )}
        </div>
      )}
    </SideFrame>
  );
}
