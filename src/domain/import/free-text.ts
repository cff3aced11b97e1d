/** Longer texts than this are no names, places or reasons. */
export const LONGEST_TEXT = 2_000;

/** What a spreadsheet shows where it could not compute a cell. */
const SPREADSHEET_ERROR = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/;

/** What exports put before a text that a spreadsheet would take for a formula. */
const FORMULA_GUARD = /^'+(?=[=+\-@\t\n])/;

/**
 * A text without what files add to it: NULs, blanks around it, the quote that guards a formula. Line breaks inside stay,
 * each as one line feed. No text that was read begins with a guarded formula, so what is exported and read again stays the same.
 */
export function freeText(text: string): string {
  const whole = text.includes('\0') ? text.replaceAll('\0', '') : text;
  const lines = (whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole).trim();
  return lines.startsWith("'") ? lines.replace(FORMULA_GUARD, '').trim() : lines;
}

/** Why a free text cannot be what it says it is; null when it can. */
export function freeTextProblem(text: string): string | null {
  if (text.length > LONGEST_TEXT) return `is longer than ${LONGEST_TEXT} characters`;
  return SPREADSHEET_ERROR.test(text) ? 'is an error of the spreadsheet that wrote it' : null;
}
