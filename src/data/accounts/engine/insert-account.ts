import { adminChanges } from '#domain/admin-event.ts';
import type { Viewer } from '#domain/viewer.ts';
import type { Query } from '../../tenant.ts';
import type { Account } from '../account.ts';
import { tellOfAccount } from './tell-of-account.ts';

/** Makes an account and tells of it. False when the partner has an account with this ID. */
export async function insertAccount(
  query: Query,
  viewer: Viewer,
  { partner, account }: { partner: { id: number; name: string }; account: Account },
): Promise<boolean> {
  const made = await query(
    `INSERT INTO account (partner_id, id, username, company_name) VALUES ($1, $2, $3, $4)
     ON CONFLICT (partner_id, id) DO NOTHING RETURNING id`,
    [partner.id, account.id, account.username, account.company],
  );
  if (made.length === 0) return false;
  const changes = adminChanges({}, namesOf(account));
  await tellOfAccount(query, viewer, { kind: 'account-created', partner, accountId: account.id, changes });
  return true;
}

type Names = Pick<Account, 'username' | 'company'>;

/** Gives an account other names and tells of it; false when they are what it has already. */
export async function updateAccount(
  query: Query,
  viewer: Viewer,
  { partner, account, names }: { partner: { id: number; name: string }; account: Account; names: Names },
): Promise<boolean> {
  const changes = adminChanges(namesOf(account), namesOf(names));
  if (changes.length === 0) return false;
  await query('UPDATE account SET username = $3, company_name = $4 WHERE partner_id = $1 AND id = $2', [
    partner.id,
    account.id,
    names.username,
    names.company,
  ]);
  await tellOfAccount(query, viewer, { kind: 'account-changed', partner, accountId: account.id, changes });
  return true;
}

/** The names of an account as the history of administration tells them. */
export function namesOf({ username, company }: Names): Record<string, string | null> {
  return { username, companyName: company };
}
