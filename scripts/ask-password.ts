import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { passwordProblem } from '#server/password.ts';
import { Fault } from './fault.ts';

/**
 * A new password: asked for twice on a terminal, without showing it; otherwise the first line of standard input.
 * Throws a `Fault` when it is too short or too long, or when the two differ.
 */
export async function askPassword(): Promise<string> {
  const password = process.stdin.isTTY ? await askTwice() : await firstLine();
  const problem = passwordProblem(password);
  if (problem) throw new Fault(`${problem} Nothing was changed.`);
  return password;
}

async function askTwice(): Promise<string> {
  const password = await askHidden('Password: ');
  if (password !== (await askHidden('Once more: '))) {
    throw new Fault('The two passwords differ. Nothing was changed.');
  }
  return password;
}

async function askHidden(question: string): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  // Only now does the terminal echo nothing.
  process.stderr.write(question);
  const interrupted = new Promise<never>((_resolve, reject) => {
    lines.once('SIGINT', () => reject(new Fault('Interrupted. Nothing was changed.')));
  });
  try {
    return await Promise.race([lines.question(''), interrupted]);
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}

async function firstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
  }
}
