import type { Query } from '../tenant.ts';

/** Any constant of ours that no other lock has. */
const ADMIN_LOCK = 74_700_302;

/** Until this transaction ends, others who say the same words wait: for names that no unique key holds apart. */
export async function oneAtATime(query: Query, what: 'partner names' | 'reject reasons'): Promise<void> {
  await query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [ADMIN_LOCK, what]);
}
