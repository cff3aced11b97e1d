import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { insertAccount } from '../accounts/engine/insert-account.ts';
import { scopeOf, writeIn } from '../tenant.ts';
import {
  type AccountDetails,
  lockAccounts,
  nextAccountId,
  partnerNamed,
  usernameHolder,
} from './engine/account.ts';
import { partnerOf } from './engine/partner.ts';

export type SetupStarted =
  | { kind: 'started'; id: number; accountId: string }
  /** The partner has an account with this username. */
  | { kind: 'username-taken'; accountId: string };

/**
 * Begins a set-up: makes the account, under the partner's next account ID, and an empty transfer. A username is one
 * account's, so that pressing twice makes one.
 */
export async function startSetup(viewer: Viewer, details: AccountDetails, now: Date): Promise<SetupStarted> {
  demand(viewer, 'setups.change');
  const { partnerId, userId, name } = partnerOf(viewer);
  const { company, username, contactName, contactEmail, contactPhone } = details;
  return writeIn(scopeOf(viewer, partnerId), async (query) => {
    await lockAccounts(query, partnerId);
    const holder = await usernameHolder(query, { partnerId, username, but: null });
    if (holder !== null) return { kind: 'username-taken', accountId: holder };
    const account = { id: await nextAccountId(query, partnerId), username, company };
    const partner = await partnerNamed(query, partnerId);
    if (!(await insertAccount(query, viewer, { partner, account })))
      throw new Error('The account ID is taken.');
    const [made] = await query<{ id: number }>(
      `INSERT INTO unite_setup (partner_id, account_id, contact_name, contact_email, contact_phone, created_at,
         updated_at, actor_id, actor)
       VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8) RETURNING id`,
      [partnerId, account.id, contactName, contactEmail, contactPhone, now, userId, name],
    );
    if (!made) throw new Error('The set-up was not made.');
    await query('INSERT INTO setup_transfer (partner_id, setup_id, at, updated_at) VALUES ($1, $2, $3, $3)', [
      partnerId,
      made.id,
      now,
    ]);
    return { kind: 'started', id: made.id, accountId: account.id };
  });
}
