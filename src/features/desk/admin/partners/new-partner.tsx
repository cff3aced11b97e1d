'use client';

import { IconPlus } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { partnerSlugOf } from '#domain/partner-slug.ts';
import control from '#ui/control.module.css';
import styles from '../admin.module.css';
import { FormProblem, TextField } from '../field.tsx';
import form from '../form.module.css';
import { Unfold } from '../unfold.tsx';
import { partnerUrl } from '../url.ts';
import { useChange } from '../use-change.ts';
import { createPartner } from './actions.ts';

/** Makes a partner and goes on to its page, where its accounts are made. */
export function NewPartner() {
  return (
    <div className={styles.bar}>
      <Unfold
        label="New partner"
        icon={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
        className={`${control.button} ${control.primary}`}
      >
        {(close) => <NewPartnerForm onClose={close} />}
      </Unfold>
    </div>
  );
}

function NewPartnerForm({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const { change, pending, refusal } = useChange();
  const [name, setName] = useState('');
  const [typedSlug, setTypedSlug] = useState<string | null>(null);
  const slug = typedSlug ?? partnerSlugOf(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change(
      () => createPartner({ name, slug }),
      (made) => router.push(partnerUrl(made)),
    );
  };
  return (
    <form
      className={`${styles.card} ${styles.whole} ${form.form}`}
      aria-label="New partner"
      noValidate
      onSubmit={submit}
    >
      <FormProblem refusal={refusal} fields={['name', 'slug']} />
      <div className={form.fields}>
        <TextField label="Name" name="name" first value={name} refusal={refusal} onChange={setName} />
        <TextField
          label="Short name"
          name="slug"
          hint="Stands in addresses and commands, and cannot be changed later."
          value={slug}
          refusal={refusal}
          onChange={setTypedSlug}
        />
      </div>
      <div className={form.foot}>
        <button type="submit" className={`${control.button} ${control.primary}`} aria-busy={pending}>
          Create partner
        </button>
        <button type="button" className={`${control.button} ${control.subtle}`} onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}
