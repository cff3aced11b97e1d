import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, randomPassword, startPostgres } from '../../scripts/embedded-postgres.ts';

/** A Postgres for one run of tests, in a folder that goes with it. */
export async function startTestPostgres(): Promise<EmbeddedPostgres> {
  const home = mkdtempSync(path.join(tmpdir(), 'portal-tests-'));
  // Postgres may run as another user than we do; what it keeps in here is its own.
  chmodSync(home, 0o755);
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
  return { ...postgres, stop };
}

/** Runs statements, one after the other, on the database of `url`. */
export async function runOn(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
