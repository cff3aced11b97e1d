'use server';

import { z } from 'zod';
import { RUN_KINDS } from '#domain/import/report-run.ts';
import { type ActionResult, act } from '#server/action.ts';
import { runReport } from './run-report.ts';

const Run = z.object({ id: z.uuid(), kind: z.enum(RUN_KINDS) });

/** Runs an uploaded report to its end, whether or not its page stays. Null, or why it did not begin. */
export async function run(input: z.input<typeof Run>): Promise<ActionResult<string | null>> {
  return act('run-report', Run, input, (viewer, { id, kind }) => runReport(viewer, id, kind));
}
