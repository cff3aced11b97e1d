import { count } from '#domain/counted.ts';

/** `(415) 555-0140, (415) 555-0141 and 12 more`. */
export function listed(texts: readonly string[], most: number): string {
  const shown = texts.slice(0, most).join(', ');
  return texts.length > most ? `${shown} and ${count(texts.length - most)} more` : shown;
}

/** A file's size: `340 KB`, `2.4 MB`. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000_000) return `${count(Math.max(1, Math.round(bytes / 1000)))} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Said when a press did not reach us. */
export const UNREACHED = 'The connection failed. What you typed is still here: try again.';

/** What went wrong, with the reference to quote where there is one. */
export function problemInWords(problem: { sentence: string; reference?: string }): string {
  return problem.reference ? `${problem.sentence} Reference ${problem.reference}.` : problem.sentence;
}
