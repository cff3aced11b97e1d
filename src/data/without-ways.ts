import type { Query } from './tenant.ts';

/** Ways in which Postgres could go about a statement. */
type Way = 'indexscan' | 'nestloop' | 'seqscan';

/** Runs `work` without some of Postgres's ways, where it is known to choose them wrongly. Inside a transaction. */
export async function withoutWays<T>(query: Query, ways: readonly Way[], work: () => Promise<T>): Promise<T> {
  await set(query, ways, 'off');
  const done = await work();
  await set(query, ways, 'on');
  return done;
}

async function set(query: Query, ways: readonly Way[], to: 'on' | 'off'): Promise<void> {
  await query(`SELECT ${ways.map((way) => `set_config('enable_${way}', $1, true)`).join(', ')}`, [to]);
}
