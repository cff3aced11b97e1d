import { Logger, type LogLevel, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker';
import { z } from 'zod';
import { workerPool } from '#data/connection.ts';
import { requeueMails } from '#data/mails/requeue-mails.ts';
import { type Delivery, type OutgoingMail, sendMail } from '#data/mails/send-mail.ts';
import { systemActor } from '#data/system-actor.ts';
import { log } from '../log.ts';

/** Two mails at a time: one that a server is slow about does not hold up the rest. */
const CONCURRENCY = 2;
const REST_AFTER_FAULT_MS = 10_000;

export type Working = {
  /** Takes no more mails and resolves when those in hand are done. */
  stop: () => Promise<void>;
};

/**
 * Sends the mails that wait, for as long as the process runs: through `deliver`, on a few connections of its own. A database
 * that cannot be reached is tried again.
 */
export function workOffMails(deliver: (mail: OutgoingMail) => Promise<Delivery>): Working {
  const stopping = new AbortController();
  const { signal } = stopping;
  let runner: Runner | null = null;
  const over = (async () => {
    while (!signal.aborted) {
      try {
        runner = await begin(deliver);
        if (signal.aborted) await end(runner);
        await runner.promise;
      } catch (error) {
        log.warn({ err: error }, 'the worker of mails broke off');
      }
      runner = null;
      await rest(signal);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      if (runner) await end(runner);
      await over;
    },
  };
}

function begin(deliver: (mail: OutgoingMail) => Promise<Delivery>): Promise<Runner> {
  return run({
    pgPool: workerPool(),
    concurrency: CONCURRENCY,
    // The server ends the worker: see end-with-server.ts.
    noHandleSignals: true,
    logger: new Logger(() => logLine),
    taskList: tasks(deliver),
    parsedCronItems: parseCronItems([{ task: 'requeue-mails', match: '* * * * *' }]),
  });
}

const Payload = z.object({ id: z.uuid() });

/** What the worker does; a job whose task throws is tried again later. */
export function tasks(deliver: (mail: OutgoingMail) => Promise<Delivery>): TaskList {
  const actor = systemActor('mail');
  return {
    'send-mail': async (payload) => {
      const { id } = Payload.parse(payload);
      const outcome = await sendMail(actor, id, deliver, () => new Date());
      const tell = outcome === 'failed' || outcome === 'later' ? 'warn' : 'info';
      log[tell]({ mail: id, outcome }, 'mail');
      if (outcome === 'later') throw new Error('The mail was not taken: again later.');
    },
    'requeue-mails': async () => {
      const stranded = await requeueMails(actor, new Date());
      if (stranded > 0) log.warn({ mails: stranded }, 'mails that nobody was at');
    },
  };
}

// What the queue says of its jobs has our own errors in it, never what a mail says.
function logLine(level: LogLevel, message: string): void {
  log[({ error: 'warn', warning: 'warn', info: 'debug', debug: 'trace' } as const)[level]](message);
}

async function end(runner: Runner): Promise<void> {
  // It may have stopped by itself.
  await runner.stop().catch(() => undefined);
}

function rest(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, REST_AFTER_FAULT_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
