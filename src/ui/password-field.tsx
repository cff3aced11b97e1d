'use client';

import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type ReactNode, type Ref, useState } from 'react';
import control from './control.module.css';
import styles from './entry-form.module.css';
import { IconButton } from './icon-button.tsx';

/** A field's fault, as attributes of its control. */
export type Fault = { 'aria-invalid'?: true; 'aria-describedby'?: string; 'data-invalid'?: true };

/** A password that can be looked at while it is typed. */
export function PasswordField({
  label,
  autoComplete,
  inputRef,
  fault,
  aside,
  children,
}: {
  label: string;
  autoComplete: 'current-password' | 'new-password';
  inputRef: Ref<HTMLInputElement>;
  fault: Fault;
  /** At the far side of the label. */
  aside?: ReactNode;
  /** Below the field. */
  children?: ReactNode;
}) {
  const [shown, setShown] = useState(false);
  const { 'data-invalid': invalid, ...described } = fault;
  return (
    <div className={control.field}>
      <div className={styles.labels}>
        <label className={styles.label} htmlFor="password">
          {label}
        </label>
        {aside}
      </div>
      <div className={`${control.input} ${styles.input}`} data-invalid={invalid}>
        <input
          ref={inputRef}
          id="password"
          name="password"
          type={shown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          required
          {...described}
        />
        <IconButton
          name={shown ? 'Hide password' : 'Show password'}
          className={styles.show}
          onClick={() => setShown(!shown)}
        >
          {shown ? (
            <IconEyeOff size={16} stroke={1.75} aria-hidden="true" />
          ) : (
            <IconEye size={16} stroke={1.75} aria-hidden="true" />
          )}
        </IconButton>
      </div>
      {children}
    </div>
  );
}
