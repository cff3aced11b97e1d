'use server';

import { headers } from 'next/headers';
import { z } from 'zod';
import { revealSecret } from '#data/setups/reveal-secret.ts';
import { type ActionResult, act } from '#server/action.ts';
import { clientAddress } from '#server/client-address.ts';
import { environment } from '#server/env.ts';
import { openSecret } from '#server/secret-text.ts';

const Asked = z.object({
  partnerId: z.number().int().positive(),
  transferId: z.number().int().positive(),
  field: z.enum(['account-number', 'pin']),
});

/** An account number or a PIN in plain text, for who looks at it: recorded before it is shown. */
export async function reveal(given: z.input<typeof Asked>): Promise<ActionResult<string>> {
  return act('reveal-secret-at-desk', Asked, given, async (viewer, asked) => {
    const address = clientAddress((await headers()).get('x-forwarded-for'), environment().TRUST_PROXY);
    return openSecret(await revealSecret(viewer, asked, { address, now: new Date() }), asked);
  });
}
