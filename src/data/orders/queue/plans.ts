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
