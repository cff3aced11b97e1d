import type pg from 'pg';

/** Fewer rows, or a smaller share of the numbers, the database's own upkeep deals with in time, and for less. */
const LARGE_SHARE = 0.1;
const FEW = 1_000;

/**
 * Lets the database take stock after an import that is large beside what was there, so that plans fit and pages are read
 * from indexes alone. Needs no more rights than the owner of the tables has; without them it is skipped.
 */
export async function tidyUp(client: pg.ClientBase, imported: number): Promise<void> {
  if (imported < FEW) return;
  // As many numbers as the database knew of when it last took stock; -1 when it never did.
  const known = await client.query<{ numbers: number }>(
    "SELECT reltuples AS numbers FROM pg_class WHERE oid = 'port_number'::regclass",
  );
  if (imported <= LARGE_SHARE * Math.max(known.rows[0]?.numbers ?? 0, 0)) return;
  await client.query(
    'VACUUM (ANALYZE, SKIP_LOCKED) account, port_request, port_order, port_number, order_event',
  );
}
