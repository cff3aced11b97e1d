import pg from 'pg';
import { DEMO, type DemoDatabase, readDemoFile } from './demo-files.ts';
import { Fault } from './fault.ts';

/**
 * The database that a command works on: the one that DATABASE_URL names, else the running demo's. Puts it into
 * DATABASE_URL, where the modules of `data/` look for it, and returns it. Throws a `Fault` when there is none.
 */
export async function chooseDatabase(): Promise<string> {
  const named = process.env.DATABASE_URL;
  const url = named || readDemoFile<DemoDatabase>(DEMO.database)?.url;
  if (url === undefined || !(await answers(url))) {
    throw new Fault(
      named
        ? 'The database that DATABASE_URL names could not be reached.'
        : 'There is no database to work on: start the demo first (npm run demo), or name one in DATABASE_URL.',
    );
  }
  process.env.DATABASE_URL = url;
  return url;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
