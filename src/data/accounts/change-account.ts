import { adminChanges } from '#domain/admin-event.ts';
import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import type { Changed } from '../admin/changed.ts';
import { writeIn } from '../tenant.ts';
import { ACCOUNT, type Account } from './account.ts';
import { namesOf, updateAccount } from './engine/insert-account.ts';

type Names = Pick<Account, 'username' | 'company'>;

/** Changes the names of a partner's account; `was` is what was seen of them. Throws NotFound when there is no such account. */
export async function changeAccount(
  viewer: Viewer,
  { partner: slug, id, was, names }: { partner: string; id: string; was: Names; names: Names },
): Promise<Changed> {
  demand(viewer, 'accounts.change');
  return writeIn({ role: 'portal_staff' }, async (query) => {
    const [known] = await query<Account & { partnerId: number; partner: string }>(
      `SELECT ${ACCOUNT}, p.id AS "partnerId", p.name AS partner FROM partner p JOIN account a ON a.partner_id = p.id
       WHERE p.slug = $1 AND a.id = $2 FOR NO KEY UPDATE OF a`,
      [slug, id],
    );
    if (!known) throw new NotFound('account');
    const differs = (names: Names) => adminChanges(namesOf(known), namesOf(names)).length > 0;
    if (!differs(names)) return { kind: 'unchanged' };
    if (differs(was)) return { kind: 'refused', because: 'changed-since' };
    const partner = { id: known.partnerId, name: known.partner };
    await updateAccount(query, viewer, { partner, account: known, names });
    return { kind: 'changed' };
  });
}
