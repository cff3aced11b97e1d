import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encode } from 'next-auth/jwt';
import { freePort } from '../scripts/free-port.ts';
import { build, isBuilt, serve } from '../scripts/next.ts';
import { database } from './world.ts';

/** The built portal on the bench's database, and a session of a user of its first partner. */
export type Served = {
  url: string;
  cookie: string;
  /** Of another user of that partner. */
  colleague: string;
  /** Resident memory of the server in MB: now, and the largest since `now` was last asked for. */
  memory: { now: () => number; peak: () => number };
  stop: () => Promise<void>;
};

/** Builds the portal when it is not built, and serves it. */
export async function servePortal(
  databaseUrl: string,
  adminUrl: string,
  say: (text: string) => void,
): Promise<Served> {
  if (!isBuilt()) {
    say('Building the application (about a minute) …');
    await build();
  }
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const secret = randomBytes(32).toString('base64url');
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-server-'));
  const before = process.env.NODE_OPTIONS;
  process.env.NODE_OPTIONS = `${before ?? ''} --import ${tellMemory(folder)}`.trim();
  try {
    const server = await serve({
      port,
      log: path.join(folder, 'log'),
      environment: {
        DATABASE_URL: databaseUrl,
        NEXTAUTH_URL: url,
        NEXTAUTH_SECRET: secret,
        SECRETS_KEY: randomBytes(32).toString('base64url'),
        LOG_LEVEL: 'error',
        SMTP_URL: '',
      },
    });
    const memory = follow(folder);
    return {
      url,
      cookie: await session(adminUrl, secret, 'bench@example.com'),
      colleague: await session(adminUrl, secret, 'colleague@example.com'),
      memory,
      stop: async () => {
        await server.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } finally {
    if (before === undefined) delete process.env.NODE_OPTIONS;
    else process.env.NODE_OPTIONS = before;
  }
}

/** A module that makes each process of the server write down its memory, ten times a second. */
function tellMemory(folder: string): string {
  const module = `
    import { appendFileSync } from 'node:fs';
    setInterval(() => {
      appendFileSync(${JSON.stringify(path.join(folder, 'memory-'))} + process.pid, process.memoryUsage.rss() + ' ');
    }, 100).unref();`;
  return `data:text/javascript,${encodeURIComponent(module)}`;
}

function follow(folder: string): Served['memory'] {
  const told = () =>
    readdirSync(folder)
      .filter((name) => name.startsWith('memory-'))
      .map((name) => readFileSync(path.join(folder, name), 'utf8').trim().split(' ').map(Number));
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0) / 1e6;
  let since = 0;
  return {
    now: () => {
      const processes = told();
      since = Math.max(...processes.map((process) => process.length));
      return sum(processes.map((process) => process.at(-1) ?? 0));
    },
    peak: () => sum(told().map((process) => Math.max(...process.slice(since)))),
  };
}

/** The cookie of a session of a user of the first partner, signed as the portal signs them. */
async function session(adminUrl: string, secret: string, email: string): Promise<string> {
  const { rows } = await database(adminUrl, (run) =>
    run(
      `INSERT INTO app_user (email, name, role, partner_id, password_hash) VALUES ($1, 'Bench', 'partner', 1, '-')
       ON CONFLICT (email) DO UPDATE SET disabled_at = NULL RETURNING id, session_version`,
      [email],
    ),
  );
  const since = Math.floor(Date.now() / 1000);
  const token = { sub: rows[0].id, version: rows[0].session_version, since };
  return `next-auth.session-token=${await encode({ token, secret, maxAge: 8 * 3600 })}`;
}
