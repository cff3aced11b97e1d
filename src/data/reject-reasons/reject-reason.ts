import type { RejectTurn } from '#domain/reject-reason.ts';
import { oneAtATime } from '../admin/one-at-a-time.ts';
import { folded } from '../folded.ts';
import type { Query } from '../tenant.ts';

/** What the carrier says, what the partner does next in plain words, and whose turn that makes it. */
export type RejectReasonText = { reason: string; nextStep: string; turn: RejectTurn };

/** One of the common reasons of carriers. */
export type RejectReason = { id: number } & RejectReasonText;

/** The SELECT list of a RejectReason. */
export const REJECT_REASON = 'id, reason, next_step AS "nextStep", turn';

/** Whether another reason than `id` has this wording, in any case. Others who write wait until this transaction ends. */
export async function standsAlready(query: Query, reason: string, id: number | null): Promise<boolean> {
  await oneAtATime(query, 'reject reasons');
  const same = await query(
    `SELECT 1 FROM reject_reason WHERE ${folded('reason')} = ${folded('$1')} AND id IS DISTINCT FROM $2::integer`,
    [reason, id],
  );
  return same.length > 0;
}
