'use client';

import { IconAlertTriangle, IconEye, IconEyeOff } from '@tabler/icons-react';
import { type ReactNode, useActionState, useEffect, useRef, useState } from 'react';
import control from '#ui/control.module.css';
import { IconButton } from '#ui/icon-button.tsx';
import { type SignInState, signIn } from './actions.ts';
import styles from './sign-in.module.css';

/** Email and password. Works before its script has loaded; what is wrong is said in place and read aloud. */
export function SignInForm({
  callbackUrl,
  problem,
  children,
}: {
  callbackUrl: string | undefined;
  /** What went wrong on the way here. */
  problem: string | undefined;
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
    <form action={submit} noValidate className={styles.form} aria-labelledby="sign-in-title">
      <header>
        <h1 id="sign-in-title">Sign in</h1>
        <p className={styles.lead}>Every port order of all your accounts.</p>
      </header>
      {said && <Problem>{said}</Problem>}
      <input type="hidden" name="callbackUrl" value={callbackUrl ?? ''} />
      <div className={control.field}>
        <label className={styles.label} htmlFor="email">
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
          className={`${control.input} ${styles.input}`}
          {...faultOf(state, 'email')}
        />
      </div>
      <PasswordField inputRef={password} fault={faultOf(state, 'password')} />
      <button
        type="submit"
        className={`${control.button} ${control.primary} ${styles.wide}`}
        aria-disabled={pending || undefined}
      >
        {pending ? 'Signing in' : 'Sign in'}
      </button>
      {children}
      <p className={styles.notice}>
        For authorized partner contacts only. Reports hold confidential customer data.
      </p>
    </form>
  );
}

function Problem({ children }: { children: ReactNode }) {
  return (
    <div id="sign-in-problem" role="alert" className={styles.problem}>
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
      <span>{children}</span>
    </div>
  );
}

type Fault = { 'aria-invalid'?: true; 'aria-describedby'?: string; 'data-invalid'?: true };

function PasswordField({ inputRef, fault }: { inputRef: React.Ref<HTMLInputElement>; fault: Fault }) {
  const [shown, setShown] = useState(false);
  const [forgotten, setForgotten] = useState(false);
  const { 'data-invalid': invalid, ...described } = fault;
  return (
    <div className={control.field}>
      <div className={styles.labels}>
        <label className={styles.label} htmlFor="password">
          Password
        </label>
        <button
          type="button"
          className={styles.forgot}
          aria-expanded={forgotten}
          aria-controls="forgotten"
          onClick={() => setForgotten(!forgotten)}
        >
          Forgot password?
        </button>
      </div>
      <div className={`${control.input} ${styles.input}`} data-invalid={invalid}>
        <input
          ref={inputRef}
          id="password"
          name="password"
          type={shown ? 'text' : 'password'}
          autoComplete="current-password"
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
      <p id="forgotten" className={styles.hint} hidden={!forgotten}>
        The portal sends no email yet. Write to the porting team from your work email, and they will give you
        a new password.
      </p>
    </div>
  );
}

function faultOf(state: SignInState | null, field: 'email' | 'password'): Fault {
  if (!state?.fields.includes(field)) return {};
  return { 'aria-invalid': true, 'aria-describedby': 'sign-in-problem', 'data-invalid': true };
}
