'use server';

import { z } from 'zod';
import type { ActPreview, ActProgress } from '#data/orders/act.ts';
import { type AddedNotes, addNotes, NOTED_ORDERS } from '#data/orders/add-notes.ts';
import { applyAct } from '#data/orders/apply-act.ts';
import { previewMoves } from '#data/orders/preview-moves.ts';
import { type ActionResult, act } from '#server/action.ts';
import { MoveSchema, TextSchema } from '../move/move-schema.ts';
import { parseQueueUrl } from './url.ts';

const Ref = z.object({ partnerId: z.number().int().positive(), orderId: z.number().int().positive() });

/** All that match: the desk's own address says what. */
const Matching = z.string().transform((query, context) => {
  const { request, problems } = parseQueueUrl(new URLSearchParams(query));
  if (problems.length === 0) return request.filter;
  context.addIssue({ code: 'custom', message: 'What is asked for could not be read.' });
  return z.NEVER;
});

const Previewed = z.object({
  kind: z.enum(['move', 'correction']),
  move: MoveSchema,
  orders: z.union([
    z.object({ selection: z.array(Ref).min(1).max(20_000) }),
    z.object({ matching: Matching }),
  ]),
});

/** Decides one move of many orders and keeps what will become of each, without changing any. */
export async function preview(input: z.input<typeof Previewed>): Promise<ActionResult<ActPreview>> {
  return act('preview-moves', Previewed, input, (viewer, { kind, move, orders }) =>
    previewMoves(viewer, { ...orders, move }, new Date(), kind),
  );
}

/** Applies the next batch of what was previewed; to be called again until it is done. */
export async function apply(actId: string): Promise<ActionResult<ActProgress>> {
  return act('apply-act', z.uuid(), actId, (viewer, id) => applyAct(viewer, id, new Date()));
}

const Noted = z.object({
  orders: z.array(Ref).min(1).max(NOTED_ORDERS, `At most ${NOTED_ORDERS} orders get a note at once.`),
  text: TextSchema,
  visibleToPartner: z.boolean(),
});

/** Writes the same note to many orders. */
export async function note(input: z.input<typeof Noted>): Promise<ActionResult<AddedNotes>> {
  return act('add-notes', Noted, input, (viewer, given) => addNotes(viewer, given, new Date()));
}
