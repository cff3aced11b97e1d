'use client';

import { type FormEvent, useEffect, useState } from 'react';
import { changesBetween, type FieldChange } from '#domain/order-changes.ts';
import { decideEdit, type EditProblem, type OrderEdit } from '#domain/order-edits.ts';
import { PRIORITIES, PRIORITY_LABELS } from '#domain/priority.ts';
import control from '#ui/control.module.css';
import { DateField } from '../move/date-field.tsx';
import move from '../move/move.module.css';
import { NoteField } from '../move/move-fields.tsx';
import { TextField } from '../move/text-field.tsx';
import { useToldProblems } from '../move/use-told-problems.ts';
import { edit as editOrder } from './actions.ts';
import { type EditDraft, editOf, parseEdit } from './edit-draft.ts';
import styles from './edit-form.module.css';
import { type OrderView, stateOf } from './order-view.ts';
import { useChanges } from './use-changes.tsx';

/** Edits what may be edited without moving the order. Each change is recorded with its old and new value. */
export function EditForm({ view, onClose }: { view: OrderView; onClose: () => void }) {
  const { order, context } = view;
  const { send, pending } = useChanges();
  // What is typed over is told by how the order was when the form was opened.
  const [begun] = useState(() => ({ version: order.version, draft: editOf(order) }));
  const [draft, setDraft] = useState<EditDraft>(begun.draft);
  const { form, problems, tell, settle } = useToldProblems<EditProblem>();
  const tollFree = order.type === 'toll-free';

  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, [form]);

  const change = (changed: Partial<EditDraft>) => {
    setDraft((now) => ({ ...now, ...changed }));
    settle(changed);
  };
  const decide = (edit: OrderEdit) =>
    decideEdit({ ...stateOf(order), caseNumber: order.caseNumber }, edit, context);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    const parsed = parseEdit(draft, begun.draft);
    if (parsed.kind === 'problems') return tell(parsed.problems);
    const { edit } = parsed;
    const decision = decide(edit);
    if (decision.kind === 'refused') return tell(decision.problems);
    if (decision.kind === 'unchanged') return onClose();
    const { caseNumber, after } = decision;
    const mine: FieldChange[] = changesBetween(stateOf(order), after);
    if (caseNumber !== order.caseNumber)
      mine.push({ field: 'caseNumber', from: order.caseNumber, to: caseNumber });
    send<EditProblem>({
      base: begun.version,
      call: (seen) => editOrder({ order: seen, edit }),
      mine,
      said: () => ({ said: `Order ${order.orderId} is saved.` }),
      refused: tell,
      forget: onClose,
    });
  };
  const problem = (field: keyof EditDraft) => problems.find((one) => one.field === field)?.because ?? null;
  const overridable = problems.some((one) => one.overridable);

  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      <TextField
        label="Location"
        value={draft.location}
        problem={problem('location')}
        onChange={(location) => change({ location })}
      />
      <TextField
        label="Coordinator (PC or SIS)"
        value={draft.coordinator}
        problem={problem('coordinator')}
        onChange={(coordinator) => change({ coordinator })}
      />
      <TextField
        label="FP case number"
        hint="Of the request: all its orders have it."
        value={draft.caseNumber}
        problem={problem('caseNumber')}
        onChange={(caseNumber) => change({ caseNumber })}
      />
      <DateField
        label="Estimated date (EPD)"
        value={draft.estimatedOn}
        problem={problem('estimatedOn')}
        calendar={context}
        onChange={(estimatedOn) => change({ estimatedOn })}
      />
      {!tollFree && (
        <>
          <DateField
            label="Requested date (CRD)"
            value={draft.requestedOn}
            problem={problem('requestedOn')}
            calendar={context}
            onChange={(requestedOn) => change({ requestedOn })}
          />
          <fieldset className={control.field}>
            <legend className={`${control.label} ${move.legend}`}>Priority</legend>
            <div className={control.segments}>
              {PRIORITIES.map((priority) => (
                <label key={priority}>
                  <input
                    type="radio"
                    name="priority"
                    checked={draft.priority === priority}
                    onChange={() => change({ priority })}
                  />
                  {PRIORITY_LABELS[priority]}
                </label>
              ))}
            </div>
          </fieldset>
        </>
      )}
      <div className={styles.wide}>
        <NoteField
          label="Note for the partner"
          value={draft.note}
          required={draft.override}
          problem={problem('note')}
          onChange={(note) => change({ note })}
        />
        {overridable && context.role !== 'lead' && (
          <p className={move.hint}>A lead can let the date stand, with a note.</p>
        )}
        {context.role === 'lead' && (overridable || draft.override) && (
          <label className={move.tick}>
            <input
              type="checkbox"
              className={control.check}
              checked={draft.override}
              onChange={(event) => change({ override: event.currentTarget.checked })}
            />
            Let the date stand all the same
          </label>
        )}
      </div>
      <div className={styles.foot}>
        <button type="submit" className={control.button} aria-busy={pending}>
          Save
        </button>
        <button type="button" className={`${control.button} ${control.subtle}`} onClick={onClose}>
          Cancel
        </button>
        {tollFree && (
          <p className={move.hint}>Toll-free orders have no requested date and are never expedited.</p>
        )}
      </div>
    </form>
  );
}
