import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn, scopeOf } from '../tenant.ts';
import { ACCOUNT, type Account } from './account.ts';

/** The account of a partner with this ID; null when the partner has none. */
export async function readAccount(
  viewer: Viewer,
  partner: { id: number },
  id: string,
): Promise<Account | null> {
  demand(viewer, 'report.read');
  const rows = await readIn(scopeOf(viewer, partner.id), (query) =>
    query<Account>(`SELECT ${ACCOUNT} FROM account a WHERE a.partner_id = $1 AND a.id = $2`, [
      partner.id,
      id,
    ]),
  );
  return rows[0] ?? null;
}
