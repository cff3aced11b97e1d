import pg from 'pg';
import { expect, onTestFinished } from 'vitest';
import { asOwner } from './owner.ts';
import { next } from './unique.ts';

/** A connection of the test's own, which ends with it. */
export async function ownConnection(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  client.on('error', () => undefined);
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

/** The processes that wait for this one, or for one that waits for it, once there are as many as are awaited. */
export async function waitingFor(holder: pg.Client, count: number): Promise<number[]> {
  const { rows } = await holder.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return waitingForProcess(rows[0]?.pid ?? 0, count);
}

/** The same for a process of somebody else's. */
export async function waitingForProcess(holder: number, count: number): Promise<number[]> {
  let waiting: number[] = [];
  await expect
    .poll(
      async () => {
        waiting = waitersOf(holder, await blocked());
        return waiting.length;
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThanOrEqual(count);
  return waiting;
}

type Blocked = { pid: number; by: number[] };

async function blocked(): Promise<Blocked[]> {
  return asOwner<Blocked>(
    `SELECT pid, pg_blocking_pids(pid) AS by FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0`,
  );
}

function waitersOf(holder: number, all: readonly Blocked[]): number[] {
  const direct = all.filter(({ by }) => by.includes(holder));
  const rest = all.filter((each) => !direct.includes(each));
  return [...new Set(direct.flatMap(({ pid }) => [pid, ...waitersOf(pid, rest)]))];
}

/** Holds orders, as another transaction would that changes them. Let go by `client.query('COMMIT')`. */
export async function holdOrders(...ids: number[]): Promise<pg.Client> {
  const client = await ownConnection();
  await client.query('BEGIN');
  await client.query('SELECT FROM port_order WHERE id = ANY ($1) ORDER BY id FOR UPDATE', [ids]);
  return client;
}

/**
 * Stops everybody who writes an event of a partner, in the midst of its transaction, until the connection that comes back
 * lets go by `COMMIT`; `fails` ends such a transaction with an error instead. Both for this test alone.
 */
export async function stopEvents(partnerId: number, how: 'waits' | 'fails' = 'waits'): Promise<pg.Client> {
  const name = `stop_events_${partnerId}_${next()}`;
  const key = partnerId * 1000 + next();
  const body = how === 'fails' ? `RAISE EXCEPTION 'no event'` : `PERFORM pg_advisory_xact_lock(${key})`;
  await asOwner(
    `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body}; RETURN NEW; END $$`,
  );
  await asOwner(
    `CREATE TRIGGER ${name} BEFORE INSERT ON order_event FOR EACH ROW WHEN (NEW.partner_id = ${partnerId}) EXECUTE FUNCTION ${name}()`,
  );
  const client = await ownConnection();
  onTestFinished(async () => {
    await client.query('ROLLBACK');
    await asOwner(`DROP FUNCTION ${name} CASCADE`);
  });
  await client.query('BEGIN');
  if (how === 'waits') await client.query('SELECT pg_advisory_xact_lock($1)', [key]);
  return client;
}
