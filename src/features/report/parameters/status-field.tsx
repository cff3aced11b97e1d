'use client';

import { Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { count } from '#domain/counted.ts';
import { STATUS_FACTS, STATUSES, type Status } from '#domain/status.ts';
import { AfterHydration, Anchor } from '#ui/anchor.tsx';
import control from '#ui/control.module.css';
import { StatusGlyph } from '#ui/status-glyph.tsx';
import styles from './parameters.module.css';
import { without } from './use-draft.ts';

type StatusProps = {
  chosen: readonly Status[];
  counts: Record<Status, number>;
  onChoose: (statuses: Status[]) => void;
};

/** Several statuses to choose from, with their glyphs and counts, behind a field that says what is chosen. */
export function StatusField(props: StatusProps) {
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { chosen } = props;
  const [only] = chosen;
  const words =
    chosen.length === 0
      ? 'All statuses'
      : chosen.length > 1 || !only
        ? `${chosen.length} statuses`
        : STATUS_FACTS[only].label;
  return (
    <div className={`${control.field} ${styles.status}`}>
      <span className={control.label} id="status-label">
        Status
      </span>
      <button
        ref={button}
        type="button"
        className={control.input}
        aria-haspopup="dialog"
        aria-expanded={opened}
        aria-labelledby="status-label status-words"
        onClick={() => setOpened(!opened)}
      >
        {only && chosen.length === 1 && <StatusGlyph status={only} />}
        <span className={styles.words} id="status-words">
          {words}
        </span>
        <IconChevronDown size={16} stroke={1.75} aria-hidden="true" />
      </button>
      <AfterHydration>
        <Popover
          opened={opened}
          onChange={setOpened}
          position="bottom-start"
          width={252}
          withinPortal={false}
          withRoles={false}
          trapFocus
          returnFocus
          classNames={{ dropdown: control.pop }}
        >
          <Popover.Target>
            <Anchor at={button} />
          </Popover.Target>
          <Popover.Dropdown role="dialog" aria-labelledby="status-label">
            <StatusChoices {...props} />
          </Popover.Dropdown>
        </Popover>
      </AfterHydration>
    </div>
  );
}

/** The six statuses as boxes to tick. */
export function StatusChoices({ chosen, counts, onChoose }: StatusProps) {
  return (
    <>
      {STATUSES.map((status) => (
        <label key={status} className={control.option}>
          <input
            type="checkbox"
            className={control.check}
            checked={chosen.includes(status)}
            onChange={() => onChoose(without(chosen, status))}
          />
          <StatusGlyph status={status} />
          {STATUS_FACTS[status].label}
          <span className={control.end}>{count(counts[status])}</span>
        </label>
      ))}
    </>
  );
}
