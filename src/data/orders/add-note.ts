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

/**
 * Writes a note to an order: for the partner to read, or internal, which no partner's page, file or mail ever shows. It
 * changes nothing of the order. Throws NotFound when there is no such order.
 */
export async function addNote(
  viewer: Viewer,
  { order: ref, text, visibleToPartner }: { order: OrderRef; text: string; visibleToPartner: boolean },
  now: Date,
): Promise<{ kind: 'added' } | { kind: 'refused'; problems: { field: 'text'; because: string }[] }> {
  demand(viewer, 'orders.edit');
  const note = text.trim();
  if (note === '') return refused('Write the note first.');
  if (note.length > NOTE_LENGTH) return refused(`A note has at most ${NOTE_LENGTH} characters.`);
  return writeIn(STAFF, async (query) => {
    const { partnerId, orderId } = ref;
    const order = (await readOrders(query, [{ partnerId, orderId }])).get(orderId);
    if (!order) return refused('The order is not there.');
    const act = await beginAct(query, viewer, { kind: 'note', what: {}, now, applied: true });
    await writeEvents(query, act, [
      {
        ...{ partnerId, orderId, kind: 'note', changes: [], note, visible: visibleToPartner, numbers: [] },
        ...{ version: null, statusSinceWas: null },
      },
    ]);
    await noteOutcomes(query, act, [{ ...seenOf(order), outcome: 'changed' }]);
    return { kind: 'added' };
  });
}

function refused(because: string) {
  return { kind: 'refused' as const, problems: [{ field: 'text' as const, because }] };
}
