'use client';

import { type ReactNode, useId } from 'react';
import control from '#ui/control.module.css';
import styles from './form.module.css';
import type { Refusal } from './use-change.ts';

type Described = { id: string; 'aria-invalid'?: true; 'aria-describedby'?: string; 'data-invalid'?: '' };

type FieldProps = {
  label: string;
  /** The name by which a refusal means it. */
  name: string;
  refusal: Refusal | null;
  optional?: boolean;
  hint?: ReactNode;
  children: (described: Described) => ReactNode;
};

/** A label, its control, and what is wrong with it. */
export function Field({ label, name, refusal, optional, hint, children }: FieldProps) {
  const id = useId();
  const problem = refusal?.field === name ? refusal.because : null;
  const described = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className={control.field}>
      <label className={control.label} htmlFor={id}>
        {label} {optional && <small>optional</small>}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        ...(problem ? { 'aria-invalid': true, 'data-invalid': '' } : {}),
      })}
      {problem && (
        <p id={`${id}-problem`} className={control.error} role="alert">
          {problem}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

type TextProps = Omit<FieldProps, 'children'> & {
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'email' | 'date';
  /** Whether it is where typing begins when its form unfolds. */
  first?: boolean;
  list?: string;
};

/** A field of one line. */
export function TextField({ value, onChange, type = 'text', first, list, ...field }: TextProps) {
  return (
    <Field {...field}>
      {(described) => (
        <input
          {...described}
          className={control.input}
          type={type}
          value={value}
          list={list}
          autoComplete="off"
          autoCapitalize={type === 'email' ? 'none' : undefined}
          spellCheck={false}
          ref={first ? focusOnce : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** What is wrong with a form as a whole. */
export function FormProblem({ refusal, fields }: { refusal: Refusal | null; fields: readonly string[] }) {
  if (!refusal || (refusal.field !== null && fields.includes(refusal.field))) return null;
  return (
    <p className={styles.problem} role="alert">
      {refusal.because}
    </p>
  );
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
