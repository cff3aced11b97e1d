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
  // Not WITH (FORCE): it fails on autovacuum, which is not ours to end. A plain drop ends that itself, and waits.
  const end = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND usename = current_user`;
  onTestFinished(() => runOn(inject('databaseUrl'), end, `DROP DATABASE ${name}`));
  const url = new URL(inject('templateUrl'));
  url.pathname = `/${name}`;
  return url.href;
}

function databaseName(url: string): string {
  return new URL(url).pathname.slice(1);
}
