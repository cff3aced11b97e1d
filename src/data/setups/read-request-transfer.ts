import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn, scopeOf } from '../tenant.ts';
import { readTransfers } from './engine/read-transfers.ts';
import type { SetupTransfer } from './setup.ts';

/** What came with a request that was submitted from a set-up; null for a request of another origin. */
export async function readRequestTransfer(
  viewer: Viewer,
  { partnerId, requestId }: { partnerId: number; requestId: string },
): Promise<SetupTransfer | null> {
  demand(viewer, 'setups.read');
  return readIn(scopeOf(viewer, partnerId), async (query) => {
    const [transfer] = await readTransfers(query, partnerId, { requestId });
    return transfer ?? null;
  });
}
