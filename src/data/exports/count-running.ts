import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';
import { personOf, receiptsOf } from './receipt.ts';

/** How many exports of the viewer run now, for whichever partners and on whichever instances. */
export async function countRunning(viewer: Viewer): Promise<number> {
  demand(viewer, 'exports.read');
  const [running] = await readIn(receiptsOf(viewer).scope, (query) =>
    query<{ count: number }>('SELECT running_exports($1) AS count', [personOf(viewer).userId]),
  );
  return running?.count ?? 0;
}
