'use server';

import { z } from 'zod';
import { savePreference as save } from '#data/preferences/save-preference.ts';
import { parsePreference } from '#domain/preferences.ts';
import { type ActionResult, act } from '#server/action.ts';

const Input = z.object({ key: z.string(), value: z.unknown() }).transform(({ key, value }, context) => {
  const preference = parsePreference(key, value);
  if (preference) return preference;
  context.addIssue({ code: 'custom', message: `${key.slice(0, 40)} cannot be remembered with this value.` });
  return z.NEVER;
});

/** Remembers one of the viewer's own preferences; keys and shapes are in domain/preferences.ts. */
export async function savePreference(key: string, value: unknown): Promise<ActionResult<void>> {
  return act('save-preference', Input, { key, value }, save);
}
