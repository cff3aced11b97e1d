'use client';

import { useDeferredValue, useEffect, useId, useState } from 'react';
import { USER_ROLES } from '#domain/viewer.ts';
import control from '#ui/control.module.css';
import { Field, TextField } from '../field.tsx';
import type { Refusal } from '../use-change.ts';
import { ROLE_LABELS, ROLE_MEANINGS } from '../words.ts';
import { suggestAccounts } from './actions.ts';
import type { PlaceDraft } from './place-schema.ts';

export type PartnerChoice = { slug: string; name: string };

/** A role and what it needs: a partner, and for an end user an account of it. */
export function PlaceFields({
  draft,
  partners,
  refusal,
  onChange,
}: {
  draft: PlaceDraft;
  partners: readonly PartnerChoice[];
  refusal: Refusal | null;
  onChange: (draft: PlaceDraft) => void;
}) {
  const { role, partner, account } = draft;
  return (
    <>
      <Field label="Role" name="role" refusal={refusal} hint={ROLE_MEANINGS[role]}>
        {(described) => (
          <select
            {...described}
            className={control.input}
            value={role}
            onChange={({ currentTarget: { value } }) => {
              const chosen = USER_ROLES.find((each) => each === value);
              if (chosen) onChange({ ...draft, role: chosen });
            }}
          >
            {USER_ROLES.map((each) => (
              <option key={each} value={each}>
                {ROLE_LABELS[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {(role === 'partner' || role === 'end-user') && (
        <Field label="Partner" name="partner" refusal={refusal}>
          {(described) => (
            <select
              {...described}
              className={control.input}
              value={partner}
              onChange={(event) => onChange({ ...draft, partner: event.currentTarget.value, account: '' })}
            >
              <option value="">Choose a partner</option>
              {partners.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {role === 'end-user' && (
        <AccountField
          partner={partner}
          value={account}
          refusal={refusal}
          onChange={(chosen) => onChange({ ...draft, account: chosen })}
        />
      )}
    </>
  );
}

type Suggestion = { id: string; company: string | null };

function AccountField({
  partner,
  value,
  refusal,
  onChange,
}: {
  partner: string;
  value: string;
  refusal: Refusal | null;
  onChange: (value: string) => void;
}) {
  const list = useId();
  const [suggestions, setSuggestions] = useState<Suggestion[]>([]);
  const typed = useDeferredValue(value);
  useEffect(() => {
    if (partner === '') return;
    let wanted = true;
    void suggestAccounts({ partner, text: typed })
      .catch(() => null)
      .then((result) => {
        if (wanted && result?.ok && result.value.done) setSuggestions(result.value.value);
      });
    return () => {
      wanted = false;
    };
  }, [partner, typed]);
  const chosen = suggestions.find(({ id }) => id === value);
  return (
    <>
      <TextField
        label="Account ID"
        name="account"
        value={value}
        refusal={refusal}
        list={list}
        hint={chosen?.company ?? 'Type a part of its ID or company name to find it.'}
        onChange={onChange}
      />
      <datalist id={list}>
        {suggestions.map(({ id, company }) => (
          <option key={id} value={id}>
            {company ?? id}
          </option>
        ))}
      </datalist>
    </>
  );
}
