'use client';

import { type ReactNode, type Ref, type RefObject, useLayoutEffect, useSyncExternalStore } from 'react';

/**
 * The target of a Mantine Menu or Popover, standing for an element that is already on the page. So the server draws a
 * plain button, and Mantine, which costs more than all of the button, comes along once the page is alive.
 */
export function Anchor({
  at,
  ref,
}: {
  at: RefObject<HTMLElement | null>;
  ref?: Ref<HTMLElement>;
}): ReactNode {
  useLayoutEffect(() => {
    if (typeof ref !== 'function') return;
    const forget = ref(at.current);
    return () => {
      if (typeof forget === 'function') forget();
      else ref(null);
    };
  }, [at, ref]);
  return null;
}

/** What need not be there before the page is alive: menus, panels and drawers that are closed. */
export function AfterHydration({ children }: { children: ReactNode }): ReactNode {
  return useAlive() ? children : null;
}

/** Whether the page answers to presses and keys yet. */
export function useAlive(): boolean {
  return useSyncExternalStore(never, yes, no);
}

const never = () => () => undefined;
const yes = () => true;
const no = () => false;
