import { inject, onTestFinished } from 'vitest';
import { runOn } from './test-postgres.ts';

/**
 * A migrated, empty database for one test that cannot share: a copy of the template, dropped when the test ends.
 * Returns its connection string.
 */
export async function freshDatabase(): Promise<string> {
  const template = databaseName(inject('templateUrl'));
  const name = `portal_${crypto.randomUUID().replaceAll('-', '')}`;
  await runOn(inject('databaseUrl'), `CREATE DATABASE ${name} TEMPLATE ${template}`);
  onTestFinished(() => runOn(inject('databaseUrl'), `DROP DATABASE ${name} WITH (FORCE)`));
  const url = new URL(inject('templateUrl'));
  url.pathname = `/${name}`;
  return url.href;
}

function databaseName(url: string): string {
  return new URL(url).pathname.slice(1);
}
