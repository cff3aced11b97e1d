import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';

/** Addresses whose answers are files: what waits for them waits for long. */
const FILES = /\/(export|file)(\?|$)/;
/** How long files stand back at most while pages are asked for without end, before one of them goes on by a piece. */
const STAND_BACK_MS = 40;

/** Requests for pages that are being answered by this process. */
let pages = 0;
const standingBack = new Set<() => void>();
/** The files that stand back, one after the other. */
let line: Promise<void> = Promise.resolve();

subscribe('http.server.request.start', (message) => {
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
  if (FILES.test(request.url ?? '')) return;
  pages++;
  response.once('close', () => {
    pages--;
    if (pages > 0) return;
    for (const goOn of standingBack) goOn();
  });
});

/**
 * Resolves when a file may go on by another piece: at once while no page is being answered, else when all are, or when it
 * has stood back for long. A page waits for a piece of one file at most, however many files are made.
 */
export function afterPages(): Promise<void> {
  line = line.then(standBack);
  return line;
}

async function standBack(): Promise<void> {
  // What came in over the network meanwhile is heard first: whoever has read a page asks for the next one at once, and
  // finds the piece of one file before it, not one of each.
  await setImmediate();
  if (pages === 0) return;
  return new Promise((resolve) => {
    const goOn = () => {
      clearTimeout(timer);
      standingBack.delete(goOn);
      resolve();
    };
    const timer = setTimeout(goOn, STAND_BACK_MS);
    standingBack.add(goOn);
  });
}
