'use client';

import { useId } from 'react';
import { formatCalendarDate } from '#domain/calendar-date.ts';
import type { Move, MoveContext, MoveInput, MoveProblem } from '#domain/moves.ts';
import { LARGE_ORDER, type OrderFields } from '#domain/order-rules.ts';
import type { NumberType } from '#domain/status.ts';
import control from '#ui/control.module.css';
import { DateField, Required } from './date-field.tsx';
import styles from './move.module.css';
import { inputsFor, type MoveDraft } from './move-draft.ts';
import { type ReasonChoice, ReasonField } from './reason-field.tsx';

export type MoveFieldsProps = {
  draft: MoveDraft;
  onChange: (change: Partial<MoveDraft>) => void;
  /** Of what is moved; null when it is of both types. */
  type: NumberType | null;
  /** The order that is moved; null when there are many. */
  order: OrderFields | null;
  problems: readonly MoveProblem[];
  reasons: readonly ReasonChoice[];
  context: MoveContext;
};

/** What the chosen target asks for, each with what is wrong with it; a lead may let a date stand that the rules refuse. */
export function MoveFields({ draft, onChange, type, order, problems, reasons, context }: MoveFieldsProps) {
  const { required, optional } = inputsFor(draft.to, type);
  const asked = (input: MoveInput) => required.includes(input) || optional.includes(input);
  const problem = (field: keyof Move) => problems.find((one) => one.field === field)?.because ?? null;
  const many = order === null;
  const overridable = problems.some((one) => one.overridable);
  const byLead = context.role === 'lead' && !draft.correction;
  const date = (
    input: 'submittedOn' | 'estimatedOn' | 'focOn' | 'approvedOn',
    label: string,
    hint?: string,
  ) => (
    <DateField
      label={label}
      value={draft[input]}
      required={required.includes(input) && !many}
      problem={problem(input)}
      hint={hint}
      calendar={context}
      onChange={(value) => onChange({ [input]: value })}
    />
  );
  return (
    <div className={styles.fields}>
      {asked('rejectReason') && (
        <ReasonField
          value={draft.rejectReason}
          reasons={reasons}
          problem={problem('rejectReason')}
          onChange={(rejectReason) => onChange({ rejectReason })}
        />
      )}
      {asked('submittedOn') &&
        date(
          'submittedOn',
          'Submission date to carrier',
          many ? 'Empty: today, where an order has none yet. Toll-free orders have none.' : undefined,
        )}
      {asked('focOn') && (
        <div className={styles.pair}>
          {date('focOn', 'FOC date', many ? 'Empty: each order keeps its own.' : undefined)}
          <TimeField
            value={draft.focTime}
            problem={problem('focTime')}
            onChange={(focTime) => onChange({ focTime })}
          />
          <p className={styles.hint}>
            10:00 AM is standard. Another time only for SIP orders of more than {LARGE_ORDER} numbers.
          </p>
        </div>
      )}
      {asked('approvedOn') && date('approvedOn', 'Approved date', 'The day the losing side accepted it.')}
      {asked('estimatedOn') &&
        date(
          'estimatedOn',
          'Estimated date (EPD)',
          order?.estimatedOn
            ? `Empty: it stays ${formatCalendarDate(order.estimatedOn)}.`
            : many
              ? 'Empty: each order keeps its own.'
              : 'If the carrier was asked for a day.',
        )}
      {byLead && (overridable || draft.override) && (
        <label className={styles.tick}>
          <input
            type="checkbox"
            className={control.check}
            checked={draft.override}
            onChange={(event) => onChange({ override: event.currentTarget.checked })}
          />
          Let it stand all the same
        </label>
      )}
      {!byLead && overridable && <p className={styles.hint}>A lead can let it stand, with a note.</p>}
      <NoteField
        label={draft.correction ? 'Reason for the correction' : 'Note for the partner'}
        value={draft.note}
        required={required.includes('note') || draft.correction || draft.override}
        problem={problem('note')}
        onChange={(note) => onChange({ note })}
      />
    </div>
  );
}

type TextProps = { value: string; problem: string | null; onChange: (value: string) => void };

function TimeField({ value, problem, onChange }: TextProps) {
  const id = useId();
  return (
    <div className={control.field}>
      <label className={control.label} htmlFor={id}>
        Time (PT) <Required />
      </label>
      <input
        id={id}
        type="time"
        className={control.input}
        value={value}
        step={300}
        required
        data-invalid={problem ? '' : undefined}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {problem && (
        <p id={`${id}-problem`} className={control.error}>
          {problem}
        </p>
      )}
    </div>
  );
}

/** A note that goes with a change. */
export function NoteField({
  label,
  value,
  required,
  problem,
  onChange,
}: TextProps & { label: string; required: boolean }) {
  const id = useId();
  return (
    <div className={control.field}>
      <label className={control.label} htmlFor={id}>
        {label} {required ? <Required /> : <small>optional</small>}
      </label>
      <textarea
        id={id}
        className={styles.textarea}
        rows={2}
        value={value}
        required={required}
        maxLength={4000}
        data-invalid={problem ? '' : undefined}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {problem && (
        <p id={`${id}-problem`} className={control.error}>
          {problem}
        </p>
      )}
    </div>
  );
}
