'use client';

import { type ReactNode, useRef, useState } from 'react';
import control from '#ui/control.module.css';
import styles from './form.module.css';

/** A button in whose place a form unfolds; `close` folds it again and gives the focus back. */
export function Unfold({
  label,
  icon,
  className = control.button,
  children,
}: {
  label: string;
  icon?: ReactNode;
  className?: string;
  children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const again = useRef(false);
  const close = () => {
    again.current = true;
    setOpen(false);
  };
  if (open) return children(close);
  return (
    <button
      ref={(button) => {
        if (again.current) button?.focus();
        again.current = false;
      }}
      type="button"
      className={className}
      onClick={() => setOpen(true)}
    >
      {icon}
      {label}
    </button>
  );
}

/** A button that asks in its own place before it acts: for what cannot be taken back. */
export function AskFirst({
  label,
  question,
  yes,
  pending,
  onYes,
}: {
  label: string;
  question: string;
  /** What is done, as the button that does it says. */
  yes: string;
  pending: boolean;
  onYes: () => void;
}) {
  return (
    <Unfold label={label}>
      {(close) => (
        <fieldset className={styles.question}>
          <legend className="pp-vh">{label}</legend>
          <p>{question}</p>
          <button
            type="button"
            ref={focusOnce}
            className={`${control.button} ${control.primary}`}
            aria-busy={pending}
            onClick={onYes}
          >
            {yes}
          </button>
          <button type="button" className={`${control.button} ${control.subtle}`} onClick={close}>
            Cancel
          </button>
        </fieldset>
      )}
    </Unfold>
  );
}

function focusOnce(button: HTMLButtonElement | null): void {
  button?.focus();
}
