import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const folder = path.join(ROOT, '.data');

/** What the demo keeps, none of it in git. */
export const DEMO = {
  folder,
  /** Where the data is wanted; `dataFolder` tells where it can be. */
  postgres: path.join(folder, 'postgres'),
  /** Address and sign-ins, for people and for tools. */
  signIns: path.join(folder, 'demo.json'),
  database: path.join(folder, 'database.json'),
  secret: path.join(folder, 'nextauth-secret'),
  secretsKey: path.join(folder, 'secrets-key'),
  serverLog: path.join(folder, 'server.log'),
};

export type SignIn = { role: string; email: string; password: string; partner: string | null };
export type SignIns = { url: string; users: SignIn[] };
export type DemoDatabase = { url: string; adminUrl: string; password: string; port: number; folder: string };

/** Reads a file of the demo; undefined when it is not there. */
export function readDemoFile<T>(file: string): T | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Writes a file of the demo that nobody else on the machine may read: all of them hold secrets. */
export function writeDemoFile(file: string, content: unknown): void {
  mkdirSync(DEMO.folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
}

/** Forgets all that the demo keeps, but for the data, which the caller removes. */
export function forgetDemo(): void {
  for (const file of [DEMO.signIns, DEMO.database, DEMO.secret, DEMO.secretsKey])
    rmSync(file, { force: true });
}
