'use server';

import { z } from 'zod';
import { applyUpload, type UploadProgress } from '#data/uploads/apply-upload.ts';
import { CARRIER_FIELDS } from '#domain/carrier-list/fields.ts';
import { LONGEST_NAME } from '#domain/carrier-list/mapping.ts';
import { type ActionResult, act } from '#server/action.ts';
import { previewList } from './preview-list.ts';

const Mapping = z.partialRecord(z.enum(CARRIER_FIELDS), z.string().max(200));

const Preview = z.object({
  id: z.uuid(),
  mapping: Mapping,
  mappingName: z
    .string()
    .trim()
    .max(LONGEST_NAME, `A name has at most ${LONGEST_NAME} characters.`)
    .transform((name) => name || null),
});

/** Previews a list under a mapping, kept by a name unless that is blank. Null, or the sentence that says why it cannot. */
export async function preview(input: z.input<typeof Preview>): Promise<ActionResult<string | null>> {
  return act('preview-upload', Preview, input, (viewer, { id, ...reading }) =>
    previewList(viewer, id, reading, new Date()),
  );
}

const Apply = z.object({ id: z.uuid(), actId: z.uuid() });

/** Applies a list to its end, batch by batch, whether or not its page stays. Null when there is another preview by now. */
export async function apply(input: z.input<typeof Apply>): Promise<ActionResult<UploadProgress | null>> {
  return act('apply-upload', Apply, input, async (viewer, { id, actId }) => {
    for (;;) {
      const progress = await applyUpload(viewer, id, actId, new Date());
      if (progress === null || progress.done) return progress;
    }
  });
}
