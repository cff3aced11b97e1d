import 'server-only';
import { z } from 'zod';
import { demand, type Permission } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { type Answer, refused } from './answer.ts';

/** What an action takes: anything, for it is read by `checked`. */
export const Given = z.unknown();

/**
 * A verb that reads what a form gave, after asking whether its sender may, so that strangers are not even told what is
 * wrong with it. The first thing that is wrong is said of its field.
 */
export function checked<Input, T>(
  permission: Permission,
  schema: z.ZodType<Input>,
  verb: (viewer: Viewer, input: Input) => Promise<Answer<T>>,
): (viewer: Viewer, given: unknown) => Promise<Answer<T>> {
  return async (viewer, given) => {
    demand(viewer, permission);
    const parsed = schema.safeParse(given);
    if (parsed.success) return verb(viewer, parsed.data);
    const [issue] = parsed.error.issues;
    return refused(
      issue?.message ?? 'This cannot be read.',
      issue?.path.length ? String(issue.path.at(-1)) : null,
    );
  };
}

/** A text of one line that has to be there; `missing` says what to write. */
export function line(missing: string, longest = 200) {
  return z
    .string()
    .transform((text) => text.trim().replace(/\s+/g, ' '))
    .pipe(
      z
        .string()
        .min(1, missing)
        .max(longest, `Keep it to ${longest} characters.`)
        .regex(/^\P{Cc}*$/u, 'It holds a character that cannot be shown.'),
    );
}

/** A text of one line that may be left empty: then it is null. */
export function optionalLine(longest = 200) {
  return z
    .string()
    .transform((text) => text.trim().replace(/\s+/g, ' ') || null)
    .pipe(
      z
        .string()
        .max(longest, `Keep it to ${longest} characters.`)
        .regex(/^\P{Cc}*$/u, 'It holds a character that cannot be shown.')
        .nullable(),
    );
}
