const ACCOUNT_ID = /^[A-Za-z0-9._-]{1,64}$/;

/** An account's ID: at most 64 letters, digits, dots, dashes and underscores. Null for anything else. */
export function parseAccountId(text: string): string | null {
  return ACCOUNT_ID.test(text) ? text : null;
}
