'use client';

import { type ReactNode, useActionState, useEffect, useRef, useState } from 'react';
import control from '#ui/control.module.css';
import entry from '#ui/entry-form.module.css';
import { EntrySaid } from '#ui/entry-said.tsx';
import { type Fault, PasswordField } from '#ui/password-field.tsx';
import { type SignInState, signIn } from './actions.ts';
import styles from './sign-in.module.css';

/** Email and password. Works before its script has loaded; what is wrong is said in place and read aloud. */
export function SignInForm({
  callbackUrl,
  problem,
  chosen,
  children,
}: {
  callbackUrl: string | undefined;
  /** What went wrong on the way here. */
  problem: string | undefined;
  /** Whether a password was chosen just now. */
  chosen: boolean;
  children?: ReactNode;
}) {
  const [state, submit, pending] = useActionState(signIn, null);
  const password = useRef<HTMLInputElement>(null);
  const email = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (state) (state.fields[0] === 'email' && !state.email ? email : password).current?.focus();
  }, [state]);
  const said = state?.problem ?? problem;
  return (
    <form action={submit} noValidate className={entry.form} aria-labelledby="sign-in-title">
      <header>
        <h1 id="sign-in-title">Sign in</h1>
        <p className={entry.lead}>Every port order of all your accounts.</p>
      </header>
      {said && (
        <EntrySaid id="sign-in-problem" tone="bad">
          {said}
        </EntrySaid>
      )}
      {chosen && !said && (
        <EntrySaid id="sign-in-chosen" tone="ok">
          Your password is set. Sign in with it.
        </EntrySaid>
      )}
      <input type="hidden" name="callbackUrl" value={callbackUrl ?? ''} />
      <div className={control.field}>
        <label className={entry.label} htmlFor="email">
          Work email
        </label>
        <input
          ref={email}
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          defaultValue={state?.email}
          className={`${control.input} ${entry.input}`}
          {...faultOf(state, 'email')}
        />
      </div>
      <Password inputRef={password} fault={faultOf(state, 'password')} />
      <button
        type="submit"
        className={`${control.button} ${control.primary} ${entry.wide}`}
        aria-disabled={pending || undefined}
      >
        {pending ? 'Signing in' : 'Sign in'}
      </button>
      {children}
      <p className={entry.notice}>
        For authorized partner contacts only. Reports hold confidential customer data.
      </p>
    </form>
  );
}

function Password({ inputRef, fault }: { inputRef: React.Ref<HTMLInputElement>; fault: Fault }) {
  const [forgotten, setForgotten] = useState(false);
  return (
    <PasswordField
      label="Password"
      autoComplete="current-password"
      inputRef={inputRef}
      fault={fault}
      aside={
        <button
          type="button"
          className={styles.forgot}
          aria-expanded={forgotten}
          aria-controls="forgotten"
          onClick={() => setForgotten(!forgotten)}
        >
          Forgot password?
        </button>
      }
    >
      <p id="forgotten" className={entry.hint} hidden={!forgotten}>
        The portal sends no email yet. Write to the porting team from your work email, and they will give you
        a link to choose a new password.
      </p>
    </PasswordField>
  );
}

function faultOf(state: SignInState | null, field: 'email' | 'password'): Fault {
  if (!state?.fields.includes(field)) return {};
  return { 'aria-invalid': true, 'aria-describedby': 'sign-in-problem', 'data-invalid': true };
}
