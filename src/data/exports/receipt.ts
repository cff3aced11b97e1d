import {
  type ExportOutcome,
  type ExportProblem,
  type ReceiptFacts,
  STALE_AFTER_SECONDS,
} from '#domain/exports.ts';
import { NotFound } from '#domain/not-found.ts';
import type { Viewer } from '#domain/viewer.ts';
import { type Scope, scopeOf } from '../tenant.ts';

/** One export. `rows` and `bytes` are those written so far; `address` is null where it is none of the viewer's business. */
export type ExportReceipt = {
  id: string;
  userName: string;
  userEmail: string;
  byStaff: boolean;
  address: string | null;
  beganAt: Date;
  endedAt: Date | null;
  format: string;
  columns: string[];
  fileName: string;
  facts: ReceiptFacts;
  rows: number;
  bytes: number;
  outcome: ExportOutcome;
  problem: ExportProblem | null;
  /** What the log calls a fault. */
  reference: string | null;
  sha256: string | null;
};

const DIED = `e.outcome = 'running' AND e.heartbeat_at < clock_timestamp() - interval '${STALE_AFTER_SECONDS} seconds'`;

/** An ExportReceipt in SQL, over `e`. Where somebody of the porting team sat is not for the partner. */
export function receiptColumns(viewer: Viewer): string {
  return `e.id, e.user_name AS "userName", e.user_email AS "userEmail", e.by_staff AS "byStaff",
    ${viewer.role === 'partner' ? 'CASE WHEN e.by_staff THEN NULL ELSE e.address END' : 'e.address'} AS address,
    e.began_at AS "beganAt", e.ended_at AS "endedAt", e.format, e.columns, e.file_name AS "fileName", e.facts,
    e.rows, e.bytes, e.reference, e.sha256,
    CASE WHEN ${DIED} THEN 'failed' ELSE e.outcome END AS outcome,
    CASE WHEN ${DIED} THEN 'died' ELSE e.problem END AS problem`;
}

/** Whose receipts a viewer sees: a partner's user those of the partner, the porting team each their own. Or NotFound. */
export function receiptsOf(viewer: Viewer): { scope: Scope; where: string; value: number | string } {
  if (viewer.role === 'partner') {
    const { partnerId } = viewer;
    return { scope: scopeOf(viewer, partnerId), where: 'e.partner_id = $1', value: partnerId };
  }
  if (viewer.role === 'agent' || viewer.role === 'lead') {
    return { scope: { role: 'portal_staff' }, where: 'e.user_id = $1', value: viewer.userId };
  }
  throw new NotFound('exports');
}

/** The person who exports: nobody in particular cannot be recorded. Or NotFound. */
export function personOf(viewer: Viewer): { userId: string; name: string; email: string } {
  if (viewer.role === 'system') throw new NotFound('user');
  return viewer;
}
