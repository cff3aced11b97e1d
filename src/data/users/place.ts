import type { UserRole } from '#domain/viewer.ts';
import type { Query } from '../tenant.ts';

/** What a user is: its role, and of whom. `partner` is a slug; which of partner and account is set follows from the role. */
export type UserPlace =
  | { role: 'partner'; partner: string }
  | { role: 'end-user'; partner: string; account: string }
  | { role: Exclude<UserRole, 'partner' | 'end-user'> };

export type NoSuchPlace = 'no-such-partner' | 'no-such-account';

/** A place as the table has it, with the names under which it is recorded. */
export type FoundPlace = {
  role: UserRole;
  partnerId: number | null;
  accountId: string | null;
  recorded: { role: UserRole; partner: string | null; account: string | null };
};

/** Looks a place up; what of it is not there, when it is not. */
export async function findPlace(query: Query, place: UserPlace): Promise<FoundPlace | NoSuchPlace> {
  const { role } = place;
  if (!('partner' in place)) {
    return { role, partnerId: null, accountId: null, recorded: { role, partner: null, account: null } };
  }
  const [partner] = await query<{ id: number; name: string }>(
    'SELECT id, name FROM partner WHERE slug = $1',
    [place.partner],
  );
  if (!partner) return 'no-such-partner';
  const accountId = 'account' in place ? place.account : null;
  if (accountId !== null) {
    const found = await query('SELECT 1 FROM account WHERE partner_id = $1 AND id = $2', [
      partner.id,
      accountId,
    ]);
    if (found.length === 0) return 'no-such-account';
  }
  const recorded = { role, partner: partner.name, account: accountId };
  return { role, partnerId: partner.id, accountId, recorded };
}
