import type { ActionResult } from '#server/action.ts';

/** What a form is told: it is done, or why not, in a sentence, and which of its fields that is about. */
export type Answer<T> = { done: true; value: T } | { done: false; because: string; field: string | null };

/** What an action of a form comes back with. */
export type Answered<T = null> = Promise<ActionResult<Answer<T>>>;

/** It is done. */
export function done<T>(value: T): Answer<T> {
  return { done: true, value };
}

/** It is not done, because. */
export function refused(because: string, field: string | null = null): Answer<never> {
  return { done: false, because, field };
}

/** Said when somebody else was faster. */
export const CHANGED_SINCE = 'Somebody else changed this while you had it open. Look at it again, then save.';
