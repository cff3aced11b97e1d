import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { Fault } from './fault.ts';
import { freePort } from './free-port.ts';
import { keep } from './kept-process.ts';
import { type PostgresUser, postgresPrograms, postgresUser, reachableFolder } from './postgres-home.ts';

const POSTGRES_VERSION = '18';
const SMALLEST_FREE_SPACE = 300 * 1024 * 1024;
const STARTING_TAKES_AT_MOST = 120_000;

/** The role and the database of the application. The role is no superuser, as on a managed Postgres. */
export const APPLICATION = 'portal';

export type PostgresOptions = {
  /** Data folder; made when it does not exist. */
  folder: string;
  /** Password of the superuser and of the application's role. */
  password: string;
  /** Port to prefer; another free one is taken when it is in use. */
  port?: number;
  /** `test` gives up safety against power cuts for speed, and runs in a time zone that shows careless dates. */
  purpose: 'demo' | 'test';
  /** Called when Postgres ends without having been asked to. */
  onCrash?: (logFile: string) => void;
};

export type EmbeddedPostgres = {
  port: number;
  folder: string;
  /** Connection string of the application's role, for its own database or another. */
  url: (database?: string) => string;
  /** Connection string of the superuser. */
  adminUrl: (database?: string) => string;
  /** Ends Postgres in order; open connections are cut. */
  stop: () => Promise<void>;
};

/**
 * Starts the Postgres that comes with the packages, on the loopback interface alone, and makes the application's role
 * and database when they are missing. It ends when `stop` is called or when this process dies, in whatever way.
 * Throws a `Fault` for what people can mend.
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const user = postgresUser();
  const folder = reachableFolder(path.resolve(options.folder), user);
  const programs = await postgresPrograms(folder, user);
  requireFreeSpace(path.dirname(folder));
  requireSameVersion(folder);
  if (!existsSync(path.join(folder, 'PG_VERSION'))) initialise(folder, programs, user, options.password);
  await awaitPredecessor(folder);
  const port = await freePort(options.port);
  const server = launch(folder, programs, user, [...settings(options.purpose), `port=${port}`]);
  const url = (role: string, database: string) =>
    `postgresql://${role}:${encodeURIComponent(options.password)}@127.0.0.1:${port}/${database}`;
  try {
    await server.ready(url('postgres', 'postgres'));
    await makeApplicationRole(url('postgres', 'postgres'), options.password);
  } catch (error) {
    await server.stop();
    throw error;
  }
  server.watch(options.onCrash);
  return {
    port,
    folder,
    url: (database = APPLICATION) => url(APPLICATION, database),
    adminUrl: (database = APPLICATION) => url('postgres', database),
    stop: server.stop,
  };
}

/** A password that needs no quoting anywhere. */
export function randomPassword(): string {
  return randomBytes(24).toString('base64url');
}

/** The folder in which `startPostgres` keeps the data when asked for `folder`. */
export function dataFolder(folder: string): string {
  return reachableFolder(path.resolve(folder), postgresUser());
}

function requireFreeSpace(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= SMALLEST_FREE_SPACE) return;
  throw new Fault(
    `Less than 300 MB are free on the disk that holds ${folder}: free some, then run this again.`,
  );
}

function requireSameVersion(folder: string): void {
  const file = path.join(folder, 'PG_VERSION');
  if (!existsSync(file)) return;
  const version = readFileSync(file, 'utf8').trim();
  if (version === POSTGRES_VERSION) return;
  throw new Fault(
    `The data in ${folder} was written by Postgres ${version}, which Postgres ${POSTGRES_VERSION} cannot read: ` +
      'move the folder away, or begin anew with npm run demo -- --reset.',
  );
}

