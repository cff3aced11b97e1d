import 'server-only';
import type { z } from 'zod';
import { NotFound } from '#domain/not-found.ts';
import type { Viewer } from '#domain/viewer.ts';
import { logSurprise } from './log.ts';
import { currentViewer } from './viewer.ts';

/** What went wrong in a way that we foresaw, in a sentence to show; a failure carries a reference to quote. */
export type ActionProblem =
  | { code: 'signed-out' | 'invalid' | 'not-found'; sentence: string }
  | { code: 'failed'; sentence: string; reference: string };

export type ActionResult<T> = { ok: true; value: T } | { ok: false; problem: ActionProblem };

/**
 * The only way from a server action to a verb: who asks, is the input sound, do it. `name` is what the log calls it.
 * Never throws: expected problems come back as values, anything else is logged and comes back as its reference.
 */
export async function act<Input, T>(
  name: string,
  schema: z.ZodType<Input>,
  input: unknown,
  verb: (viewer: Viewer, input: Input) => Promise<T>,
): Promise<ActionResult<T>> {
  let viewer: Viewer | null = null;
  try {
    viewer = await currentViewer();
    if (!viewer) return refuse('signed-out', 'Your session has ended. Sign in again to go on.');
    const parsed = schema.safeParse(input);
    if (!parsed.success)
      return refuse('invalid', parsed.error.issues.map((issue) => issue.message).join(' '));
    return { ok: true, value: await verb(viewer, parsed.data) };
  } catch (error) {
    if (error instanceof NotFound) return refuse('not-found', 'It is not there any more, or not for you.');
    const userId = viewer && 'userId' in viewer ? viewer.userId : undefined;
    const reference = logSurprise(error, { userId, at: name });
    return {
      ok: false,
      problem: { code: 'failed', sentence: 'That did not work. Nothing was changed.', reference },
    };
  }
}

function refuse(code: 'signed-out' | 'invalid' | 'not-found', sentence: string): ActionResult<never> {
  return { ok: false, problem: { code, sentence } };
}
