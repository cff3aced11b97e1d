import { type ChildProcess, spawn } from 'node:child_process';

export type Ended = { status: number | null; output: string; errors: string };

/** The import command, as npm runs it, on a database. */
export function command(databaseUrl: string, words: readonly string[], env: Record<string, string> = {}) {
  const child: ChildProcess = spawn(process.execPath, ['scripts/import.ts', ...words], {
    env: { ...process.env, DATABASE_URL: databaseUrl, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { output: '', errors: '' };
  child.stdout?.on('data', (chunk) => {
    said.output += String(chunk);
  });
  child.stderr?.on('data', (chunk) => {
    said.errors += String(chunk);
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (status) => resolve({ status, ...said }));
  });
  return { child, ended };
}
