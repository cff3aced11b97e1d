import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { ACCOUNT, type Account } from '../accounts/account.ts';
import { updateAccount } from '../accounts/engine/insert-account.ts';
import { type Query, scopeOf, writeIn } from '../tenant.ts';
import { type AccountDetails, lockAccounts, partnerNamed, usernameHolder } from './engine/account.ts';
import { type HeldSetup, holdSetup } from './engine/hold-setup.ts';
import { partnerOf } from './engine/partner.ts';

export type AccountSaved =
  | { kind: 'saved'; at: Date }
  | { kind: 'username-taken'; accountId: string }
  /** It is not any more what was seen: how it is now, and since when. */
  | { kind: 'conflict'; at: Date; now: AccountDetails };

/** Saves step 1 of a set-up, over what was seen of it (`was`). Throws NotFound. */
export async function saveAccount(
  viewer: Viewer,
  { setupId, was, details }: { setupId: number; was: AccountDetails; details: AccountDetails },
  now: Date,
): Promise<AccountSaved> {
  demand(viewer, 'setups.change');
  const { partnerId } = partnerOf(viewer);
  return writeIn(scopeOf(viewer, partnerId), async (query) => {
    await lockAccounts(query, partnerId);
    const setup = await holdSetup(query, partnerId, setupId);
    const known = await readDetails(query, setup);
    if (!same(known.details, was) && !same(known.details, details))
      return { kind: 'conflict', at: known.at, now: known.details };
    if (same(known.details, details)) return { kind: 'saved', at: known.at };
    const { username, company } = details;
    const holder = await usernameHolder(query, { partnerId, username, but: setup.accountId });
    if (holder !== null) return { kind: 'username-taken', accountId: holder };
    const partner = await partnerNamed(query, partnerId);
    await updateAccount(query, viewer, { partner, account: known.account, names: { username, company } });
    await query(
      `UPDATE unite_setup SET contact_name = $3, contact_email = $4, contact_phone = $5, version = version + 1,
         updated_at = $6 WHERE partner_id = $1 AND id = $2`,
      [partnerId, setupId, details.contactName, details.contactEmail, details.contactPhone, now],
    );
    return { kind: 'saved', at: now };
  });
}

type Known = { account: Account; details: AccountDetails; at: Date };

async function readDetails(query: Query, { partnerId, id }: HeldSetup): Promise<Known> {
  const [row] = await query<Account & Omit<AccountDetails, 'username' | 'company'> & { at: Date }>(
    `SELECT ${ACCOUNT}, s.contact_name AS "contactName", s.contact_email AS "contactEmail",
       s.contact_phone AS "contactPhone", s.updated_at AS at
     FROM unite_setup s JOIN account a ON a.partner_id = s.partner_id AND a.id = s.account_id
     WHERE s.partner_id = $1 AND s.id = $2`,
    [partnerId, id],
  );
  if (!row) throw new NotFound('set-up');
  const { id: accountId, username, company, contactName, contactEmail, contactPhone, at } = row;
  const details = {
    ...{ company: company ?? '', username: username ?? '', contactPhone },
    ...{ contactName: contactName ?? '', contactEmail: contactEmail ?? '' },
  };
  return { account: { id: accountId, username, company }, details, at };
}

function same(one: AccountDetails, other: AccountDetails): boolean {
  const keys = ['company', 'username', 'contactName', 'contactEmail', 'contactPhone'] as const;
  return keys.every((key) => one[key] === other[key]);
}
