'use server';

import { z } from 'zod';
import { type AssignedNow, assignNumbers } from '#data/assignments/assign-numbers.ts';
import { BATCH_SIZE } from '#data/assignments/assignment.ts';
import { lookAtUnsafe } from '#data/assignments/look-at-unsafe.ts';
import { releaseNumbers } from '#data/assignments/release-numbers.ts';
import { renameAssigned } from '#data/assignments/rename-assigned.ts';
import { undoAssigning } from '#data/assignments/undo-assigning.ts';
import { ASSIGNEE_LENGTH, readAssignee } from '#domain/assignment.ts';
import { type ActionResult, act } from '#server/action.ts';

const OwnNumber = z.object({
  requestId: z.string().regex(/^\d{1,18}$/),
  phone: z.string().regex(/^\+1\d{10}$/),
});
const Numbers = z
  .array(OwnNumber)
  .min(1, 'Choose at least one number.')
  .max(BATCH_SIZE, `At most ${BATCH_SIZE} numbers can be chosen one by one; choose all that match instead.`);

const Text = z.string().refine((text) => !text.includes('\0'), 'It holds a character that no text has.');
const Filter = z.object({ accountId: Text.max(200).nullable(), text: Text.max(200).nullable() });
const Assignee = Text.max(ASSIGNEE_LENGTH, `A name has at most ${ASSIGNEE_LENGTH} characters.`).transform(
  readAssignee,
);

const Assigning = z.object({
  asked: z.union([z.object({ numbers: Numbers }), z.object({ matching: Filter })]),
  assignedTo: Assignee,
  batchId: z.uuid(),
});

/** Marks numbers as assigned; of all that match the next 5,000, to be called again while there are more. */
export async function assign(input: z.input<typeof Assigning>): Promise<ActionResult<AssignedNow>> {
  return act('assign-numbers', Assigning, input, (viewer, assigning) =>
    assignNumbers(viewer, assigning, new Date()),
  );
}

/** Takes a batch of the viewer's own back; how many numbers of it nobody has changed since. */
export async function undoAssign(batchId: string): Promise<ActionResult<number>> {
  return act('undo-assigning', z.uuid(), batchId, (viewer, id) => undoAssigning(viewer, id, new Date()));
}

const Seen = OwnNumber.extend({ batchId: z.uuid() });

/** Takes numbers back from whoever has them; how many nobody has changed in the meantime. */
export async function release(numbers: z.input<typeof Seen>[]): Promise<ActionResult<number>> {
  return act('release-numbers', z.array(Seen).min(1).max(BATCH_SIZE), numbers, (viewer, seen) =>
    releaseNumbers(viewer, seen, new Date()),
  );
}

const Renaming = z.object({ number: Seen, assignedTo: Assignee });

/** Says whose a number is now; false when somebody changed it in the meantime. */
export async function rename(input: z.input<typeof Renaming>): Promise<ActionResult<boolean>> {
  return act('rename-assigned', Renaming, input, (viewer, renaming) =>
    renameAssigned(viewer, renaming, new Date()),
  );
}

const Looked = z.union([
  z.object({
    numbers: z
      .array(OwnNumber.extend({ seenNow: Text.max(60) }))
      .min(1)
      .max(BATCH_SIZE),
  }),
  z.object({ allAsOf: z.iso.datetime().transform((moment) => new Date(moment)) }),
]);

/** Records that somebody looked at numbers that are no longer safe. */
export async function look(input: z.input<typeof Looked>): Promise<ActionResult<number>> {
  return act('look-at-unsafe', Looked, input, lookAtUnsafe);
}
