'use client';

import { type ReactNode, useId } from 'react';
import control from '#ui/control.module.css';
import card from './card.module.css';

export type FieldShape = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  problem?: string | null;
  hint?: ReactNode;
  optional?: boolean;
  type?: 'text' | 'email' | 'tel';
  autoComplete?: string;
  maxLength?: number;
  wide?: boolean;
};

/** A field of one line, what it is for, and what is wrong with it. */
export function TextField(props: FieldShape) {
  const { label, value, onChange, onBlur, problem, hint, optional, type = 'text', wide } = props;
  const id = useId();
  const described = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className={wide ? `${control.field} ${card.wide}` : control.field}>
      <label className={control.label} htmlFor={id}>
        {label} {optional && <small>optional</small>}
      </label>
      <input
        id={id}
        className={control.input}
        type={type}
        value={value}
        maxLength={props.maxLength ?? 200}
        autoComplete={props.autoComplete ?? 'off'}
        autoCapitalize={type === 'email' ? 'none' : undefined}
        spellCheck={false}
        data-invalid={problem ? '' : undefined}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={onBlur}
      />
      {problem && (
        <p id={`${id}-problem`} className={control.error}>
          {problem}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className={card.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
