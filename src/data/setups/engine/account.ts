import { folded } from '../../folded.ts';
import type { Query } from '../../tenant.ts';

/** What an account that is set up needs; trimmed, and none of it blank but the telephone number. */
export type AccountDetails = {
  company: string;
  username: string;
  contactName: string;
  contactEmail: string;
  contactPhone: string | null;
};

const ACCOUNT_LOCK = 74_700_304;

/** Keeps everybody else from making accounts of a partner until the transaction ends. */
export async function lockAccounts(query: Query, partnerId: number): Promise<void> {
  await query('SELECT pg_advisory_xact_lock($1, $2)', [ACCOUNT_LOCK, partnerId]);
}

/** The partner's next account ID: above all of its own that are numbers of no more than twelve digits. */
export async function nextAccountId(query: Query, partnerId: number): Promise<string> {
  const [row] = await query<{ id: string }>(
    `SELECT (coalesce(max(id::bigint), 7000000) + 1)::text AS id FROM account
     WHERE partner_id = $1 AND id ~ '^[0-9]{1,12}$'`,
    [partnerId],
  );
  if (!row) throw new Error('There is no next account ID.');
  return row.id;
}

/** The ID of another account of the partner that has a username; null when it is free. */
export async function usernameHolder(
  query: Query,
  { partnerId, username, but }: { partnerId: number; username: string; but: string | null },
): Promise<string | null> {
  const [taken] = await query<{ id: string }>(
    `SELECT id FROM account a WHERE a.partner_id = $1 AND ${folded('a.username')} = ${folded('$2')}
       AND a.id IS DISTINCT FROM $3 LIMIT 1`,
    [partnerId, username, but],
  );
  return taken?.id ?? null;
}

/** The name of a partner, as its own scope sees it. */
export async function partnerNamed(query: Query, partnerId: number): Promise<{ id: number; name: string }> {
  const [partner] = await query<{ id: number; name: string }>('SELECT id, name FROM partner WHERE id = $1', [
    partnerId,
  ]);
  if (!partner) throw new Error('The partner is not there.');
  return partner;
}
