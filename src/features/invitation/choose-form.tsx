'use client';

import { useActionState, useEffect, useRef } from 'react';
import control from '#ui/control.module.css';
import entry from '#ui/entry-form.module.css';
import { EntrySaid } from '#ui/entry-said.tsx';
import { PasswordField } from '#ui/password-field.tsx';
import { choosePassword } from './actions.ts';

/** Chooses a password. Works before its script has loaded; what is wrong is said in place and read aloud. */
export function ChooseForm({
  token,
  email,
  name,
  least,
}: {
  token: string;
  email: string;
  name: string;
  /** How many characters a password has at least. */
  least: number;
}) {
  const [state, submit, pending] = useActionState(choosePassword, null);
  const password = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (state) password.current?.focus();
  }, [state]);
  return (
    <form action={submit} noValidate className={entry.form} aria-labelledby="choose-title">
      <header>
        <h1 id="choose-title">Choose a password</h1>
        <p className={entry.lead}>
          {name}, from then on you sign in as <b>{email}</b>.
        </p>
      </header>
      {state && (
        <EntrySaid id="choose-problem" tone="bad">
          {state.problem}
        </EntrySaid>
      )}
      <input type="hidden" name="token" value={token} />
      {/* For password managers, which keep a password under its user's name. */}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label="New password"
        autoComplete="new-password"
        inputRef={password}
        fault={{
          'aria-describedby': state?.field ? 'choose-problem choose-hint' : 'choose-hint',
          ...(state?.field ? { 'aria-invalid': true, 'data-invalid': true } : {}),
        }}
      >
        <p id="choose-hint" className={entry.hint}>
          At least {least} characters. A few words that do not belong together are easy to keep in mind and
          hard to guess.
        </p>
      </PasswordField>
      <button
        type="submit"
        className={`${control.button} ${control.primary} ${entry.wide}`}
        aria-disabled={pending || undefined}
      >
        {pending ? 'Saving' : 'Save password'}
      </button>
    </form>
  );
}
