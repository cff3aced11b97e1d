'use client';

import { IconSelector } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { REJECT_TURN_LABELS, type RejectTurn } from '#domain/reject-reason.ts';
import control from '#ui/control.module.css';
import { Required } from './date-field.tsx';
import styles from './move.module.css';
import { Suggestion, Suggestions } from './suggestions.tsx';

/** A common reason of carriers, what the partner does next, and whose turn that makes it. */
export type ReasonChoice = { id: number; reason: string; nextStep: string; turn: RejectTurn };

type ReasonFieldProps = {
  value: string;
  reasons: readonly ReasonChoice[];
  problem?: string | null;
  onChange: (reason: string) => void;
};

/** Why the carrier refused: one of the common reasons, found while typing, or words of one's own. */
export function ReasonField({ value, reasons, problem, onChange }: ReasonFieldProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState(false);
  const [active, setActive] = useState(-1);
  const chosen = reasons.find(({ reason }) => reason === value.trim());
  const found = chosen ? reasons : matching(reasons, value);
  const listed = opened && found.length > 0;

  const show = (open: boolean) => {
    setOpened(open);
    setActive(-1);
  };
  const keys = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const at = found[active];
    if (step !== 0 && !listed) show(true);
    else if (step !== 0) setActive((active + step + found.length) % found.length);
    else if (event.key === 'Enter' && listed && at) choose(at.reason);
    else if (event.key === 'Escape' && listed) show(false);
    else return;
    event.preventDefault();
  };
  const choose = (reason: string) => {
    onChange(reason);
    show(false);
  };

  return (
    <div className={control.field}>
      <label className={control.label} htmlFor={id}>
        Reject reason <Required />
      </label>
      <div ref={box} className={control.input} data-invalid={problem ? '' : undefined}>
        <input
          id={id}
          value={value}
          placeholder="Choose a common reason or write one"
          autoComplete="off"
          required
          role="combobox"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-expanded={listed}
          aria-controls={listed ? `${id}-list` : undefined}
          aria-activedescendant={listed && active >= 0 ? `${id}-${active}` : undefined}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : `${id}-said`}
          onChange={(event) => {
            onChange(event.currentTarget.value);
            show(true);
          }}
          onClick={() => show(true)}
          onBlur={() => show(false)}
          onKeyDown={keys}
        />
        <IconSelector size={16} stroke={1.75} aria-hidden="true" />
      </div>
      <Suggestions box={box} id={id} label="Common reasons" opened={listed} active={active}>
        {found.map((choice, place) => (
          <Suggestion
            key={choice.id}
            id={id}
            place={place}
            active={active}
            selected={choice === chosen}
            onChoose={() => choose(choice.reason)}
          >
            <span>{choice.reason}</span>
            <span className={control.end}>{REJECT_TURN_LABELS[choice.turn]}</span>
          </Suggestion>
        ))}
      </Suggestions>
      {problem && (
        <p id={`${id}-problem`} className={control.error}>
          {problem}
        </p>
      )}
      <div id={`${id}-said`}>
        {chosen ? (
          <NextStep {...chosen} />
        ) : (
          value.trim() !== '' && (
            <p className={styles.hint}>In your own words: tell the partner in the note what to do next.</p>
          )
        )}
      </div>
    </div>
  );
}

/** What a reason asks for next, and of whom. */
export function NextStep({ nextStep, turn }: { nextStep: string; turn: RejectTurn }) {
  return (
    <p className={styles.next}>
      <b>{TURNS[turn]}</b> {nextStep}
    </p>
  );
}

const TURNS: Record<RejectTurn, string> = {
  partner: 'The partner’s turn.',
  'porting-team': 'Our turn.',
  carrier: 'The carrier’s turn.',
};

/** Those in which all typed words are; in the reason itself before those in which the next step has them. */
function matching(reasons: readonly ReasonChoice[], typed: string): ReasonChoice[] {
  const words = typed.toLowerCase().split(/\s+/);
  const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const [named, meant] = [
    reasons.filter(({ reason }) => has(reason)),
    reasons.filter(({ reason, nextStep }) => !has(reason) && has(`${reason} ${nextStep}`)),
  ];
  return [...named, ...meant];
}
