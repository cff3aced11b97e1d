import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './demo-files.ts';
import { Fault } from './fault.ts';
import { type KeptProcess, keep } from './kept-process.ts';

const NEXT = path.join(ROOT, 'node_modules/next/dist/bin/next');
const BUILT_FROM = path.join(ROOT, '.next/built-from');
/** All that a build is made of. */
const SOURCES = [
  'src',
  'public',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'tsconfig.base.json',
  'tsconfig.build.json',
  'package.json',
  'package-lock.json',
  'prisma/schema.prisma',
];
const STARTING_TAKES_AT_MOST = 60_000;
/** Next's own five seconds are as long as clients rest: a connection then closes just as it is asked for something. */
const IDLE_CONNECTION_MS = 75_000;

/** Whether the build in .next was made of the sources as they are now. */
export function isBuilt(): boolean {
  return existsSync(BUILT_FROM) && readFileSync(BUILT_FROM, 'utf8') === sourcesHash();
}

/**
 * Builds the application, its types unchecked: npm test checks them, and npm run build. Throws a `Fault` with what the build
 * said when it fails.
 */
export async function build(signal?: AbortSignal): Promise<void> {
  const hash = sourcesHash();
  const child = spawn(process.execPath, [NEXT, 'build'], {
    cwd: ROOT,
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...nextEnvironment(), NODE_ENV: 'production', TYPES_ARE_CHECKED_ELSEWHERE: 'yes' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (status === 0) return writeFileSync(BUILT_FROM, hash);
  if (/ENOSPC|no space left/i.test(output))
    throw new Fault('No space is left on the disk for the build: free some, then run this again.');
  throw new Fault(`The build failed; it said:\n${output.trim()}`);
}

/**
 * Serves the build on a port of the loopback interface and resolves when it answers. It ends with us. Its output goes to
 * `log`. Throws a `Fault` with its last words when it does not start.
 */
export async function serve(options: {
  port: number;
  log: string;
  environment: Record<string, string>;
}): Promise<KeptProcess> {
  const output = openSync(options.log, 'w', 0o600);
  const server = keep(
    process.execPath,
    [
      ...[NEXT, 'start', '--hostname', '127.0.0.1', '--port', String(options.port)],
      ...['--keepAliveTimeout', String(IDLE_CONNECTION_MS)],
    ],
    {
      signal: 'TERM',
      output,
      cwd: ROOT,
      env: {
        ...nextEnvironment(),
        // Room for young objects: with V8's own 96 MB, exports take more memory and are no faster.
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=16`.trim(),
        NODE_ENV: 'production',
        PORT: String(options.port),
        ...options.environment,
      },
    },
  );
  closeSync(output);
  const patience = Date.now() + STARTING_TAKES_AT_MOST;
  while (!(await answers(`http://127.0.0.1:${options.port}/`))) {
    if (server.running() && Date.now() < patience) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      continue;
    }
    await server.stop();
    throw new Fault(`The server did not start; it said:\n${lastLines(options.log)}`);
  }
  return server;
}

/** The end of a log file, for people. */
export function lastLines(log: string): string {
  return readFileSync(log, 'utf8').trim().split('\n').slice(-15).join('\n');
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { redirect: 'manual' }).then(
    (response) => response.status < 500,
    () => false,
  );
}

function nextEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NEXT_DIST_DIR: '.next' };
}

function sourcesHash(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesBelow(path.join(ROOT, source))) {
      hash.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function filesBelow(source: string): string[] {
  if (!existsSync(source)) return [];
  if (statSync(source).isFile()) return [source];
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
