'use client';

import { type FormEvent, useState } from 'react';
import type { RejectReasonText } from '#data/reject-reasons/reject-reason.ts';
import { REJECT_TURN_LABELS, REJECT_TURNS } from '#domain/reject-reason.ts';
import control from '#ui/control.module.css';
import { Field, FormProblem, TextField } from '../field.tsx';
import form from '../form.module.css';
import { useChange } from '../use-change.ts';
import { addReason, changeReason } from './actions.ts';

/** Words a reason: a new one, or with `reason` one that is there. */
export function ReasonForm({
  reason,
  onClose,
}: {
  reason: (RejectReasonText & { id: number }) | null;
  onClose: () => void;
}) {
  const { change, pending, refusal } = useChange();
  const [was] = useState(reason);
  const [text, setText] = useState<RejectReasonText>({
    reason: was?.reason ?? '',
    nextStep: was?.nextStep ?? '',
    turn: was?.turn ?? 'partner',
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change(() => {
      if (!was) return addReason(text);
      const { id, ...seen } = was;
      return changeReason({ id, was: seen, text });
    }, onClose);
  };
  return (
    <form
      className={form.form}
      aria-label={was ? `Edit ${was.reason}` : 'New reject reason'}
      noValidate
      onSubmit={submit}
    >
      <FormProblem refusal={refusal} fields={['reason', 'nextStep']} />
      <TextField
        label="Reason"
        name="reason"
        first
        hint="What the carrier says, in few words. The partner reads it in the report."
        value={text.reason}
        refusal={refusal}
        onChange={(value) => setText({ ...text, reason: value })}
      />
      <Field
        label="Next step"
        name="nextStep"
        refusal={refusal}
        hint="What the partner does now, in plain words; or that nothing is needed of it."
      >
        {(described) => (
          <textarea
            {...described}
            className={form.text}
            rows={3}
            value={text.nextStep}
            onChange={(event) => setText({ ...text, nextStep: event.currentTarget.value })}
          />
        )}
      </Field>
      <fieldset className={`${control.field} ${form.narrow}`}>
        <legend className={control.label}>Whose turn it is then</legend>
        <div className={control.segments}>
          {REJECT_TURNS.map((turn) => (
            <label key={turn}>
              <input
                type="radio"
                name="turn"
                checked={text.turn === turn}
                onChange={() => setText({ ...text, turn })}
              />
              {REJECT_TURN_LABELS[turn]}
            </label>
          ))}
        </div>
      </fieldset>
      <div className={form.foot}>
        <button type="submit" className={`${control.button} ${control.primary}`} aria-busy={pending}>
          {was ? 'Save reason' : 'Add reason'}
        </button>
        <button type="button" className={`${control.button} ${control.subtle}`} onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}
