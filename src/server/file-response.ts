import 'server-only';
import type { Viewer } from '#domain/viewer.ts';
import { log, logSurprise } from './log.ts';

export type FileAnswer = {
  name: string;
  contentType: string;
  /** The instant that the file is a snapshot of. */
  asOf: Date;
  bytes: AsyncIterable<Uint8Array>;
  /** To be shown by the browser rather than saved. */
  inline?: boolean;
};

/**
 * Answers with a file that is made while it is sent. A fault on the way is logged as `at` and breaks the transfer, so that
 * no client takes a part for the whole. `name` is plain ASCII.
 */
export function fileResponse(file: FileAnswer, viewer: Viewer, at: string): Response {
  return new Response(streamOf(told(file, viewer, at)), {
    headers: {
      'Content-Type': file.contentType,
      'Content-Disposition': `${file.inline ? 'inline' : 'attachment'}; filename="${file.name}"; filename*=UTF-8''${file.name}`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'X-Report-As-Of': file.asOf.toISOString(),
    },
  });
}

/** Passes the bytes on and tells the log who took what, and how it ended. */
async function* told({ name, bytes }: FileAnswer, viewer: Viewer, at: string): AsyncGenerator<Uint8Array> {
  const userId = 'userId' in viewer ? viewer.userId : undefined;
  let size = 0;
  let ending = 'cut off by its reader';
  try {
    for await (const chunk of bytes) {
      size += chunk.byteLength;
      yield chunk;
    }
    ending = 'sent';
  } catch (error) {
    ending = 'failed';
    logSurprise(error, { userId, at });
    throw error;
  } finally {
    log.info({ userId, at, file: name, size, ending }, 'file');
  }
}

/** Asks for bytes as fast as the client takes them; a client that leaves ends the asking. */
function streamOf(bytes: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await bytes.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await bytes.return(undefined);
    },
  });
}
