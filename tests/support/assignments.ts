import type { Order } from './factories.ts';
import { asOwner, insert } from './owner.ts';
import type { User } from './users.ts';

export type Assignment = { requestId: string; phone: string; batchId: string };

/** A number of an order, its first one unless told otherwise, that a user gave to somebody when its date was `focOn`. */
export async function makeAssignment(given: {
  order: Order;
  user: User;
  phone?: string;
  assignedTo?: string | null;
  at?: string;
  focOn?: string | null;
}): Promise<Assignment> {
  const { order, user, assignedTo = null, at = '2026-11-20T17:00:00Z', focOn = '2026-12-01' } = given;
  const phone = given.phone ?? order.phones[0] ?? '';
  const batchId = crypto.randomUUID();
  await insert('number_assignment', {
    ...{ partner_id: order.request.account.partner.id, request_id: order.request.id, phone, at },
    ...{ actor_id: user.id, actor: user.name, assigned_to: assignedTo, batch_id: batchId, foc_on: focOn },
  });
  return { requestId: order.request.id, phone, batchId };
}

export type AssignmentNow = {
  requestId: string;
  phone: string;
  at: Date;
  actor: string;
  assignedTo: string | null;
  batchId: string;
  focOn: string | null;
  seenAs: string | null;
};

/** A partner's assignments as they are in the database, by phone number. */
export async function assignmentsOf(partner: { id: number }): Promise<AssignmentNow[]> {
  return asOwner<AssignmentNow>(
    `SELECT request_id AS "requestId", phone, at, actor, assigned_to AS "assignedTo", batch_id AS "batchId",
       foc_on AS "focOn", seen_as AS "seenAs"
     FROM number_assignment WHERE partner_id = $1 ORDER BY phone`,
    [partner.id],
  );
}
