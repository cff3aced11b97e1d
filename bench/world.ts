import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '../prisma/migrate.ts';
import { DEMO, ROOT } from '../scripts/demo-files.ts';
import { type EmbeddedPostgres, randomPassword, startPostgres } from '../scripts/embedded-postgres.ts';

/** The bench's own Postgres, with three partners of so many numbers each; `url` is the application's, under no superuser. */
export type World = { postgres: EmbeddedPostgres; url: string; adminUrl: string; numbers: number };

const PARTNERS = [1, 2, 3];
const DATABASE = 'bench';
const SEED = new URL('./seed.sql', import.meta.url);
const MIGRATIONS = path.join(ROOT, 'prisma/migrations');

/** Starts the Postgres of the bench and seeds it, unless what is there was made of the same input and migrations. */
export async function openWorld(numbers: number, say: (text: string) => void): Promise<World> {
  const folder = path.join(DEMO.folder, 'bench');
  const postgres = await startPostgres({
    folder,
    password: passwordOf(`${folder}-password`),
    purpose: 'demo',
  });
  try {
    const made = await seededDatabase(postgres, DATABASE, SEED, String(numbers), (adminUrl, seed) =>
      makePartners(adminUrl, seed, numbers, say),
    );
    return { postgres, ...made, numbers };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** An empty, migrated database beside the world, dropped when `work` is done. */
export async function withEmptyDatabase<T>(
  { postgres }: World,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const name = 'bench_empty';
  const admin = postgres.adminUrl('postgres');
  await database(admin, async (run) => {
    await run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await run(`CREATE DATABASE ${name} OWNER portal`);
  });
  try {
    await migrate(postgres.url(name));
    return await work(postgres.url(name));
  } finally {
    await database(admin, (run) => run(`DROP DATABASE ${name} WITH (FORCE)`));
  }
}

/** Runs statements on a connection of their own. */
export async function database<T>(
  connectionString: string,
  work: (run: (text: string, values?: unknown[]) => Promise<pg.QueryResult>) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work((text, values) => client.query(text, values));
  } finally {
    await client.end();
  }
}

async function makePartners(
  adminUrl: string,
  seed: string,
  numbers: number,
  say: (text: string) => void,
): Promise<void> {
  say(
    `Seeding ${PARTNERS.length} partners of ${numbers.toLocaleString('en-US')} numbers (a minute or two) …`,
  );
  for (const partner of PARTNERS) {
    await database(adminUrl, async (run) => {
      await run(`SET session_replication_role = replica; SET synchronous_commit = off`);
      await run(`SET bench.partner = ${partner}; SET bench.numbers = ${numbers}`);
      await run(seed);
    });
    say(`  partner ${partner} of ${PARTNERS.length}`);
  }
}

/**
 * A migrated database that `fill` has filled, unless it is there already, made of the same seed, size and migrations.
 * Answers the application's address of it and the superuser's.
 */
export async function seededDatabase(
  postgres: EmbeddedPostgres,
  name: string,
  seedFile: URL,
  size: string,
  fill: (adminUrl: string, seed: string) => Promise<void>,
): Promise<{ url: string; adminUrl: string }> {
  const made = { url: postgres.url(name), adminUrl: postgres.adminUrl(name) };
  const seed = readFileSync(seedFile, 'utf8');
  const input = inputOf(seed, size);
  const admin = postgres.adminUrl('postgres');
  const exists = await database(admin, (run) => run('SELECT FROM pg_database WHERE datname = $1', [name]));
  if (exists.rowCount === 0 || !(await isSeeded(made.adminUrl, input))) {
    await database(admin, async (run) => {
      await run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await run(`CREATE DATABASE ${name} OWNER portal`);
    });
    await migrate(made.url);
    await fill(made.adminUrl, seed);
    await database(made.adminUrl, async (run) => {
      // What the triggers that were left out would have said.
      await run('INSERT INTO partner_change (partner_id) SELECT id FROM partner');
      await run('CREATE TABLE bench_seed AS SELECT $1::text AS input', [input]);
    });
  }
  // A kept one too: runs leave dead rows, and pages that index-only scans of the next run would look into.
  await database(made.adminUrl, (run) => run('VACUUM (ANALYZE)'));
  return made;
}

async function isSeeded(adminUrl: string, input: string): Promise<boolean> {
  return database(adminUrl, async (run) => {
    const { rows } = await run("SELECT to_regclass('bench_seed') IS NOT NULL AS known");
    if (!rows[0]?.known) return false;
    const seeded = await run('SELECT input FROM bench_seed');
    return seeded.rows[0]?.input === input;
  });
}

function inputOf(seed: string, size: string): string {
  const hash = createHash('sha256').update(seed).update(size);
  const migrations = readdirSync(MIGRATIONS, { recursive: true, encoding: 'utf8' });
  for (const file of migrations.filter((name) => name.endsWith('.sql')).sort()) {
    hash.update(readFileSync(path.join(MIGRATIONS, file)));
  }
  return hash.digest('hex');
}

function passwordOf(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomPassword(), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
