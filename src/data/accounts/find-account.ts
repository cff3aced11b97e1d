import { fold } from '#domain/find.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { folded } from '../folded.ts';
import { readIn, scopeOf } from '../tenant.ts';
import { ACCOUNT, type Account } from './account.ts';

/**
 * The one account that a typed text names: by ID, else by a username or company name that is the account's alone, in any
 * case. Null when it names none or several.
 */
export async function findAccount(
  viewer: Viewer,
  partner: { id: number },
  text: string,
): Promise<Account | null> {
  demand(viewer, 'report.read');
  const named = await readIn(scopeOf(viewer, partner.id), (query) =>
    query<Account>(
      `SELECT ${ACCOUNT} FROM account a
       WHERE a.partner_id = $1
         AND (a.id = $2 OR ${folded('a.username')} = $3 OR ${folded('a.company_name')} = $3)
       ORDER BY a.id <> $2 LIMIT 2`,
      [partner.id, text.trim(), fold(text).trim()],
    ),
  );
  const [first] = named;
  return first && (first.id === text.trim() || named.length === 1) ? first : null;
}
