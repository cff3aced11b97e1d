import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './prisma/client.ts';

/** Dates stay the text that Postgres wrote: a calendar date that passes through `Date` becomes an instant. */
const asText = (value: string) => value;
const READERS = new Map<number, (value: string) => unknown>([
  [pg.types.builtins.DATE, asText],
  [pg.types.builtins.TIME, asText],
  [pg.types.builtins.INT8, Number],
]);

/** How rows of our own SQL are read: dates and times as text, bigint as number (all of ours stay below 2^53). */
export const ROW_TYPES: pg.CustomTypesConfig = {
  getTypeParser: (id, format) =>
    (format !== 'binary' && READERS.get(id)) || pg.types.getTypeParser(id, format as 'text'),
};

type Connections = { pool: pg.Pool; exports: pg.Pool; worker: pg.Pool; prisma: PrismaClient };

/** Kept on globalThis so that a reload of modules in development does not open a pool each time. */
const holder = globalThis as typeof globalThis & { portalConnections?: Connections };

/** The pool that pages share. Opened at first use, so that building needs no database. */
export function pool(): pg.Pool {
  return connections().pool;
}

/** The few connections on which exports run for as long as their readers take, so that pages never wait for one. */
export function exportPool(): pg.Pool {
  return connections().exports;
}

/** The few connections of the worker that sends mails: one listens for jobs, the others take, do and end them. */
export function workerPool(): pg.Pool {
  return connections().worker;
}

/** Prisma over the same pool, as the owner of the tables: for what is looked up before a tenant is known (users, limits). */
export function prisma(): PrismaClient {
  return connections().prisma;
}

/** Ends the pools: scripts and tests call it, the server never does. */
export async function closeConnections(): Promise<void> {
  const open = holder.portalConnections;
  holder.portalConnections = undefined;
  await open?.prisma.$disconnect();
  for (const each of [open?.pool, open?.exports, open?.worker]) if (each && !each.ended) await each.end();
}

function connections(): Connections {
  holder.portalConnections ??= open();
  return holder.portalConnections;
}

function open(): Connections {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error('DATABASE_URL is not set.');
  const pool = openPool({
    connectionString,
    max: 12,
    application_name: 'portal-pages',
    // Prisma's adapter writes instants as UTC without saying so; in another zone of the server they would be wrong.
    options: '-c TimeZone=UTC',
  });
  const exports = openPool({
    connectionString,
    max: 8,
    application_name: 'portal-exports',
    connectionTimeoutMillis: 10_000,
  });
  const worker = openPool({ connectionString, max: 5, application_name: 'portal-worker' });
  return { pool, exports, worker, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

// A connection that the server ends must not end the process, whether it was idle or between two statements: whoever
// uses it is told at the next statement, and the next user gets a new one.
function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
