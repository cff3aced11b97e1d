import { whyNotAssignable } from '#domain/assignment.ts';
import { demand } from '#domain/permissions.ts';
import type { PartnerViewer, Viewer } from '#domain/viewer.ts';
import { type Query, scopeOf, writeIn } from '../tenant.ts';
import { BATCH_SIZE, type LeftNumber, LISTED } from './assignment.ts';
import { holdNumbers, type NumberNow } from './engine/hold-numbers.ts';
import { partnerUser } from './engine/partner-user.ts';
import { recordNumberEvents } from './engine/record-events.ts';
import { type AskedNumbers, wantedNumbers } from './engine/wanted.ts';

/** To whom (null: to nobody by name), and in which batch: its numbers are taken back together. */
export type Assigning = { asked: AskedNumbers; assignedTo: string | null; batchId: string };

/** `left` are the first 200 of those that could not be assigned; `more` says that others match: ask again. */
export type AssignedNow = { assigned: number; leftCount: number; left: LeftNumber[]; more: boolean };

/**
 * Gives numbers of the partner to a user or a device, in one transaction: those that are ready at this moment, while the
 * porting team waits. The others are left and told by name. Of all that match a filter it takes 5,000 at a time.
 */
export async function assignNumbers(viewer: Viewer, assigning: Assigning, now: Date): Promise<AssignedNow> {
  demand(viewer, 'numbers.assign');
  const user = partnerUser(viewer);
  const { asked, assignedTo } = assigning;
  return writeIn(scopeOf(viewer, user.partnerId), async (query) => {
    const wanted = await wantedNumbers(query, user.partnerId, asked);
    const numbers = await holdNumbers(query, user.partnerId, wanted);
    const ready = numbers.filter((each) => whyNot(each) === null);
    const first = await insertAssignments(query, user, assigning, ready, now);
    const assigned = ready.filter((each) => first.has(keyOf(each)));
    const noted = assigned.map(({ requestId, phone }) => ({ requestId, phone, note: assignedTo }));
    await recordNumberEvents(query, user, 'assigned', noted, now);
    // Others assigned these at the same moment and were first: read again who.
    const lost = ready.filter((each) => !first.has(keyOf(each)));
    const left = [
      ...numbers.filter((each) => whyNot(each) !== null),
      ...(lost.length > 0 ? await holdNumbers(query, user.partnerId, lost) : []),
    ];
    return {
      assigned: assigned.length,
      leftCount: left.length,
      left: left.slice(0, LISTED).map(leftNumber),
      more: 'matching' in asked && wanted.length === BATCH_SIZE,
    };
  });
}

function whyNot({ order, assigned }: NumberNow): string | null {
  return whyNotAssignable(order, assigned);
}

function leftNumber(number: NumberNow): LeftNumber {
  const { requestId, phone } = number;
  return { requestId, phone, because: whyNot(number) ?? 'Somebody else was at it at the same moment.' };
}

/** Returns the keys of those that nobody had assigned yet. Always in one order: who wants some of the same waits its turn. */
async function insertAssignments(
  query: Query,
  { partnerId, userId, name }: PartnerViewer,
  { assignedTo, batchId }: Assigning,
  numbers: readonly NumberNow[],
  now: Date,
): Promise<Set<string>> {
  const inserted = await query<{ requestId: string; phone: string }>(
    `INSERT INTO number_assignment (partner_id, request_id, phone, at, actor_id, actor, assigned_to, batch_id, foc_on)
     SELECT $1, w.request_id, w.phone, $2, $3, $4, $5, $6, w.foc_on
     FROM unnest($7::text[], $8::text[], $9::date[]) AS w (request_id, phone, foc_on)
     ORDER BY w.request_id, w.phone
     ON CONFLICT DO NOTHING RETURNING request_id AS "requestId", phone`,
    [
      ...[partnerId, now, userId, name, assignedTo, batchId],
      numbers.map(({ requestId }) => requestId),
      numbers.map(({ phone }) => phone),
      numbers.map(({ order }) => order?.focOn ?? null),
    ],
  );
  return new Set(inserted.map(keyOf));
}

function keyOf({ requestId, phone }: { requestId: string; phone: string }): string {
  return `${requestId} ${phone}`;
}
