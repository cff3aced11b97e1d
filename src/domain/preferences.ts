import { z } from 'zod';
import { type ColumnKey, isColumnKey } from './columns.ts';

const Column = z.custom<ColumnKey>((key) => typeof key === 'string' && isColumnKey(key));
const Columns = z.array(Column).refine((keys) => new Set(keys).size === keys.length);

/** What a person's screens remember, by key. */
export const PREFERENCES = {
  /** The columns that are shown, in their order, and those of them that stay in place while the rest scrolls. */
  'report.columns': z.strictObject({ shown: Columns.min(1), pinned: Columns }),
  /** Percent, or what the sheet fits. */
  'report.zoom': z.union([z.int().min(50).max(200), z.enum(['width', 'page'])]),
  /** Whether single letters act as shortcuts (WCAG 2.1.4). */
  shortcuts: z.boolean(),
} as const;

export type PreferenceKey = keyof typeof PREFERENCES;
/** All preferences of a person; one that was never saved, or that an earlier version wrote, is missing. */
export type Preferences = { [Key in PreferenceKey]?: z.infer<(typeof PREFERENCES)[Key]> };
export type Preference = {
  [Key in PreferenceKey]: { key: Key; value: z.infer<(typeof PREFERENCES)[Key]> };
}[PreferenceKey];

/** Whether a text is the key of a preference. */
export function isPreferenceKey(text: string): text is PreferenceKey {
  return Object.hasOwn(PREFERENCES, text);
}

/** Reads a preference as it comes from outside or from the database; null when it is none. */
export function parsePreference(key: string, value: unknown): Preference | null {
  if (!isPreferenceKey(key)) return null;
  const parsed = PREFERENCES[key].safeParse(value);
  return parsed.success ? ({ key, value: parsed.data } as Preference) : null;
}
