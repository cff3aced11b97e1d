import { oneAtATime } from '../admin/one-at-a-time.ts';
import { folded } from '../folded.ts';
import type { Query } from '../tenant.ts';

/** Whether another partner than `id` has this name, in any case. Others who name partners wait until this transaction ends. */
export async function namedAlready(query: Query, name: string, id: number | null): Promise<boolean> {
  await oneAtATime(query, 'partner names');
  const same = await query(
    `SELECT 1 FROM partner WHERE ${folded('name')} = ${folded('$1')} AND id IS DISTINCT FROM $2::integer`,
    [name, id],
  );
  return same.length > 0;
}
