import type { Readable } from 'node:stream';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { copyOut } from '../copy-out.ts';
import type { SnapshotFacts } from '../report/query/snapshot-facts.ts';
import { scopeOf } from '../tenant.ts';
import { type Provisioning, provisioningSelect, readProvisioningFacts } from './engine/provisioning.ts';

/**
 * All rows of a file for provisioning as CSV records, free text guarded against formulas, with the facts of the same
 * snapshot; no faster than they are read (see streamReportCsv). Throws NotFound for a stranger.
 */
export async function streamProvisioningCsv(
  viewer: Viewer,
  partner: { id: number },
  asked: Provisioning,
  signal: AbortSignal,
): Promise<{ facts: SnapshotFacts; records: Readable }> {
  demand(viewer, 'report.export');
  const scope = scopeOf(viewer, partner.id);
  const select = provisioningSelect(partner.id, asked, 'spreadsheet');
  const copied = { select, options: 'FORMAT csv', asker: viewer };
  const { facts, rows } = await copyOut(scope, copied, signal, (query) =>
    readProvisioningFacts(query, partner.id, asked),
  );
  return { facts, records: rows };
}
