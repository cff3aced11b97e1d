import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { tellOfAccount } from '../accounts/engine/tell-of-account.ts';
import { type Query, scopeOf, writeIn } from '../tenant.ts';
import { partnerNamed } from './engine/account.ts';
import { type HeldSetup, holdSetup } from './engine/hold-setup.ts';
import { partnerOf } from './engine/partner.ts';

/** `account`: whether the account went too; it stays when anything else has come to use it. */
export type SetupDiscarded = { kind: 'discarded'; account: boolean } | { kind: 'submitted' };

/** Gives up a set-up that was never submitted, with all that was typed, and its account with it. Throws NotFound. */
export async function discardSetup(viewer: Viewer, setupId: number): Promise<SetupDiscarded> {
  demand(viewer, 'setups.change');
  const { partnerId } = partnerOf(viewer);
  return writeIn(scopeOf(viewer, partnerId), async (query) => {
    const setup = await holdSetup(query, partnerId, setupId);
    if (setup.submittedAt !== null) return { kind: 'submitted' };
    await query('DELETE FROM number_order WHERE partner_id = $1 AND setup_id = $2', [partnerId, setupId]);
    await query('DELETE FROM unite_setup WHERE partner_id = $1 AND id = $2', [partnerId, setupId]);
    const unused = await deleteUnused(query, setup);
    if (unused) {
      const partner = await partnerNamed(query, partnerId);
      await tellOfAccount(query, viewer, { kind: 'account-removed', partner, accountId: setup.accountId });
    }
    return { kind: 'discarded', account: unused };
  });
}

async function deleteUnused(query: Query, { partnerId, accountId }: HeldSetup): Promise<boolean> {
  // A savepoint: what points at the account keeps it, and the rest goes all the same.
  await query('SAVEPOINT with_its_account');
  try {
    await query('DELETE FROM account WHERE partner_id = $1 AND id = $2', [partnerId, accountId]);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && IN_USE.includes(error.code))) throw error;
    await query('ROLLBACK TO SAVEPOINT with_its_account');
    return false;
  }
}

/** Restrict and foreign key violations: by the version of Postgres it is the one or the other. */
const IN_USE: readonly unknown[] = ['23001', '23503'];
