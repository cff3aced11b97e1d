import pg from 'pg';
import { NotFound } from '#domain/not-found.ts';
import type { Viewer } from '#domain/viewer.ts';
import { pool, ROW_TYPES, workerPool } from './connection.ts';

/** Whose rows a transaction can see: what row-level security is told. */
export type Scope =
  | { role: 'portal_partner'; partnerId: number }
  | { role: 'portal_end_user'; partnerId: number; accountId: string }
  | { role: 'portal_staff' };

/**
 * Runs one statement inside a scoped transaction. `values` go as parameters. A statement with a `name` is planned once for
 * each connection: for the few that every page runs, one text under one name.
 */
export type Query = <Row extends pg.QueryResultRow>(
  text: string,
  values?: readonly unknown[],
  name?: string,
) => Promise<Row[]>;

/**
 * The scope of a viewer who looks at one partner. Staff and system actors who look at a partner's report take the
 * partner's own role, so that the second lock holds for them too. Throws NotFound for another tenant's partner.
 */
export function scopeOf(viewer: Viewer, partnerId: number): Scope {
  if ((viewer.role === 'partner' || viewer.role === 'end-user') && viewer.partnerId !== partnerId) {
    throw new NotFound('partner');
  }
  if (viewer.role === 'end-user') return { role: 'portal_end_user', partnerId, accountId: viewer.accountId };
  return { role: 'portal_partner', partnerId };
}

const READING = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

/** Runs `work` in one REPEATABLE READ READ ONLY transaction of the scope, so that rows, counts and totals agree. */
export function readIn<T>(scope: Scope, work: (query: Query) => Promise<T>): Promise<T> {
  return transact(READING, scope, work);
}

/**
 * Reads what one statement without values says, in a transaction of the scope: all of it in one round trip, for what stands
 * before every page.
 */
export async function readOnce<Row extends pg.QueryResultRow>(scope: Scope, text: string): Promise<Row[]> {
  return connected(pool(), async (client) => {
    const results: unknown = await client.query({
      text: `${beginSql(READING, scope)}; ${text}; COMMIT`,
      types: ROW_TYPES,
    });
    // One for each statement: BEGIN, the scope, what was asked, COMMIT.
    return (results as pg.QueryResult<Row>[])[2]?.rows ?? [];
  });
}

/** Runs `work` in one read-write transaction of the scope; a throw rolls everything back. */
export function writeIn<T>(scope: Scope, work: (query: Query) => Promise<T>): Promise<T> {
  return transact('BEGIN', scope, work);
}

/** As `writeIn`, on the connections of the worker: for what waits for others, a mail server say, while it holds a row. */
export function writeForWorker<T>(scope: Scope, work: (query: Query) => Promise<T>): Promise<T> {
  return transact('BEGIN', scope, work, workerPool());
}

/**
 * Runs `work` in one read-write transaction as the owner of the tables: for who signs in, which is in no scope. A throw
 * rolls everything back.
 */
export function writeAsOwner<T>(work: (query: Query) => Promise<T>): Promise<T> {
  return transact('BEGIN', null, work);
}

/** The statements that begin a scoped transaction, in one round trip. */
export function beginSql(begin: string, scope: Scope): string {
  const settings = [setting('role', scope.role)];
  if ('partnerId' in scope) settings.push(setting('app.partner_id', String(scope.partnerId)));
  if ('accountId' in scope) settings.push(setting('app.account_id', scope.accountId));
  return `${begin}; SELECT ${settings.join(', ')}`;
}

/** Statements on a connection whose transaction has begun. */
export function queryOn(client: pg.PoolClient): Query {
  return async (text, values, name) => {
    const { rows } = await client.query({
      name,
      text,
      values: values ? [...values] : undefined,
      types: ROW_TYPES,
    });
    return rows;
  };
}

function transact<T>(
  begin: string,
  scope: Scope | null,
  work: (query: Query) => Promise<T>,
  connections = pool(),
): Promise<T> {
  return connected(connections, async (client) => {
    await client.query(scope ? beginSql(begin, scope) : begin);
    const result = await work(queryOn(client));
    await client.query('COMMIT');
    return result;
  });
}

/** Runs a transaction on a connection: a throw rolls it back, and a connection that cannot even do that is not used again. */
async function connected<T>(
  connections: pg.Pool,
  transaction: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await connections.connect();
  let broken: Error | undefined;
  try {
    return await transaction(client);
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

function setting(name: string, value: string): string {
  return `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`;
}
