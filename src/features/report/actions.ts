'use server';

import { z } from 'zod';
import { type FoundAccount, searchAccounts } from '#data/accounts/search-accounts.ts';
import { readPartner } from '#data/partners/read-partner.ts';
import { NotFound } from '#domain/not-found.ts';
import { type ActionResult, act } from '#server/action.ts';

const Input = z.object({ partner: z.string().max(100), text: z.string().max(200) });

/** Accounts of a partner by ID, username or company name, the likeliest first; `total` counts all that match. */
export async function findAccounts(
  partner: string,
  text: string,
): Promise<ActionResult<{ accounts: FoundAccount[]; total: number }>> {
  return act('find-accounts', Input, { partner, text }, async (viewer, input) => {
    const found = await readPartner(viewer, input.partner);
    if (!found) throw new NotFound('partner');
    return searchAccounts(viewer, found, input.text);
  });
}
