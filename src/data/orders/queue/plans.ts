import type { Query } from '../../tenant.ts';

/**
 * Prepares a transaction that reads the list. No workers join in: they win little over the few open orders, and on a busy
 * machine they are waited for longer than they work.
 */
export async function settle(query: Query): Promise<void> {
  await query(
    `SELECT set_config('work_mem', '64MB', true), set_config('max_parallel_workers_per_gather', '0', true)`,
    [],
    'queue-settings',
  );
}

/** Ways in which Postgres could go about a statement. */
type Way = 'indexscan' | 'seqscan';

/** Runs `work` without some of Postgres's ways, where it is known to choose them wrongly. Inside a transaction. */
export async function without<T>(query: Query, ways: readonly Way[], work: () => Promise<T>): Promise<T> {
  await set(query, ways, 'off');
  const done = await work();
  await set(query, ways, 'on');
  return done;
}

async function set(query: Query, ways: readonly Way[], to: 'on' | 'off'): Promise<void> {
  await query(`SELECT ${ways.map((way) => `set_config('enable_${way}', $1, true)`).join(', ')}`, [to]);
}
