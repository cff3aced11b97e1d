'use server';

import { z } from 'zod';
import { checkNumbers } from '#data/orders/check-numbers.ts';
import { parsePhoneNumber } from '#domain/phone-number.ts';
import { DETAILED_FACTS } from '#domain/status.ts';
import { type ActionResult, act } from '#server/action.ts';

const Phones = z.array(z.string().max(40)).max(20_000, 'At most 20,000 numbers at once.');

/** A number that an open order holds, and which. */
export type HeldNumber = { phone: string; because: string };

/** Which of these numbers are on an open order of any partner, and on which. */
export async function findHeld(phones: readonly string[]): Promise<ActionResult<HeldNumber[]>> {
  return act('check-numbers', Phones, phones, async (viewer, given) => {
    const read = given.flatMap((text) => parsePhoneNumber(text) ?? []);
    const holders = await checkNumbers(viewer, read);
    return holders.map(({ phone, orderId, partner, detailedStatus }) => ({
      phone,
      because: `It is on open order ${orderId} of ${partner} (${DETAILED_FACTS[detailedStatus].label}).`,
    }));
  });
}
