'use client';

import { IconUpload } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useAlive } from './anchor.tsx';
import control from './control.module.css';
import styles from './file-drop.module.css';

type FileDropProps = {
  /** As the browser's dialog narrows it: `.csv,.xlsx`. */
  accept: string;
  label: string;
  /** What kind of file, how large. */
  hint: ReactNode;
  /** How much of a file has gone, from 0 to 1; null when none is being sent. */
  share: number | null;
  problem: string | null;
  onFile: (file: File) => void;
};

/** A place to drop a file on, or to choose one. Says how the sending goes and what is wrong with the file. */
export function FileDrop({ accept, label, hint, share, problem, onFile }: FileDropProps) {
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const over = useDrop(place, share === null ? onFile : null);
  return (
    <div
      ref={place}
      className={styles.place}
      data-alive={useAlive() ? '' : undefined}
      data-over={over ? '' : undefined}
    >
      <IconUpload size={22} stroke={1.5} aria-hidden="true" />
      {share !== null ? (
        <Sending share={share} />
      ) : (
        <p className={styles.choose}>
          <input
            id={id}
            className={styles.input}
            type="file"
            accept={accept}
            aria-describedby={`${id}-hint${problem ? ` ${id}-problem` : ''}`}
            aria-invalid={problem ? true : undefined}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              // So that the same file, mended, can be chosen again.
              event.currentTarget.value = '';
              if (file) onFile(file);
            }}
          />
          <label htmlFor={id} className={`${control.button} ${control.primary}`}>
            {label}
          </label>
          <span>or drop it here</span>
        </p>
      )}
      <p className={styles.hint} id={`${id}-hint`}>
        {hint}
      </p>
      <p className={styles.problem} id={`${id}-problem`} role="alert">
        {problem}
      </p>
    </div>
  );
}

/** Whether something is held over a place; what is dropped there goes to `onFile`. */
function useDrop(place: RefObject<HTMLElement | null>, onFile: ((file: File) => void) | null): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const events = new AbortController();
    const on = (name: 'dragover' | 'dragleave' | 'drop', held: boolean) =>
      place.current?.addEventListener(
        name,
        (event) => {
          event.preventDefault();
          setOver(held);
          const file = name === 'drop' ? event.dataTransfer?.files[0] : undefined;
          if (file) onFile?.(file);
        },
        { signal: events.signal },
      );
    on('dragover', true);
    on('dragleave', false);
    on('drop', false);
    return () => events.abort();
  }, [place, onFile]);
  return over;
}

function Sending({ share }: { share: number }) {
  const percent = Math.floor(share * 100);
  return (
    <div className={styles.sending}>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label="Sent"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <i style={{ width: `${percent}%` }} />
      </div>
      <p aria-live="polite">{percent < 100 ? `Sending, ${percent} %` : 'Reading the file'}</p>
    </div>
  );
}
