import { setImmediate as turn } from 'node:timers/promises';
import { type ReportFacts, type RowBatch, type RowSource, RowsDisagree } from './report-document.ts';

/**
 * The rows on their way into a document: counted, and ended (`return` is called) as soon as the signal aborts, also
 * while a batch is awaited or nobody reads. Throws the signal's reason, and RowsDisagree unless there are as many rows
 * as the facts say. The generator is to be exhausted before the end of a document is written.
 */
export async function* countedRows(
  facts: ReportFacts,
  rows: RowSource,
  signal: AbortSignal,
  onRows?: (written: number) => void,
): AsyncGenerator<RowBatch, void, undefined> {
  const iterator = rows[Symbol.asyncIterator]();
  const stop = () => void Promise.resolve(iterator.return?.()).catch(() => undefined);
  let written = 0;
  let exhausted = false;
  signal.addEventListener('abort', stop, { once: true });
  try {
    for (;;) {
      const step = await next(iterator, signal);
      if (step.done) break;
      written += step.value.length;
      if (written > facts.rows) throw new RowsDisagree(written, facts.rows);
      yield step.value;
      onRows?.(written);
      // A batch a turn of the event loop: pages are served in between, also while rows come faster than they are shaped.
      await turn();
    }
    exhausted = true;
    if (written !== facts.rows) throw new RowsDisagree(written, facts.rows);
  } finally {
    signal.removeEventListener('abort', stop);
    if (signal.aborted) stop();
    else if (!exhausted) await iterator.return?.();
  }
}

/** One step, or the abort, whichever is first. A listener per step: a promise raced against again and again would keep every batch. */
function next(iterator: AsyncIterator<RowBatch>, signal: AbortSignal): Promise<IteratorResult<RowBatch>> {
  if (signal.aborted) return Promise.reject(signal.reason);
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    iterator
      .next()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', onAbort));
  });
}
