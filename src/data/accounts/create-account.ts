import { adminChanges } from '#domain/admin-event.ts';
import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { recordAdmin } from '../admin/record.ts';
import { writeIn } from '../tenant.ts';
import { type Account, accountSubject } from './account.ts';

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
    const made = await query(
      `INSERT INTO account (partner_id, id, username, company_name) VALUES ($1, $2, $3, $4)
       ON CONFLICT (partner_id, id) DO NOTHING RETURNING id`,
      [partner.id, account.id, account.username, account.company],
    );
    if (made.length === 0) return { created: false, because: 'id-taken' };
    await recordAdmin(query, viewer, {
      kind: 'account-created',
      subject: accountSubject(account.id, partner),
      changes: adminChanges({}, { username: account.username, companyName: account.company }),
    });
    return { created: true };
  });
}
