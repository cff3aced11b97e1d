import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { writeIn } from '../tenant.ts';
import type { Account } from './account.ts';
import { insertAccount } from './engine/insert-account.ts';

export type CreatedAccount = { created: true } | { created: false; because: 'id-taken' };

/** Makes an account of a partner (by slug) under the ID that partners know it by. Throws NotFound when there is no such partner. */
export async function createAccount(
  viewer: Viewer,
  { partner: slug, account }: { partner: string; account: Account },
): Promise<CreatedAccount> {
  demand(viewer, 'accounts.change');
  return writeIn({ role: 'portal_staff' }, async (query) => {
    const [partner] = await query<{ id: number; name: string }>(
      'SELECT id, name FROM partner WHERE slug = $1',
      [slug],
    );
    if (!partner) throw new NotFound('partner');
    const made = await insertAccount(query, viewer, { partner, account });
    return made ? { created: true } : { created: false, because: 'id-taken' };
  });
}
