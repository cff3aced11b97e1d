'use client';

import { type RefObject, useEffect, useEffectEvent } from 'react';

/** The orders of the list, as rows of the table or entries of the list. */
const ROW = '[data-order]';

/** Moves the focus by a number of orders inside the list; from outside, to its first order. */
export function focusOrder(list: HTMLElement | null, step: number): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>(ROW) ?? [])];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step))];
  if (!row) return;
  row.tabIndex = -1;
  row.focus();
}

/** The id of the order in focus, or in which the focus is; null when there is none. */
export function orderInFocus(list: HTMLElement | null): number | null {
  const row = document.activeElement?.closest<HTMLElement>(ROW);
  return row && list?.contains(row) ? Number(row.dataset.order) : null;
}

/** Arrows move between the orders, Enter opens the one in focus. */
export function useOrderKeys(list: RefObject<HTMLElement | null>, open: (orderId: number) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const row = event.target instanceof HTMLElement && event.target.matches(ROW) ? event.target : null;
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown') focusOrder(list.current, 1);
    else if (event.key === 'ArrowUp') focusOrder(list.current, -1);
    else if (event.key === 'Enter') open(Number(row.dataset.order));
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const inside = list.current;
    const listen = (event: KeyboardEvent) => press(event);
    inside?.addEventListener('keydown', listen);
    return () => inside?.removeEventListener('keydown', listen);
  }, [list]);
}
