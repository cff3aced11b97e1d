import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { scopeOf, writeIn } from '../tenant.ts';
import { personOf } from './receipt.ts';

/**
 * Notes on the receipt of a running export of the viewer how far it is, and that it lives. Returns whether it is to go on:
 * false once somebody asked to cancel it, or when it is not running.
 */
export async function noteProgress(
  viewer: Viewer,
  partner: { id: number },
  id: string,
  written: { rows: number; bytes: number },
): Promise<boolean> {
  demand(viewer, 'report.export');
  const { userId } = personOf(viewer);
  return writeIn(scopeOf(viewer, partner.id), async (query) => {
    const [noted] = await query<{ goesOn: boolean }>(
      `UPDATE export_receipt SET rows = $4, bytes = $5, heartbeat_at = clock_timestamp()
       WHERE partner_id = $1 AND id = $2 AND user_id = $3 AND outcome = 'running' RETURNING NOT cancel_asked AS "goesOn"`,
      [partner.id, id, userId, written.rows, written.bytes],
    );
    return noted?.goesOn ?? false;
  });
}
