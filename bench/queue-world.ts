import { database, seededDatabase, type World } from './world.ts';

const SEED = new URL('./queue-seed.sql', import.meta.url);

/** The desk's bench: so many orders of a hundred partners in a database of their own, beside the report's. Answers its address. */
export async function openQueueWorld(
  { postgres }: World,
  orders: number,
  say: (text: string) => void,
): Promise<{ url: string; adminUrl: string }> {
  const name = 'bench_queue';
  const made = await seededDatabase(postgres, name, SEED, String(orders), async (adminUrl, seed) => {
    say(`Seeding ${orders.toLocaleString('en-US')} orders of a hundred partners (some minutes) …`);
    await database(adminUrl, async (run) => {
      await run('SET session_replication_role = replica; SET synchronous_commit = off');
      await run(`SET bench.orders = ${orders}`);
      await run(seed);
    });
  });
  return made;
}
