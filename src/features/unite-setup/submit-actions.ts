'use server';

import { z } from 'zod';
import { orderNumbers } from '#data/setups/order-numbers.ts';
import { removeNumberOrder as takeOut } from '#data/setups/remove-number-order.ts';
import { type SetupSubmitted, submitSetup } from '#data/setups/submit-setup.ts';
import { parsePlace, type WantedNumbers } from '#domain/number-order.ts';
import { demand } from '#domain/permissions.ts';
import { TOLL_FREE_AREA_CODES } from '#domain/phone-number.ts';
import { MOST_NEW_NUMBERS } from '#domain/setup.ts';
import { type ActionResult, act } from '#server/action.ts';
import { openSecret, sealSecret } from '#server/secret-text.ts';
import type { FieldProblems } from './actions.ts';
import { IdSchema } from './schemas.ts';
import type { NumberOrderView } from './setup-view.ts';
import { numberOrderView } from './view-of.ts';

const Wanted = z.object({
  setupId: IdSchema,
  tollFree: z.boolean(),
  /** A city, an area code or both; of toll-free ones the prefix, blank for any. */
  place: z.string().max(200),
  quantity: z.string().max(20),
});

/** Asks for new numbers. */
export async function orderNew(
  given: z.input<typeof Wanted>,
): Promise<ActionResult<{ kind: 'added'; order: NumberOrderView } | FieldProblems>> {
  return act('order-numbers', Wanted, given, async (viewer, { setupId, tollFree, place, quantity }) => {
    demand(viewer, 'setups.change');
    const problems: FieldProblems['problems'] = [];
    const wanted = readPlace(tollFree, place);
    if ('because' in wanted) problems.push({ field: 'place', because: wanted.because });
    const n = /^\s*\d{1,4}\s*$/.test(quantity) ? Number(quantity) : 0;
    if (n < 1 || n > MOST_NEW_NUMBERS)
      problems.push({ field: 'quantity', because: `From 1 to ${MOST_NEW_NUMBERS.toLocaleString('en-US')}.` });
    if (problems.length > 0 || 'because' in wanted) return { kind: 'problems', problems };
    const order = await orderNumbers(viewer, { setupId, wanted, quantity: n }, new Date());
    if (order) return { kind: 'added', order: numberOrderView(order) };
    const because = 'That is a lot of orders at once. Submit these first, then add more.';
    return { kind: 'problems', problems: [{ field: 'place', because }] };
  });
}

function readPlace(tollFree: boolean, place: string): WantedNumbers | { because: string } {
  if (!tollFree) {
    const read = parsePlace(place);
    return 'because' in read ? read : { tollFree, ...read };
  }
  if (place === '') return { tollFree, areaCode: null, city: null };
  const areaCode = TOLL_FREE_AREA_CODES.find((code) => code === place);
  return areaCode ? { tollFree, areaCode, city: null } : { because: `${place} is no toll-free prefix.` };
}

const Taken = z.object({ setupId: IdSchema, id: IdSchema });

/** Takes an order of new numbers out again; false when it was submitted meanwhile. */
export async function removeNumberOrder(given: z.input<typeof Taken>): Promise<ActionResult<boolean>> {
  return act('remove-number-order', Taken, given, (viewer, which) => takeOut(viewer, which, new Date()));
}

const Reviewed = z.object({
  id: IdSchema,
  version: IdSchema,
  good: z.array(z.tuple([IdSchema, z.number().int().nonnegative()])).max(1_000),
});

/** Submits what is new of a set-up as it was reviewed. */
export async function submit(given: z.input<typeof Reviewed>): Promise<ActionResult<SetupSubmitted>> {
  return act('submit-setup', Reviewed, given, (viewer, { id, version, good }) =>
    submitSetup(
      viewer,
      { id, version, good: new Map(good) },
      {
        now: new Date(),
        reseal: (sealed, from, transferId) => sealSecret(openSecret(sealed, from), { ...from, transferId }),
      },
    ),
  );
}
