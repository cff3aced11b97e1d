import { once } from 'node:events';
import type { Readable } from 'node:stream';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Viewer } from '#domain/viewer.ts';
import { exportPool } from './connection.ts';
import { beginSql, type Query, queryOn, type Scope } from './tenant.ts';

/** What is copied for whom: the rows of a query, as `COPY` writes them with these options. */
export type Copied = { select: string; options: string; asker: Viewer };

/**
 * Streams rows out of one REPEATABLE READ READ ONLY transaction of the scope, no faster than they are read, after
 * `readFacts` has read in the same snapshot what there is to say of them. Resolves once the first row is there. Aborting
 * the signal or destroying the stream ends the query; a fault destroys the stream with its error.
 */
export async function copyOut<Facts>(
  scope: Scope,
  { select, options, asker }: Copied,
  signal: AbortSignal,
  readFacts: (query: Query) => Promise<Facts>,
): Promise<{ facts: Facts; rows: Readable }> {
  signal.throwIfAborted();
  const client = await exportPool().connect();
  const facts = await begin(client, scope, signal, readFacts);
  const rows = client.query(copyTo(`COPY ${noteOf(asker, scope)} (${select}) TO STDOUT (${options})`));
  giveBack(client, rows, signal);
  await once(rows, 'readable');
  return { facts, rows };
}

async function begin<Facts>(
  client: pg.PoolClient,
  scope: Scope,
  signal: AbortSignal,
  readFacts: (query: Query) => Promise<Facts>,
): Promise<Facts> {
  const abandon = () => client.connection.stream.destroy();
  signal.addEventListener('abort', abandon, { once: true });
  try {
    signal.throwIfAborted();
    await client.query(`${beginSql('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', scope)}, ${SETTINGS}`);
    const facts = await readFacts(queryOn(client));
    signal.throwIfAborted();
    return facts;
  } catch (error) {
    client.release(true);
    throw signal.aborted ? signal.reason : error;
  } finally {
    signal.removeEventListener('abort', abandon);
  }
}

/** Says in pg_stat_activity for whom it runs, and of which partner. */
function noteOf(asker: Viewer, scope: Scope): string {
  const name = asker.role === 'system' ? asker.actor : asker.userId.replace(/[^\w-]/g, '');
  const partner = 'partnerId' in scope ? scope.partnerId : 'all';
  return `/* for ${asker.role} ${name}, partner ${partner} */`;
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
