'use client';

import { useId, useRef, useState } from 'react';
import control from '#ui/control.module.css';
import { SecretText } from '#ui/secret-text.tsx';
import { reveal } from '../actions.ts';
import card from '../card.module.css';
import styles from './transfer.module.css';

type SecretFieldProps = {
  label: string;
  field: 'account-number' | 'pin';
  partnerId: number;
  transferId: number;
  /** Null when there is none. */
  masked: string | null;
  hint: string;
  optional?: boolean;
  onSave: (text: string | null) => void;
};

/** An account number or a PIN: typed once, encrypted when the field is left, masked from then on. */
export function SecretField(props: SecretFieldProps) {
  const { label, field, partnerId, transferId, masked, hint, optional, onSave } = props;
  const id = useId();
  const name = field === 'pin' ? 'PIN' : 'account number';
  const [typing, setTyping] = useState(false);
  const [text, setText] = useState('');
  const replace = useRef<HTMLInputElement>(null);
  const open = masked === null || typing;
  const leave = () => {
    const given = text.trim();
    if (given !== '') onSave(given);
    // Only what was typed replaces what is there.
    if (given !== '' || masked !== null) {
      setText('');
      setTyping(false);
    }
  };
  return (
    <div className={control.field}>
      <label className={control.label} htmlFor={open ? id : undefined}>
        {label} {optional && <small>optional</small>}
      </label>
      {open ? (
        <input
          ref={replace}
          id={id}
          className={control.input}
          value={text}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={60}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={leave}
        />
      ) : (
        <div className={styles.secret}>
          <SecretText name={name} masked={masked} reveal={() => reveal({ partnerId, transferId, field })} />
          <button
            type="button"
            className={`${control.button} ${control.small} ${control.subtle}`}
            aria-label={`Replace the ${name}`}
            onClick={() => {
              setTyping(true);
              requestAnimationFrame(() => replace.current?.focus());
            }}
          >
            Replace
          </button>
          {optional && (
            <button
              type="button"
              className={`${control.button} ${control.small} ${control.subtle}`}
              aria-label={`Remove the ${name}`}
              onClick={() => onSave(null)}
            >
              Remove
            </button>
          )}
        </div>
      )}
      <p id={`${id}-hint`} className={card.hint}>
        {hint}
      </p>
    </div>
  );
}