// Made under another name and renamed when whole: an initdb that is cut off leaves nothing that looks like data.
function initialise(folder: string, programs: string, user: PostgresUser, password: string): void {
  const unfinished = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    chownSync(unfinished, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  const made = spawnSync(
    path.join(programs, 'initdb'),
    [
      `--pgdata=${unfinished}`,
      `--pwfile=${passwordFile}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-sync',
    ],
    { ...user, cwd: '/', encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) throw explain(made.stderr || String(made.error), folder);
  renameSync(unfinished, folder);
}

/**
 * Waits for a Postgres that is ending on this folder and clears what a dead one left. Throws a `Fault` when one keeps
 * running: Postgres would see that too, but takes any program with the dead one's process id for it.
 */
export async function awaitPredecessor(folder: string): Promise<void> {
  const lock = path.join(folder, 'postmaster.pid');
  const patience = Date.now() + 10_000;
  while (existsSync(lock)) {
    const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
    if (!isPostgres(pid)) return rmSync(lock, { force: true });
    if (Date.now() > patience) {
      throw new Fault(
        `Postgres is already running on ${folder} (process ${pid}): end the demo that started it first.`,
      );
    }
    await pause(100);
  }
}

function isPostgres(pid: number): boolean {
  const found = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  return found.error === undefined ? found.stdout.includes('postgres') : isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function settings(purpose: 'demo' | 'test'): string[] {
  const common = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=60',
    'shared_buffers=512MB',
    'effective_cache_size=2GB',
    'work_mem=64MB',
    'maintenance_work_mem=256MB',
    'max_wal_size=2GB',
    'random_page_cost=1.1',
    'jit=off',
    'log_timezone=UTC',
  ];
  if (purpose === 'demo') return [...common, 'timezone=UTC'];
  return [
    ...common,
    'timezone=Asia/Kathmandu',
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'autovacuum_naptime=5s',
  ];
}

function launch(folder: string, programs: string, user: PostgresUser, assignments: string[]) {
  const logFile = `${folder}.log`;
  const output = openSync(logFile, 'w', 0o600);
  const flags = assignments.flatMap((assignment) => ['-c', assignment]);
  const server = keep(path.join(programs, 'postgres'), ['-D', folder, ...flags], {
    ...user,
    signal: 'INT',
    output,
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C' },
  });
  closeSync(output);
  let stopping = false;

  async function ready(url: string): Promise<void> {
    const patience = Date.now() + STARTING_TAKES_AT_MOST;
    while (!(await accepts(url))) {
      if (!server.running()) throw explain(readFileSync(logFile, 'utf8'), folder);
      if (Date.now() > patience)
        throw new Fault(`Postgres did not start within two minutes; see ${logFile}.`);
      await pause(50);
    }
  }

  async function stop(): Promise<void> {
    stopping = true;
    await server.stop();
  }

  function watch(onCrash: ((logFile: string) => void) | undefined): void {
    void server.ended.then(() => {
      if (!stopping) onCrash?.(logFile);
    });
  }

  return { ready, stop, watch };
}

async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '28P01') {
      throw new Fault(
        'The password of the embedded Postgres is not the one it was made with: begin anew with npm run demo -- --reset.',
      );
    }
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function makeApplicationRole(adminUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const roles = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APPLICATION]);
    const quoted = client.escapeLiteral(password);
    if (roles.rowCount === 0) {
      await client.query(`CREATE ROLE ${APPLICATION} LOGIN CREATEDB CREATEROLE PASSWORD ${quoted}`);
    }
    const databases = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [APPLICATION]);
    if (databases.rowCount === 0) await client.query(`CREATE DATABASE ${APPLICATION} OWNER ${APPLICATION}`);
  } finally {
    await client.end();
  }
}

function explain(output: string, folder: string): Error {
  if (/no space left on device/i.test(output)) {
    return new Fault(`No space is left on the disk that holds ${folder}: free some, then run this again.`);
  }
  return new Fault(`Postgres could not be started on ${folder}; it said: ${lastWords(output)}`);
}

function lastWords(output: string): string {
  const lines = output.trim().split('\n');
  return (
    lines.findLast((line) => /FATAL|PANIC|ERROR|error:/.test(line)) ??
    lines.at(-1) ??
    'nothing'
  ).trim();
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
