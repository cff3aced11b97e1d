import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn, scopeOf, writeIn } from '../tenant.ts';
import { personOf, receiptsOf } from './receipt.ts';

/**
 * Asks a running export of the viewer to stop, wherever it runs: it sees that within about a second. Returns whose report
 * it exports; one that has ended stays as it is. Throws NotFound when the viewer has no such export.
 */
export async function cancelExport(viewer: Viewer, id: string): Promise<{ partnerId: number }> {
  demand(viewer, 'exports.read');
  const { userId } = personOf(viewer);
  const [found] = await readIn(receiptsOf(viewer).scope, (query) =>
    query<{ partnerId: number }>(
      'SELECT partner_id AS "partnerId" FROM export_receipt WHERE id = $1 AND user_id = $2 ORDER BY began_at DESC LIMIT 1',
      [id, userId],
    ),
  );
  if (!found) throw new NotFound('export');
  await writeIn(scopeOf(viewer, found.partnerId), (query) =>
    query(
      `UPDATE export_receipt SET cancel_asked = true
       WHERE partner_id = $1 AND id = $2 AND user_id = $3 AND outcome = 'running'`,
      [found.partnerId, id, userId],
    ),
  );
  return found;
}
