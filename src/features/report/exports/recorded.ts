import 'server-only';
import { createHash } from 'node:crypto';
import { type ExportEnding, endExport } from '#data/exports/end-export.ts';
import { noteProgress } from '#data/exports/note-progress.ts';
import type { Viewer } from '#domain/viewer.ts';
import { log, logSurprise } from '#server/log.ts';
import { ExportCancelled, isCancelled } from './running-here.ts';

const NOTED_EVERY_MS = 1_000;

export type Recording = {
  viewer: Viewer & { userId: string };
  partner: { id: number };
  /** The receipt's. */
  id: string;
  fileName: string;
  bytes: AsyncIterable<Uint8Array>;
  /** What was written so far; rows are told by the file's writer. */
  written: { rows: number; bytes: number };
  /** Stops the file, and with it the query. */
  stop: AbortController;
  /** Aborts when the reader has left. */
  left: AbortSignal;
};

/**
 * Passes the bytes of an export on and keeps its receipt: progress and a sign of life about once a second, the ending with
 * the hash of all bytes before the last of them is known to be the last. The log is told too.
 */
export async function* recorded(recording: Recording): AsyncGenerator<Uint8Array, void, undefined> {
  const { viewer, id, fileName, bytes, written } = recording;
  const hash = createHash('sha256');
  const beat = setInterval(note, NOTED_EVERY_MS, recording);
  let ending: ExportEnding | null = null;
  try {
    for await (const chunk of bytes) {
      hash.update(chunk);
      written.bytes += chunk.byteLength;
      yield chunk;
    }
    ending = { outcome: 'done', sha256: hash.digest('hex') };
  } catch (error) {
    ending = stopped(recording) ?? fault(error, viewer.userId);
    throw error;
  } finally {
    clearInterval(beat);
    // Ended from outside while a chunk was waited for.
    ending ??= stopped(recording) ?? LEFT;
    log.info({ userId: viewer.userId, at: 'export', id, file: fileName, ...written, ...ending }, 'file');
    await end(recording, ending);
  }
}

/** What cannot be noted now is noted the next time; only the ending has to be. */
function note({ viewer, partner, id, written, stop }: Recording): void {
  noteProgress(viewer, partner, id, written).then(
    (goesOn) => {
      if (!goesOn) stop.abort(new ExportCancelled());
    },
    (error) => logSurprise(error, { userId: viewer.userId, at: 'export progress' }),
  );
}

const LEFT = { outcome: 'failed', problem: 'left', reference: null } as const;

/** How it ended if it was stopped; null when it was not. */
function stopped({ stop, left }: Recording): ExportEnding | null {
  if (isCancelled(stop.signal.reason)) return { outcome: 'cancelled' };
  return left.aborted || stop.signal.aborted ? LEFT : null;
}

function fault(error: unknown, userId: string): ExportEnding {
  return { outcome: 'failed', problem: 'fault', reference: logSurprise(error, { userId, at: 'export' }) };
}

/** Without its receipt a file is not whole. That of a broken one will read as failed for want of signs of life. */
async function end({ viewer, partner, id, written }: Recording, ending: ExportEnding): Promise<void> {
  try {
    await endExport(viewer, partner, id, written, ending);
  } catch (error) {
    if (ending.outcome === 'done') throw error;
    logSurprise(error, { userId: viewer.userId, at: 'export ending' });
  }
}
