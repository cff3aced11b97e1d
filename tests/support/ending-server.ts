// A process that ends at a signal as Next's server does, with something to bring to its end first.
import { endWithServer } from '#server/mail/end-with-server.ts';

const nextEnds = process.argv[2] === 'like-next';
if (nextEnds) process.on('SIGTERM', () => process.exit(143));
endWithServer(async () => {
  process.stdout.write('ending\n');
  await new Promise<void>((resolve) => process.stdin.once('data', () => resolve()));
  process.stdout.write('ended\n');
});
setInterval(() => undefined, 60_000);
process.stdout.write('running\n');
