import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn, scopeOf } from '../tenant.ts';
import type { AccountOfNumbers, NumberCounts, NumberFilter } from './assignment.ts';
import { accountsOfNumbers, accountsUnder } from './engine/accounts.ts';
import { countNumbers, readyByAccount } from './engine/counts.ts';

export type AccountPage = {
  accounts: AccountOfNumbers[];
  /** Accounts under the filter, over all pages. */
  total: number;
  counts: NumberCounts;
  /** The last account of the page; null on the last page. */
  next: string | null;
};

const PAGE = 50;

/**
 * A partner's accounts that have numbers, by name, with what tells whether the old service is still needed; 50 of them
 * after an account. Throws NotFound for a stranger.
 */
export async function listNumberAccounts(
  viewer: Viewer,
  partner: { id: number },
  { filter, after }: { filter: NumberFilter; after: string | null },
): Promise<AccountPage> {
  demand(viewer, 'report.read');
  return readIn(scopeOf(viewer, partner.id), async (query) => {
    const all = await accountsOfNumbers(query, partner.id);
    const under = accountsUnder(all, filter);
    const from = after === null ? 0 : under.findIndex(({ id }) => id === after) + 1;
    const accounts = under.slice(from, from + PAGE);
    const ready = await readyByAccount(query, partner.id, filter, all);
    return {
      accounts,
      total: under.length,
      counts: await countNumbers(query, partner.id, filter, ready),
      next: under.length > from + PAGE ? (accounts.at(-1)?.id ?? null) : null,
    };
  });
}
