import type { ExportProblem } from '#domain/exports.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { scopeOf, writeIn } from '../tenant.ts';
import { personOf } from './receipt.ts';

/** How an export ended. `sha256` is of all bytes, in lower-case hexadecimal. */
export type ExportEnding =
  | { outcome: 'done'; sha256: string }
  | { outcome: 'cancelled' }
  | { outcome: 'failed'; problem: Exclude<ExportProblem, 'died'>; reference: string | null };

/** Ends the receipt of a running export of the viewer: final from here on. Throws when there is none to end. */
export async function endExport(
  viewer: Viewer,
  partner: { id: number },
  id: string,
  written: { rows: number; bytes: number },
  ending: ExportEnding,
): Promise<void> {
  demand(viewer, 'report.export');
  const { userId } = personOf(viewer);
  const { outcome } = ending;
  const sha256 = outcome === 'done' ? ending.sha256 : null;
  const { problem, reference } = outcome === 'failed' ? ending : { problem: null, reference: null };
  const ended = await writeIn(scopeOf(viewer, partner.id), (query) =>
    query(
      `UPDATE export_receipt
       SET rows = $4, bytes = $5, outcome = $6, sha256 = $7, problem = $8, reference = $9, ended_at = clock_timestamp()
       WHERE partner_id = $1 AND id = $2 AND user_id = $3 AND outcome = 'running' RETURNING id`,
      [partner.id, id, userId, written.rows, written.bytes, outcome, sha256, problem, reference],
    ),
  );
  if (ended.length === 0) throw new Error('There is no running export of this id.');
}
