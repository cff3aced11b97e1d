import { readdirSync } from 'node:fs';
import pg from 'pg';
import { describe, expect, inject, test } from 'vitest';
import { migrate, schemaDrift } from '../prisma/migrate.ts';
import { freshDatabase } from './support/fresh-database.ts';

describe('schema.prisma, the migrations and the live database', () => {
  test('say the same', async () => {
    expect(await schemaDrift(inject('databaseUrl'))).toEqual({ history: '', live: '' });
  });

  test('are told apart when somebody changed the database by hand', async () => {
    const url = await freshDatabase();
    await run(url, 'ALTER TABLE account ADD COLUMN nickname text');
    expect((await schemaDrift(url)).live).toContain('DROP COLUMN "nickname"');
  });

  test('are recorded as applied, once each, and nothing is left to apply', async () => {
    const url = await freshDatabase();
    const applied = await run(
      url,
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1',
    );
    const folders = readdirSync('prisma/migrations').filter((name) => /^\d+_/.test(name));
    expect(applied.map((row) => row.migration_name)).toEqual(folders.sort());
    expect(await migrate(url)).toEqual([]);
  });
});

test('two starters at once migrate an empty database once', async () => {
  const url = await freshDatabase();
  await run(url, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  const [first, second] = await Promise.all([migrate(url), migrate(url)]);
  expect([first.length, second.length].filter((applied) => applied === 0)).toHaveLength(1);
  expect(await migrate(url)).toEqual([]);
});

async function run(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
