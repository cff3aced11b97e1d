'use client';

import { type FormEvent, type ReactNode, useState } from 'react';
import type { ListedUser } from '#data/users/listed-user.ts';
import control from '#ui/control.module.css';
import { FormProblem, TextField } from '../field.tsx';
import form from '../form.module.css';
import { useChange } from '../use-change.ts';
import { changeRole, rename } from './actions.ts';
import { type PartnerChoice, PlaceFields } from './place-fields.tsx';
import type { PlaceDraft } from './place-schema.ts';

/** Gives a user another name. */
export function RenameForm({ email, was, onClose }: { email: string; was: string; onClose: () => void }) {
  const { change, pending, refusal } = useChange();
  const [name, setName] = useState(was);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change(() => rename({ email, name }), onClose);
  };
  return (
    <form className={form.inline} aria-label="Rename the user" noValidate onSubmit={submit}>
      <FormProblem refusal={refusal} fields={['name']} />
      <TextField label="Name" name="name" first value={name} refusal={refusal} onChange={setName} />
      <Foot pending={pending} onClose={onClose}>
        Save name
      </Foot>
    </form>
  );
}

/** Gives a user another role, with the partner and account that it needs. */
export function RoleForm({
  user,
  partners,
  onClose,
}: {
  user: ListedUser;
  partners: readonly PartnerChoice[];
  onClose: () => void;
}) {
  const { change, pending, refusal } = useChange();
  const [place, setPlace] = useState<PlaceDraft>({
    role: user.role,
    partner: user.partner?.slug ?? '',
    account: user.account?.id ?? '',
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change(() => changeRole({ email: user.email, place }), onClose);
  };
  return (
    <form className={form.stack} aria-label="Change the role" noValidate onSubmit={submit}>
      <FormProblem refusal={refusal} fields={['partner', 'account']} />
      <div className={form.fields}>
        <PlaceFields draft={place} partners={partners} refusal={refusal} onChange={setPlace} />
      </div>
      <p className={form.hint}>{user.name} is signed out, and has the new role from the next sign-in on.</p>
      <Foot pending={pending} onClose={onClose}>
        Save role
      </Foot>
    </form>
  );
}

function Foot({
  pending,
  onClose,
  children,
}: {
  pending: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <div className={form.foot}>
      <button type="submit" className={`${control.button} ${control.primary}`} aria-busy={pending}>
        {children}
      </button>
      <button type="button" className={`${control.button} ${control.subtle}`} onClick={onClose}>
        Cancel
      </button>
    </div>
  );
}
