'use server';

import { z } from 'zod';
import { addNote as addNoteTo } from '#data/orders/add-note.ts';
import { addNumbers as add } from '#data/orders/add-numbers.ts';
import { editOrder } from '#data/orders/edit-order.ts';
import { handleReplies as handle } from '#data/orders/handle-replies.ts';
import { moveNumbers as moveTo } from '#data/orders/move-numbers.ts';
import { moveOrder } from '#data/orders/move-order.ts';
import { removeNumbers as remove } from '#data/orders/remove-numbers.ts';
import { splitOrder } from '#data/orders/split-order.ts';
import { type ActionResult, act } from '#server/action.ts';
import { MoveSchema, TextSchema } from '../move/move-schema.ts';
import { OrderEditSchema, PhonesSchema, SeenOrderSchema } from './schemas.ts';

type Answer<Verb extends (...given: never[]) => Promise<unknown>> = Promise<
  ActionResult<Awaited<ReturnType<Verb>>>
>;

const Moved = z.object({ order: SeenOrderSchema, move: MoveSchema });

/** Moves one order, gives it a new date, or corrects it. */
export async function move(input: z.input<typeof Moved>): Answer<typeof moveOrder> {
  return act('move-order', Moved, input, (viewer, given) => moveOrder(viewer, given, new Date()));
}

const Edited = z.object({ order: SeenOrderSchema, edit: OrderEditSchema });

/** Edits what may be edited of an order without moving it. */
export async function edit(input: z.input<typeof Edited>): Answer<typeof editOrder> {
  return act('edit-order', Edited, input, (viewer, given) => editOrder(viewer, given, new Date()));
}

const Split = z.object({ order: SeenOrderSchema, phones: PhonesSchema, move: MoveSchema.optional() });

/** Takes numbers of an order to a new one of the same request, and moves that in the same step when asked to. */
export async function split(input: z.input<typeof Split>): Answer<typeof splitOrder> {
  return act('split-order', Split, input, (viewer, given) => splitOrder(viewer, given, new Date()));
}

const NumbersMoved = z.object({
  from: SeenOrderSchema,
  to: z.number().int().positive(),
  phones: PhonesSchema,
});

/** Takes numbers of an order to another one of the same request. */
export async function moveNumbers(input: z.input<typeof NumbersMoved>): Answer<typeof moveTo> {
  return act('move-numbers', NumbersMoved, input, (viewer, given) => moveTo(viewer, given, new Date()));
}

const NumbersNoted = z.object({ order: SeenOrderSchema, phones: PhonesSchema, note: TextSchema });

/** Adds numbers to an order. */
export async function addNumbers(input: z.input<typeof NumbersNoted>): Answer<typeof add> {
  return act('add-numbers', NumbersNoted, input, (viewer, given) => add(viewer, given, new Date()));
}

/** Removes numbers from an order. */
export async function removeNumbers(input: z.input<typeof NumbersNoted>): Answer<typeof remove> {
  return act('remove-numbers', NumbersNoted, input, (viewer, given) => remove(viewer, given, new Date()));
}

const Noted = z.object({
  order: SeenOrderSchema.pick({ partnerId: true, orderId: true }),
  text: TextSchema.min(1, 'Write the note first.'),
  visibleToPartner: z.boolean(),
});

/** Adds a note, for the porting team alone or for the partner to read. */
export async function addNote(input: z.input<typeof Noted>): Answer<typeof addNoteTo> {
  return act('add-note', Noted, input, (viewer, given) => addNoteTo(viewer, given, new Date()));
}

const RepliesHandled = z.object({
  order: SeenOrderSchema.pick({ partnerId: true, orderId: true }),
  seen: z.number().int().nonnegative(),
});

/** Says that what the partner wrote, up to a message, has been dealt with. */
export async function handleReplies(input: z.input<typeof RepliesHandled>): Answer<typeof handle> {
  return act('handle-replies', RepliesHandled, input, (viewer, given) => handle(viewer, given, new Date()));
}
