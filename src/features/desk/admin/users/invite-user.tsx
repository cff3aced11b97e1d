'use client';

import { IconUserPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import control from '#ui/control.module.css';
import styles from '../admin.module.css';
import { FormProblem, TextField } from '../field.tsx';
import form from '../form.module.css';
import { Unfold } from '../unfold.tsx';
import { useChange } from '../use-change.ts';
import { invite } from './actions.ts';
import { LinkOnce } from './link-once.tsx';
import { type PartnerChoice, PlaceFields } from './place-fields.tsx';
import type { GivenLink, PlaceDraft } from './place-schema.ts';

/** Invites a user by a link that is shown here once. */
export function InviteUser({
  partners,
  partner,
}: {
  partners: readonly PartnerChoice[];
  /** The slug of the partner that the list is narrowed to. */
  partner: string | null;
}) {
  const [link, setLink] = useState<GivenLink | null>(null);
  if (link) return <LinkOnce link={link} onClose={() => setLink(null)} />;
  return (
    <div className={styles.bar}>
      <Unfold
        label="Invite a user"
        icon={<IconUserPlus size={16} stroke={1.75} aria-hidden="true" />}
        className={`${control.button} ${control.primary}`}
      >
        {(close) => <InviteForm partners={partners} partner={partner} onClose={close} onInvited={setLink} />}
      </Unfold>
    </div>
  );
}

function InviteForm({
  partners,
  partner,
  onClose,
  onInvited,
}: {
  partners: readonly PartnerChoice[];
  partner: string | null;
  onClose: () => void;
  onInvited: (link: GivenLink) => void;
}) {
  const { change, pending, refusal } = useChange();
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [place, setPlace] = useState<PlaceDraft>({ role: 'partner', partner: partner ?? '', account: '' });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change(() => invite({ email, name, place }), onInvited);
  };
  return (
    <form
      className={`${styles.card} ${styles.whole} ${form.form}`}
      aria-label="Invite a user"
      noValidate
      onSubmit={submit}
    >
      <FormProblem refusal={refusal} fields={['email', 'name', 'partner', 'account']} />
      <div className={form.fields}>
        <TextField
          label="Work email"
          name="email"
          type="email"
          first
          value={email}
          refusal={refusal}
          onChange={setEmail}
        />
        <TextField label="Name" name="name" value={name} refusal={refusal} onChange={setName} />
        <PlaceFields draft={place} partners={partners} refusal={refusal} onChange={setPlace} />
      </div>
      <div className={form.foot}>
        <button type="submit" className={`${control.button} ${control.primary}`} aria-busy={pending}>
          Make the invitation link
        </button>
        <button type="button" className={`${control.button} ${control.subtle}`} onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}
