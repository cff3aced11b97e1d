// The portal on this machine, with its own Postgres and a small believable world: npm run demo [-- --reset]
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { migrate } from '../prisma/migrate.ts';
import { seed } from '../prisma/seed/seed.ts';
import {
  DEMO,
  type DemoDatabase,
  forgetDemo,
  ROOT,
  readDemoFile,
  type SignIn,
  type SignIns,
  writeDemoFile,
} from './demo-files.ts';
import { awaitPredecessor, dataFolder, randomPassword, startPostgres } from './embedded-postgres.ts';
import { Fault, main } from './fault.ts';
import { isFree } from './free-port.ts';
import { build, isBuilt, lastLines, serve } from './next.ts';

type Database = { url: string; stop: () => Promise<void> };

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => interrupted.abort());
}

// npm may be killed without passing that on: a demo that nobody waits for ends.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) interrupted.abort();
}, 500).unref();

const databaseCrash = Promise.withResolvers<never>();
// A crash before anybody waits for it is told by whatever needed the database.
databaseCrash.promise.catch(() => undefined);

await main(async () => {
  const { reset } = readArguments();
  const port = readPort();
  if (!(await isFree(port))) {
    throw new Fault(
      `Port ${port} is taken: end what listens there, or choose another, as in PORT=${port + 1} npm run demo.`,
    );
  }
  mkdirSync(DEMO.folder, { recursive: true });
  if (reset) await beginAnew();
  let endDatabase = async () => {};
  try {
    const database = await openDatabase();
    endDatabase = database.stop;
    await runDemo(database.url, port);
  } catch (error) {
    if (!interrupted.signal.aborted) throw error;
  } finally {
    await endDatabase();
  }
  if (interrupted.signal.aborted) say('Ended.');
});

async function runDemo(databaseUrl: string, port: number): Promise<void> {
  const applied = await migrate(databaseUrl);
  if (applied.length > 0) say(`Applied ${applied.length} migrations.`);
  const users = await seedOnce(databaseUrl);
  interrupted.signal.throwIfAborted();
  if (!isBuilt()) {
    say('Building the application (about a minute) …');
    await build(interrupted.signal);
  }
  interrupted.signal.throwIfAborted();
  const url = `http://127.0.0.1:${port}`;
  const server = await serve({
    port,
    log: DEMO.serverLog,
    environment: {
      DATABASE_URL: databaseUrl,
      NEXTAUTH_URL: url,
      NEXTAUTH_SECRET: secret(DEMO.secret),
      SECRETS_KEY: secret(DEMO.secretsKey),
    },
  });
  try {
    writeDemoFile(DEMO.signIns, { url, users } satisfies SignIns);
    introduce({ url, users });
    await Promise.race([server.ended, databaseCrash.promise, abortOf(interrupted.signal)]);
    if (!interrupted.signal.aborted && !server.running()) {
      throw new Fault(`The server ended by itself; it said:\n${lastLines(DEMO.serverLog)}`);
    }
  } finally {
    await server.stop();
  }
}

async function openDatabase(): Promise<Database> {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: async () => {} };
  say('Starting Postgres …');
  const password = demoPassword();
  const postgres = await startPostgres({
    folder: DEMO.postgres,
    password,
    port: readDemoFile<DemoDatabase>(DEMO.database)?.port,
    purpose: 'demo',
    onCrash: (log) =>
      databaseCrash.reject(new Fault(`Postgres ended by itself; it said:\n${lastLines(log)}`)),
  });
  const { port, folder } = postgres;
  writeDemoFile(DEMO.database, {
    url: postgres.url(),
    adminUrl: postgres.adminUrl(),
    password,
    port,
    folder,
  });
  return { url: postgres.url(), stop: postgres.stop };
}

// Kept before Postgres is made with it, so that data never outlives its password.
function demoPassword(): string {
  const known = readDemoFile<DemoDatabase>(DEMO.database)?.password;
  if (known !== undefined) return known;
  if (existsSync(path.join(dataFolder(DEMO.postgres), 'PG_VERSION'))) {
    throw new Fault(
      'The password of the demo data is lost (.data/database.json): begin anew with npm run demo -- --reset.',
    );
  }
  const password = randomPassword();
  writeDemoFile(DEMO.database, { password });
  return password;
}

async function seedOnce(databaseUrl: string): Promise<SignIn[]> {
  const known = readDemoFile<SignIns>(DEMO.signIns)?.users;
  if (await hasPartners(databaseUrl)) {
    if (known === undefined && !process.env.DATABASE_URL) {
      throw new Fault(
        'The sign-ins of the demo are lost (.data/demo.json): begin anew with npm run demo -- --reset.',
      );
    }
    return known ?? [];
  }
  say('Seeding 3 partners with 3,000 numbers …');
  const users = await seed(databaseUrl, secret(DEMO.secretsKey));
  writeDemoFile(DEMO.signIns, { url: '', users } satisfies SignIns);
  return users;
}

async function hasPartners(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query('SELECT 1 FROM partner LIMIT 1')).rowCount === 1;
  } finally {
    await client.end();
  }
}

async function beginAnew(): Promise<void> {
  if (process.env.DATABASE_URL) {
    throw new Fault(
      '--reset is for the demo database alone: unset DATABASE_URL, or empty that database yourself.',
    );
  }
  const folder = dataFolder(DEMO.postgres);
  await awaitPredecessor(folder);
  rmSync(folder, { recursive: true, force: true });
  forgetDemo();
}

/** Random characters that are made once and kept: sessions, and what is encrypted, outlive a restart. */
function secret(file: string): string {
  const known = readDemoFile<string>(file);
  if (known !== undefined) return known;
  const made = randomBytes(32).toString('base64url');
  writeDemoFile(file, made);
  return made;
}

function introduce({ url, users }: SignIns): void {
  say(`\nThe portal is at ${url}   (the report: ${url}/reports/business-intelligence/number-porting)\n`);
  const rows = [
    ['ROLE', 'E-MAIL', 'PASSWORD', 'PARTNER'],
    ...users.map((user) => [user.role, user.email, user.password, user.partner ?? 'all']),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of rows)
    say(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`.trimEnd());
  say(`\nThe same is in ${path.relative(ROOT, DEMO.signIns)}. Ctrl-C ends it; the data stays.`);
}

function readArguments(): { reset: boolean } {
  try {
    const { values } = parseArgs({ options: { reset: { type: 'boolean', default: false } } });
    return values;
  } catch {
    throw new Fault('npm run demo knows one option: npm run demo -- --reset begins anew.');
  }
}

function readPort(): number {
  const port = Number(process.env.PORT || 3000);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Fault(`PORT is ${process.env.PORT}, which is not a port from 1 to 65535.`);
}

function abortOf(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
