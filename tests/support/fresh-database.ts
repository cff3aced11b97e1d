import pg from 'pg';
import { inject, onTestFinished } from 'vitest';

/**
 * A migrated, empty database for one test that cannot share: a copy of the template, dropped when the test ends.
 * Returns its connection string.
 */
export async function freshDatabase(): Promise<string> {
  const template = databaseName(inject('templateUrl'));
  const name = `portal_${crypto.randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  onTestFinished(() => onServer(`DROP DATABASE ${name} WITH (FORCE)`));
  const url = new URL(inject('templateUrl'));
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function databaseName(url: string): string {
  return new URL(url).pathname.slice(1);
}
