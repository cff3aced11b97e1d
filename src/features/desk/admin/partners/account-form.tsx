'use client';

import { type FormEvent, useState } from 'react';
import control from '#ui/control.module.css';
import { FormProblem, TextField } from '../field.tsx';
import form from '../form.module.css';
import { useChange } from '../use-change.ts';
import { changeAccount, createAccount } from './actions.ts';

export type AccountNames = { id: string; username: string | null; company: string | null };

/** Makes an account of a partner, or with `account` changes the names of one. */
export function AccountForm({
  partner,
  account,
  onClose,
}: {
  partner: string;
  account: AccountNames | null;
  onClose: () => void;
}) {
  const { change, pending, refusal } = useChange();
  // What is typed over is told by how it was when the form was opened.
  const [was] = useState(account);
  const [id, setId] = useState('');
  const [username, setUsername] = useState(was?.username ?? '');
  const [company, setCompany] = useState(was?.company ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change(() => {
      if (!was) return createAccount({ partner, account: { id, username, company } });
      const seen = { username: was.username, company: was.company };
      return changeAccount({ partner, id: was.id, was: seen, names: { username, company } });
    }, onClose);
  };
  return (
    <form
      className={form.form}
      aria-label={was ? `Account ${was.id}` : 'New account'}
      noValidate
      onSubmit={submit}
    >
      <FormProblem refusal={refusal} fields={['id', 'username', 'company']} />
      <div className={form.fields}>
        {was === null && (
          <TextField
            label="Account ID"
            name="id"
            first
            hint="As the partner knows it; it stays."
            value={id}
            refusal={refusal}
            onChange={setId}
          />
        )}
        <TextField
          label="Company name"
          name="company"
          optional
          first={was !== null}
          value={company}
          refusal={refusal}
          onChange={setCompany}
        />
        <TextField
          label="Username"
          name="username"
          optional
          value={username}
          refusal={refusal}
          onChange={setUsername}
        />
      </div>
      <div className={form.foot}>
        <button type="submit" className={`${control.button} ${control.primary}`} aria-busy={pending}>
          {was ? 'Save account' : 'Create account'}
        </button>
        <button type="button" className={`${control.button} ${control.subtle}`} onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}
