'use server';

import { z } from 'zod';
import type { NumberOrderDecided } from '#data/number-orders/decided.ts';
import { fulfilNumberOrder } from '#data/number-orders/fulfil-number-order.ts';
import { refuseNumberOrder } from '#data/number-orders/refuse-number-order.ts';
import { type ActionResult, act } from '#server/action.ts';
import { TextSchema } from '../move/move-schema.ts';

const Seen = z.object({
  partnerId: z.number().int().positive(),
  id: z.number().int().positive(),
  version: z.number().int().positive(),
});

const Fulfilled = z.object({ order: Seen, pasted: z.string().max(100_000, 'The list is too long.') });

/** Gives an order of new numbers its numbers. */
export async function fulfil(given: z.input<typeof Fulfilled>): Promise<ActionResult<NumberOrderDecided>> {
  return act('fulfil-number-order', Fulfilled, given, (viewer, input) =>
    fulfilNumberOrder(viewer, input, new Date()),
  );
}

const Refused = z.object({ order: Seen, because: TextSchema });

/** Refuses an order of new numbers; the partner reads why. */
export async function refuse(given: z.input<typeof Refused>): Promise<ActionResult<NumberOrderDecided>> {
  return act('refuse-number-order', Refused, given, (viewer, input) =>
    refuseNumberOrder(viewer, input, new Date()),
  );
}
