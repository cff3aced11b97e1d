import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';

test.each(['like-next', 'alone'])(
  'a server that is told to end lets the work in hand end first, %s',
  async (how) => {
    const child = spawn(process.execPath, ['tests/support/ending-server.ts', how], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const exited = once(child, 'exit');
    const said = createInterface(child.stdout)[Symbol.asyncIterator]();
    expect((await said.next()).value).toBe('running');
    child.kill('SIGTERM');
    expect((await said.next()).value).toBe('ending');
    // A second signal, as a terminal sends one to each of its processes, changes nothing.
    child.kill('SIGTERM');
    child.stdin.write('now\n');
    expect((await said.next()).value).toBe('ended');
    expect(await exited).toEqual([143, null]);
  },
);
