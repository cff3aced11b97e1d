import type { AdminChange } from '#domain/admin-event.ts';
import type { Viewer } from '#domain/viewer.ts';
import { recordAdmin } from '../../admin/record.ts';
import type { Query } from '../../tenant.ts';
import { accountSubject } from '../account.ts';

type Told = {
  kind: 'account-created' | 'account-changed' | 'account-removed';
  partner: { name: string };
  accountId: string;
  changes?: readonly AdminChange[];
};

/**
 * Tells of an account in the history of administration. A partner's own role has no right to that table: the database
 * writes for it, of its own accounts.
 */
export async function tellOfAccount(query: Query, who: Viewer, told: Told): Promise<void> {
  const { kind, partner, accountId, changes = [] } = told;
  if (who.role !== 'partner')
    return recordAdmin(query, who, { kind, subject: accountSubject(accountId, partner), changes });
  await query('SELECT tell_of_account($1, $2, $3, $4, $5)', [
    kind,
    accountId,
    JSON.stringify(changes),
    who.userId,
    who.name,
  ]);
}
