import { once } from 'node:events';
import type { Readable } from 'node:stream';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { exportPool } from './connection.ts';
import { beginSql, type Scope } from './tenant.ts';

/**
 * Streams the rows of a query out of one REPEATABLE READ READ ONLY transaction of the scope, as `COPY` writes them with
 * these options, no faster than they are read. Resolves once the first row is there. Aborting the signal or destroying
 * the stream ends the query; a fault destroys the stream with its error.
 */
export async function copyOut(
  scope: Scope,
  select: string,
  options: string,
  signal: AbortSignal,
): Promise<Readable> {
  signal.throwIfAborted();
  const client = await exportPool().connect();
  try {
    signal.throwIfAborted();
    await client.query(`${beginSql('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', scope)}, ${SETTINGS}`);
  } catch (error) {
    client.release(true);
    throw error;
  }
  const rows = client.query(copyTo(`COPY (${select}) TO STDOUT (${options})`));
  giveBack(client, rows, signal);
  await once(rows, 'readable');
  return rows;
}

/** The connection's check makes Postgres notice within half a second that nobody listens any more, also while it sorts. */
const SETTINGS = ['work_mem = 64MB', 'datestyle = ISO', 'client_connection_check_interval = 500ms']
  .map((setting) => setting.split(' = '))
  .map(([name, value]) => `set_config('${name}', '${value}', true)`)
  .join(', ');

/** The connection goes back to the pool once all rows were read; any other ending cuts it, and with it the query. */
function giveBack(client: pg.PoolClient, rows: Readable, signal: AbortSignal): void {
  const abort = () => rows.destroy(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  // pg tells of a fault by the event alone.
  rows.on('error', (error) => rows.destroy(error));
  rows.once('close', () => {
    signal.removeEventListener('abort', abort);
    if (rows.readableEnded) void commit(client);
    else cut(client);
  });
}

async function commit(client: pg.PoolClient): Promise<void> {
  const failure = await client.query('COMMIT').then(
    () => undefined,
    (error: Error) => error,
  );
  client.release(failure);
}

/** Closes the socket at once: a polite end would wait behind all that Postgres has yet to send. */
function cut(client: pg.PoolClient): void {
  client.connection.stream.destroy();
  client.release(true);
}
