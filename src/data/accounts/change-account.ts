import { adminChanges } from '#domain/admin-event.ts';
import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import type { Changed } from '../admin/changed.ts';
import { recordAdmin } from '../admin/record.ts';
import { writeIn } from '../tenant.ts';
import { ACCOUNT, type Account, accountSubject } from './account.ts';

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
    const changes = adminChanges(recorded(known), recorded(names));
    if (changes.length === 0) return { kind: 'unchanged' };
    if (adminChanges(recorded(known), recorded(was)).length > 0)
      return { kind: 'refused', because: 'changed-since' };
    await query('UPDATE account SET username = $3, company_name = $4 WHERE partner_id = $1 AND id = $2', [
      known.partnerId,
      id,
      names.username,
      names.company,
    ]);
    const subject = accountSubject(id, { name: known.partner });
    await recordAdmin(query, viewer, { kind: 'account-changed', subject, changes });
    return { kind: 'changed' };
  });
}

function recorded({ username, company }: Names) {
  return { username, companyName: company };
}
