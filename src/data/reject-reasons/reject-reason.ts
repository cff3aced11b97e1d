import type { RejectTurn } from '#domain/reject-reason.ts';

/** Why carriers refuse, what the partner does next in plain words, and whose turn that makes it. */
export type RejectReason = { id: number; reason: string; nextStep: string; turn: RejectTurn };

/** The SELECT list of a RejectReason. */
export const REJECT_REASON = 'id, reason, next_step AS "nextStep", turn';
