import pg from 'pg';
import { ImportImpossible } from '#domain/import/import-impossible.ts';
import { pool } from '../connection.ts';

/** Any constant, as long as every import uses the same. */
const IMPORT_LOCK = 74_700_301;

/**
 * Lends `work` a connection of its own while no other import for the partner runs; `onWait` is called when one does. What
 * the database refuses in a way that the asker can do something about becomes an ImportImpossible.
 */
export async function withImportLock<T>(
  slug: string,
  onWait: () => void,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  let client: pg.PoolClient | undefined;
  // The query at hand fails too, and tells.
  const ignore = () => undefined;
  try {
    client = await pool().connect();
    client.on('error', ignore);
    const lock = await client.query<{ free: boolean }>(
      'SELECT pg_try_advisory_lock($1, hashtext($2)) AS free',
      [IMPORT_LOCK, slug],
    );
    if (!lock.rows[0]?.free) {
      onWait();
      await client.query('SELECT pg_advisory_lock($1, hashtext($2))', [IMPORT_LOCK, slug]);
    }
    return await work(client);
  } catch (error) {
    throw impossible(error) ?? error;
  } finally {
    // Ending the connection gives the lock back.
    client?.release(true);
  }
}

function impossible(error: unknown): ImportImpossible | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  if (CHANGED_MEANWHILE.has(code)) {
    return new ImportImpossible(
      'Orders of the file were changed by somebody else meanwhile: nothing was imported; import it again.',
    );
  }
  if (code === UNDEFINED_TABLE) {
    return new ImportImpossible('The database has no tables of the portal: run npm run db:migrate first.');
  }
  if (code === DISK_FULL)
    return new ImportImpossible('The disk of the database is full: nothing was imported.');
  const lost =
    !(error instanceof pg.DatabaseError) &&
    /^Connection terminated|^Client has encountered/.test(error.message);
  if (lost || SHUT_DOWN.has(code)) {
    return new ImportImpossible('The connection to the database was lost: import the file again.');
  }
  return null;
}

const CHANGED_MEANWHILE = new Set(['40001', '40P01', '23505']);
const SHUT_DOWN = new Set(['57P01', '57P02', '57P03', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE']);
const UNDEFINED_TABLE = '42P01';
const DISK_FULL = '53100';
