'use client';

import { useEffect, useEffectEvent } from 'react';

/** Letters and signs that act by themselves, outside fields only. */
export type Shortcuts = Record<string, () => void>;

/**
 * Listens for single keys. They stay silent in fields, menus and dialogs, with a modifier, and when `on` is false
 * (WCAG 2.1.4).
 */
export function useShortcuts(on: boolean, shortcuts: Shortcuts): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = Object.hasOwn(shortcuts, event.key) ? shortcuts[event.key] : undefined;
    if (!act || isBusy(event.target)) return;
    event.preventDefault();
    // What opens now must not take this very key for one pressed outside of it.
    event.stopImmediatePropagation();
    act();
  });
  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [on]);
}

function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    // A box to tick takes no letters.
    target.closest(
      'input:not([type="checkbox"]), select, textarea, [role="menu"], [role="listbox"], [role="dialog"]',
    ) !== null
  );
}
