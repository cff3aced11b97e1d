'use server';

import { z } from 'zod';
import { type FoundAccount, searchAccounts } from '#data/accounts/search-accounts.ts';
import { readPartner } from '#data/partners/read-partner.ts';
import { createRequest, type RequestCreated } from '#data/requests/create-request.ts';
import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import { type ActionResult, act } from '#server/action.ts';
import { TextSchema } from '../move/move-schema.ts';

const Asked = z.object({ partner: z.string().max(100), text: z.string().max(200) });

/** Accounts of a partner by ID, username or company name, the likeliest first; `total` counts all that match. */
export async function findAccounts(
  partner: string,
  text: string,
): Promise<ActionResult<{ accounts: FoundAccount[]; total: number }>> {
  return act('find-accounts-of-partner', Asked, { partner, text }, async (viewer, asked) => {
    demand(viewer, 'requests.create');
    const found = await readPartner(viewer, asked.partner);
    if (!found) throw new NotFound('partner');
    return searchAccounts(viewer, found, asked.text);
  });
}

const Wanted = z.object({
  partner: z.string().max(100),
  accountId: z.string().trim().min(1, 'Choose the account.').max(64),
  requestId: TextSchema.optional(),
  caseNumber: TextSchema.optional(),
  detailedStatus: z.enum(['waiting-for-loa', 'received-loa']),
  phones: z
    .array(z.string().max(40))
    .min(1, 'Paste at least one number.')
    .max(20_000, 'At most 20,000 numbers at once.'),
  note: TextSchema.optional(),
});

/** Makes a request with its numbers: local and toll-free ones become an order each. */
export async function create(input: z.input<typeof Wanted>): Promise<ActionResult<RequestCreated>> {
  return act('create-request', Wanted, input, async (viewer, { partner, ...wanted }) => {
    demand(viewer, 'requests.create');
    const found = await readPartner(viewer, partner);
    if (!found) throw new NotFound('partner');
    return createRequest(viewer, { ...wanted, partnerId: found.id }, new Date());
  });
}
