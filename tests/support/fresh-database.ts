import { inject, onTestFinished } from 'vitest';
import { runOn } from './test-postgres.ts';

/**
 * A migrated, empty database for one test that cannot share: a copy of the template, dropped when the test ends.
 * Returns its connection string.
 */
export async function freshDatabase(): Promise<string> {
  const { url, drop } = await copyOfTemplate();
  onTestFinished(drop);
  return url;
}

/** A migrated, empty database for a whole file of tests, which drops it. */
export async function copyOfTemplate(): Promise<{ url: string; drop: () => Promise<void> }> {
  const template = databaseName(inject('templateUrl'));
  const name = `portal_${crypto.randomUUID().replaceAll('-', '')}`;
  await runOn(inject('databaseUrl'), `CREATE DATABASE ${name} TEMPLATE ${template}`);
  // Not WITH (FORCE): it fails on autovacuum, which is not ours to end. A plain drop ends that itself, and waits.
  const end = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND usename = current_user`;
  const url = new URL(inject('templateUrl'));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => runOn(inject('databaseUrl'), end, `DROP DATABASE ${name}`) };
}

function databaseName(url: string): string {
  return new URL(url).pathname.slice(1);
}
