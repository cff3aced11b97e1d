import type { UserRole, ViewerFacts } from '#domain/viewer.ts';

/** What of a user decides who it is, as the table spells it. */
export type UserRow = {
  id: string;
  email: string;
  name: string;
  role: UserRole;
  partner_id: number | null;
  account_id: string | null;
};

/** The columns of a UserRow. */
export const USER_COLUMNS = 'id, email, name, role, partner_id, account_id';

/** Who a user is. A CHECK of the table holds role, partner and account together, so that a misfit is a surprise. */
export function factsOf(row: UserRow): ViewerFacts {
  const person = { userId: row.id, email: row.email, name: row.name };
  if (row.role === 'agent' || row.role === 'lead') return { ...person, role: row.role };
  if (row.partner_id === null) throw new Error(`User ${row.id} has no partner.`);
  if (row.role === 'partner') return { ...person, role: row.role, partnerId: row.partner_id };
  if (row.account_id === null) throw new Error(`User ${row.id} has no account.`);
  return { ...person, role: row.role, partnerId: row.partner_id, accountId: row.account_id };
}
