import type { StoryView } from './story-view.ts';

/** Files that were chosen for an answer and are not sent yet, by order; they last as long as the page. */
const files = new Map<number, readonly File[]>();

/** What was typed of an answer and not sent yet; it outlasts the page, in this tab. */
export function draftText(orderId: number): string {
  try {
    return sessionStorage.getItem(keyOf(orderId)) ?? '';
  } catch {
    // No storage here, on the server or where the browser keeps none: the draft lives on the screen alone.
    return '';
  }
}

export function draftFiles(orderId: number): readonly File[] {
  return files.get(orderId) ?? [];
}

/** Whether an answer was begun. */
export function hasDraft(orderId: number): boolean {
  return draftText(orderId) !== '' || draftFiles(orderId).length > 0;
}

/** Keeps what there is of an answer; nothing forgets it. */
export function keepDraft(orderId: number, text: string, chosen: readonly File[]): void {
  if (chosen.length > 0) files.set(orderId, chosen);
  else files.delete(orderId);
  try {
    if (text === '') sessionStorage.removeItem(keyOf(orderId));
    else sessionStorage.setItem(keyOf(orderId), text);
  } catch {
    return;
  }
}

function keyOf(orderId: StoryView['row']['orderId']): string {
  return `answer ${orderId}`;
}
