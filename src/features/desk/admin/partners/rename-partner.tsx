'use client';

import { type FormEvent, useState } from 'react';
import control from '#ui/control.module.css';
import { FormProblem, TextField } from '../field.tsx';
import form from '../form.module.css';
import { Unfold } from '../unfold.tsx';
import { useChange } from '../use-change.ts';
import { renamePartner } from './actions.ts';

/** Gives a partner another name, which every page, file and mail of it shows from then on. */
export function RenamePartner({ slug, name }: { slug: string; name: string }) {
  return <Unfold label="Rename">{(close) => <RenameForm slug={slug} was={name} onClose={close} />}</Unfold>;
}

function RenameForm({ slug, was, onClose }: { slug: string; was: string; onClose: () => void }) {
  const { change, pending, refusal } = useChange();
  const [name, setName] = useState(was);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change(() => renamePartner({ slug, was, name }), onClose);
  };
  return (
    <form className={form.inline} aria-label="Rename the partner" noValidate onSubmit={submit}>
      <FormProblem refusal={refusal} fields={['name']} />
      <TextField label="Name" name="name" first value={name} refusal={refusal} onChange={setName} />
      <div className={form.foot}>
        <button type="submit" className={`${control.button} ${control.primary}`} aria-busy={pending}>
          Save name
        </button>
        <button type="button" className={`${control.button} ${control.subtle}`} onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}
