'use client';

import {
  IconChevronDown,
  IconChevronUp,
  IconGripVertical,
  IconPin,
  IconPinFilled,
} from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { type ColumnKey, column } from '#domain/columns.ts';
import control from '#ui/control.module.css';
import { moved, type SheetColumns, STANDARD_LAYOUT, toggled } from '../sheet/use-columns.ts';
import styles from './column-list.module.css';

/** Every column: ticked when shown, with a pin, buttons and a handle to move it. Arrow keys on the handle move it too. */
export function ColumnList({ columns }: { columns: SheetColumns }) {
  const { layout, set, preview, standard } = columns;
  const list = useRef<HTMLUListElement>(null);
  const [dragged, setDragged] = useState<ColumnKey | null>(null);
  const [said, setSaid] = useState('');

  const move = (key: ColumnKey, to: number, apply = set) => {
    const place = Math.max(1, Math.min(layout.order.length - 1, to));
    if (place === layout.order.indexOf(key)) return;
    apply(moved(layout, key, place));
    setSaid(`${column(key).label}, place ${place + 1} of ${layout.order.length}`);
  };
  const dragTo = (key: ColumnKey, event: PointerEvent) => {
    const over = document.elementFromPoint(event.clientX, event.clientY)?.closest('li[data-key]');
    const place = over instanceof HTMLElement && list.current?.contains(over) ? over.dataset.key : undefined;
    if (place && place !== key) move(key, layout.order.indexOf(place as ColumnKey), preview);
  };

  return (
    <>
      <ul ref={list} className={styles.list}>
        {layout.order.map((key, n) => (
          <ColumnItem
            key={key}
            columnKey={key}
            place={n}
            columns={columns}
            dragged={dragged === key}
            onMove={move}
            onDrag={(event) => dragTo(key, event)}
            onHold={(held) => {
              setDragged(held ? key : null);
              if (!held && dragged) set(layout);
            }}
          />
        ))}
      </ul>
      <div className={styles.foot}>
        <button
          type="button"
          className={`${control.button} ${control.subtle} ${control.small}`}
          aria-disabled={standard}
          data-tip={standard ? 'The columns are in their usual order already' : undefined}
          onClick={() => !standard && set(STANDARD_LAYOUT)}
        >
          Reset to all 19 fields
        </button>
        <span>
          {layout.shown.size} of {layout.order.length} shown
        </span>
      </div>
      <p className="pp-vh" aria-live="polite">
        {said}
      </p>
    </>
  );
}

type ColumnItemProps = {
  columnKey: ColumnKey;
  place: number;
  columns: SheetColumns;
  dragged: boolean;
  onMove: (key: ColumnKey, to: number) => void;
  onDrag: (event: PointerEvent) => void;
  onHold: (held: boolean) => void;
};

function ColumnItem({ columnKey: key, place, columns, dragged, onMove, onDrag, onHold }: ColumnItemProps) {
  const { layout, set } = columns;
  const { label, help } = column(key);
  const fixed = key === 'phone';
  const pinned = layout.pinned.has(key);
  const Pin = pinned ? IconPinFilled : IconPin;
  const arrows = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    onMove(key, place + (event.key === 'ArrowUp' ? -1 : 1));
  };
  return (
    <li className={styles.item} data-key={key} data-dragged={dragged || undefined}>
      <label className={styles.name} data-tip={help} data-tip-touch="">
        <input
          type="checkbox"
          className={control.check}
          checked={layout.shown.has(key)}
          disabled={fixed}
          onChange={() => set(toggled(layout, 'shown', key))}
        />
        {label}
      </label>
      {fixed ? (
        <span className={styles.always}>Always first</span>
      ) : (
        <>
          <button
            type="button"
            className={`${control.icon} ${styles.step}`}
            aria-label={`Move ${label} up`}
            onClick={() => onMove(key, place - 1)}
          >
            <IconChevronUp size={14} stroke={1.75} aria-hidden="true" />
          </button>
          <button
            type="button"
            className={`${control.icon} ${styles.step}`}
            aria-label={`Move ${label} down`}
            onClick={() => onMove(key, place + 1)}
          >
            <IconChevronDown size={14} stroke={1.75} aria-hidden="true" />
          </button>
          <button
            type="button"
            className={`${control.icon} ${styles.pin}`}
            aria-label={`Pin ${label}`}
            aria-pressed={pinned}
            data-tip={pinned ? 'Release' : 'Keep in place beside the phone number'}
            onClick={() => set(toggled(layout, 'pinned', key))}
          >
            <Pin size={14} stroke={1.75} aria-hidden="true" />
          </button>
          <button
            type="button"
            className={`${control.icon} ${styles.grip}`}
            aria-label={`Place of ${label}; arrow keys move it`}
            onKeyDown={arrows}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              onHold(true);
            }}
            onPointerMove={(event) => dragged && onDrag(event)}
            onPointerUp={() => onHold(false)}
            onPointerCancel={() => onHold(false)}
          >
            <IconGripVertical size={14} stroke={1.75} aria-hidden="true" />
          </button>
        </>
      )}
    </li>
  );
}
