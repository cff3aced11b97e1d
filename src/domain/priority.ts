/** Standard for all; a local order may be an expedite by arrangement, a toll-free order never. Source: "Priority". */
export const PRIORITIES = ['standard', 'expedite'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const PRIORITY_LABELS: Record<Priority, string> = { standard: 'Standard', expedite: 'Expedite' };

/** Reads a priority in any case; "Expedited" is read too; null when it is none. */
export function parsePriority(text: string): Priority | null {
  const key = text
    .trim()
    .toLowerCase()
    .replace(/^expedited$/, 'expedite');
  return PRIORITIES.find((priority) => priority === key) ?? null;
}
