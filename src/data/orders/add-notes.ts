import type { OrderRef } from '#domain/order-changes.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { writeIn } from '../tenant.ts';
import { beginAct, noteOutcomes } from './engine/acts.ts';
import { readOrders, seenOf } from './engine/read-orders.ts';
import { writeEvents } from './engine/record-changes.ts';
import { STAFF } from './engine/staff.ts';

/** Most characters of a note. */
export const NOTE_LENGTH = 4_000;
/** Most orders that get the same note at once. */
export const NOTED_ORDERS = 1_000;

export type AddedNotes =
  | { kind: 'added' }
  | { kind: 'refused'; problems: { field: 'text'; because: string }[] };

/**
 * Writes the same note to orders: for their partners to read, or internal, which no partner's page, file or mail ever
 * shows. It changes nothing of the orders. Throws NotFound when one of them is not there.
 */
export async function addNotes(
  viewer: Viewer,
  {
    orders: refs,
    text,
    visibleToPartner,
  }: { orders: readonly OrderRef[]; text: string; visibleToPartner: boolean },
  now: Date,
): Promise<AddedNotes> {
  demand(viewer, 'orders.edit');
  const note = text.trim();
  if (note === '') return refused('Write the note first.');
  if (note.length > NOTE_LENGTH) return refused(`A note has at most ${NOTE_LENGTH} characters.`);
  if (refs.length > NOTED_ORDERS) return refused(`At most ${NOTED_ORDERS} orders get a note at once.`);
  return writeIn(STAFF, async (query) => {
    const orders = await readOrders(query, refs);
    const act = await beginAct(query, viewer, { kind: 'note', what: {}, now, applied: true });
    await writeEvents(
      query,
      act,
      refs.map(({ partnerId, orderId }) => ({
        ...{ partnerId, orderId, kind: 'note', changes: [], note, visible: visibleToPartner, numbers: [] },
        ...{ version: null, statusSinceWas: null },
      })),
    );
    await noteOutcomes(
      query,
      act,
      [...orders.values()].map((order) => ({ ...seenOf(order), outcome: 'changed' })),
    );
    return { kind: 'added' };
  });
}

function refused(because: string): AddedNotes {
  return { kind: 'refused', problems: [{ field: 'text', because }] };
}
