import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../prisma/migrate.ts';
import { APPLICATION, randomPassword, startPostgres } from '../../scripts/embedded-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string;
    templateUrl: string;
  }
}

/** The migrated and empty database that `freshDatabase()` copies. Nobody may be connected to it. */
const TEMPLATE = 'portal_template';

/** One Postgres for the whole run, in a folder of its own: a database that all files share, and a template for copies. */
export default async function startDatabase(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(path.join(tmpdir(), 'portal-tests-'));
  const postgres = await startPostgres({
    folder: path.join(home, 'postgres'),
    password: randomPassword(),
    purpose: 'test',
  });
  async function stop() {
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
    rmSync(postgres.folder, { recursive: true, force: true });
  }
  try {
    await onServer(postgres.adminUrl('postgres'), `CREATE DATABASE ${TEMPLATE} OWNER ${APPLICATION}`);
    await migrate(postgres.url(TEMPLATE));
    await onServer(postgres.adminUrl('postgres'), `DROP DATABASE ${APPLICATION}`);
    await onServer(
      postgres.adminUrl('postgres'),
      `CREATE DATABASE ${APPLICATION} TEMPLATE ${TEMPLATE} OWNER ${APPLICATION}`,
    );
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('databaseUrl', postgres.url());
  project.provide('templateUrl', postgres.url(TEMPLATE));
  return stop;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
