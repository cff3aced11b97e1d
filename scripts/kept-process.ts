import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

export type KeptProcess = {
  /** Whether it still runs. */
  running: () => boolean;
  /** Resolves when it has ended, for whatever reason. */
  ended: Promise<void>;
  /** Asks it to end and waits until it has. */
  stop: () => Promise<void>;
};

// The shell between us and the program reads a pipe that nobody writes to. When that closes, because we closed it or
// because we died, the program gets its signal. A session of its own keeps a terminal's Ctrl-C away from it.
const KEEPER = `exec 3<&0
signal=$0
"$@" </dev/null 3<&- &
program=$!
{ cat <&3 >/dev/null; kill -"$signal" $program; } 2>/dev/null &
exec 3<&-
wait $program`;

/** Starts a program that ends when we do, in whatever way we end. `output` is the file descriptor of its log. */
export function keep(
  program: string,
  programArguments: string[],
  options: { signal: 'INT' | 'TERM'; output: number } & Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'>,
): KeptProcess {
  const { signal, output, ...rest } = options;
  const keeper: ChildProcess = spawn('/bin/sh', ['-c', KEEPER, signal, program, ...programArguments], {
    ...rest,
    detached: true,
    stdio: ['pipe', output, output],
  });
  keeper.stdin?.on('error', () => undefined);
  let running = true;
  const ended = new Promise<void>((resolve) => {
    keeper.once('error', () => resolve());
    keeper.once('exit', () => resolve());
  }).then(() => {
    running = false;
    keeper.stdin?.destroy();
  });
  return {
    running: () => running,
    ended,
    stop: async () => {
      keeper.stdin?.destroy();
      await ended;
    },
  };
}
