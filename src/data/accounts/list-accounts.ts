import { fold } from '#domain/find.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { folded } from '../folded.ts';
import { readIn } from '../tenant.ts';
import { ACCOUNT, type Account } from './account.ts';

/** How many accounts are on a page of the list. */
export const ACCOUNTS_PAGE = 50;

/** An account with how many requests it has. */
export type ListedAccount = Account & { requests: number };

/**
 * A page, from 1 on, of the accounts of a partner whose ID, username or company name holds a text, in any case, by company
 * name; `total` counts all of them.
 */
export async function listAccounts(
  viewer: Viewer,
  partner: { id: number },
  { text, page }: { text: string; page: number },
): Promise<{ accounts: ListedAccount[]; total: number }> {
  demand(viewer, 'admin.read');
  return readIn({ role: 'portal_staff' }, async (query) => {
    const values = [partner.id, fold(text).trim()];
    const [counted] = await query<{ total: number }>(
      `SELECT count(*)::integer AS total FROM account a WHERE ${MATCHES}`,
      values,
    );
    const accounts = await query<ListedAccount>(LIST, [...values, ACCOUNTS_PAGE, (page - 1) * ACCOUNTS_PAGE]);
    return { accounts, total: counted?.total ?? 0 };
  });
}

const HAYSTACK = folded(
  `a.id || E'\\n' || coalesce(a.username, '') || E'\\n' || coalesce(a.company_name, '')`,
);
const MATCHES = `a.partner_id = $1 AND strpos(${HAYSTACK}, $2) > 0`;

const LIST = `
  SELECT ${ACCOUNT}, (
    SELECT count(*)::integer FROM port_request r WHERE r.partner_id = a.partner_id AND r.account_id = a.id
  ) AS requests
  FROM account a
  WHERE ${MATCHES}
  ORDER BY ${folded('a.company_name')} NULLS LAST, a.id
  LIMIT $3 OFFSET $4`;
