/** An account as it is chosen: its ID, and the names in our system where it has them. */
export type Account = { id: string; username: string | null; company: string | null };

/** The SELECT list of an account, over `a`. */
export const ACCOUNT = 'a.id, a.username, a.company_name AS company';

/** How the history of administration calls an account. */
export function accountSubject(id: string, partner: { name: string }): string {
  return `${id} of ${partner.name}`;
}
