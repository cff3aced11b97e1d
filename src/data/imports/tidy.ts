import type pg from 'pg';

/** Fewer changed rows than these the database's own upkeep deals with in time. */
const MANY = 5_000;

/**
 * Lets the database take stock after a large import, so that plans fit and pages are read from indexes alone. Needs no
 * more rights than the owner of the tables has; without them it is skipped.
 */
export async function tidyUp(client: pg.ClientBase, rows: number): Promise<void> {
  if (rows < MANY) return;
  await client.query(
    'VACUUM (ANALYZE, SKIP_LOCKED) account, port_request, port_order, port_number, order_event',
  );
}
