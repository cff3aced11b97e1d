import 'server-only';
import { afterPages } from './pages-first.ts';

export type FileAnswer = {
  name: string;
  contentType: string;
  /** The instant that the file is a snapshot of. */
  asOf: Date;
  bytes: AsyncGenerator<Uint8Array>;
  /** Aborts when the file is not to go on: the transfer breaks at once, also while nobody takes any bytes. */
  signal: AbortSignal;
  /** To be shown by the browser rather than saved. */
  inline?: boolean;
  /** Told when the client has left, before the bytes are ended. */
  onLeave?: () => void;
  /** How long a client may take nothing before it counts as gone, in milliseconds; a file holds a query open. */
  patience?: number;
};

const PATIENCE_MS = 5 * 60_000;

/**
 * Answers with a file that is made while it is sent. A fault on the way breaks the transfer, so that no client takes a part
 * for the whole. `name` is plain ASCII.
 */
export function fileResponse(file: FileAnswer): Response {
  return new Response(streamOf(file), {
    headers: {
      'Content-Type': file.contentType,
      'Content-Disposition': `${file.inline ? 'inline' : 'attachment'}; filename="${file.name}"; filename*=UTF-8''${file.name}`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'X-Report-As-Of': file.asOf.toISOString(),
    },
  });
}

/** Asks for bytes as fast as the client takes them; a client that leaves, or takes none for long, ends the asking. */
function streamOf({
  bytes,
  signal,
  onLeave,
  patience = PATIENCE_MS,
}: FileAnswer): ReadableStream<Uint8Array> {
  let waiting: NodeJS.Timeout | undefined;
  let begun = false;
  signal.addEventListener('abort', () => clearTimeout(waiting), { once: true });
  return new ReadableStream({
    start(controller) {
      const abort = () => {
        controller.error(signal.reason);
        // Whoever makes the bytes has heard of it too, and tells why they ended.
        bytes.return(undefined).catch(() => undefined);
      };
      if (signal.aborted) abort();
      else signal.addEventListener('abort', abort, { once: true });
    },
    async pull(controller) {
      clearTimeout(waiting);
      // Bytes that were never begun could not be ended either, and what they hold would stay held.
      if (begun) await afterPages();
      begun = true;
      const { done, value } = await bytes.next();
      if (signal.aborted) return;
      if (done) return controller.close();
      controller.enqueue(value);
      waiting = setTimeout(() => {
        controller.error(new Error('Nobody took any bytes for long.'));
        onLeave?.();
        bytes.return(undefined).catch(() => undefined);
      }, patience).unref();
    },
    async cancel() {
      clearTimeout(waiting);
      onLeave?.();
      await bytes.return(undefined);
    },
  });
}
