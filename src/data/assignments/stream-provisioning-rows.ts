import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { copyOut } from '../copy-out.ts';
import { type CopiedRow, copiedRows } from '../report/query/copied-rows.ts';
import type { SnapshotFacts } from '../report/query/snapshot-facts.ts';
import { scopeOf } from '../tenant.ts';
import { type Provisioning, provisioningSelect, readProvisioningFacts } from './engine/provisioning.ts';

/**
 * All rows of a file for provisioning in batches, as they are stored, with the facts of the same snapshot; no faster than
 * they are asked for (see streamReportRows). Throws NotFound for a stranger.
 */
export async function streamProvisioningRows(
  viewer: Viewer,
  partner: { id: number },
  asked: Provisioning,
  signal: AbortSignal,
): Promise<{ facts: SnapshotFacts; rows: AsyncGenerator<CopiedRow[], void, undefined> }> {
  demand(viewer, 'report.export');
  const scope = scopeOf(viewer, partner.id);
  const select = provisioningSelect(partner.id, asked, 'stored');
  const copied = { select, options: 'FORMAT text', asker: viewer };
  const { facts, rows } = await copyOut(scope, copied, signal, (query) =>
    readProvisioningFacts(query, partner.id, asked),
  );
  return { facts, rows: copiedRows(rows) };
}
