import type { OrderRef } from '#domain/order-changes.ts';
import type { Viewer } from '#domain/viewer.ts';
import { type AddedNotes, addNotes } from './add-notes.ts';

/** Writes a note to one order: see addNotes. */
export function addNote(
  viewer: Viewer,
  { order, ...note }: { order: OrderRef; text: string; visibleToPartner: boolean },
  now: Date,
): Promise<AddedNotes> {
  return addNotes(viewer, { orders: [order], ...note }, now);
}
