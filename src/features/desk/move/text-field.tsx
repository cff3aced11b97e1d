'use client';

import { useId } from 'react';
import control from '#ui/control.module.css';
import move from './move.module.css';

type TextFieldProps = {
  label: string;
  value: string;
  hint?: string;
  problem: string | null;
  onChange: (value: string) => void;
};

/** A line of text with what is wrong with it. */
export function TextField({ label, value, hint, problem, onChange }: TextFieldProps) {
  const id = useId();
  const described = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className={control.field}>
      <label className={control.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={control.input}
        value={value}
        autoComplete="off"
        maxLength={400}
        data-invalid={problem ? '' : undefined}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {problem && (
        <p id={`${id}-problem`} className={control.error}>
          {problem}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className={move.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
