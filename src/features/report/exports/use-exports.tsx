'use client';

import {
  createContext,
  type ReactNode,
  startTransition,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react';
import type { FormatName } from '#documents/formats.ts';
import type { ColumnKey } from '#domain/columns.ts';
import { useReport } from '../use-report.tsx';
import { cancelExport, mayExport } from './actions.ts';
import { exportUrl } from './export-url.ts';
import { isOpen, type Job } from './job.ts';
import { type ExportProgress, progressUrl } from './progress.ts';

export type Exports = {
  jobs: readonly Job[];
  /** The columns that a file gets, in their order: those that are shown. */
  columns: readonly ColumnKey[];
  /** Where the file of all rows is. */
  hrefOf: (format: FormatName) => string;
  start: (format: FormatName) => void;
  /** All rows as a PDF in a tab of its own, to print. */
  printAll: () => void;
  again: (job: Job, format?: FormatName) => void;
  cancel: (job: Job) => void;
  dismiss: (job: Job) => void;
};

const Context = createContext<Exports | null>(null);

/** The exports that this page started, and ways to start one. Inside ExportsProvider only. */
export function useExports(): Exports {
  const exports = use(Context);
  if (!exports) throw new Error('useExports outside ExportsProvider');
  return exports;
}

export function ExportsProvider({
  columns,
  children,
}: {
  columns: readonly ColumnKey[];
  children: ReactNode;
}) {
  const { view } = useReport();
  const [jobs, setJobs] = useState<readonly Job[]>([]);
  useProgress(jobs, setJobs);

  const change = useCallback((id: string, what: Partial<Job>) => {
    setJobs((all) => all.map((job) => (job.id === id ? { ...job, ...what } : job)));
  }, []);

  const run = useCallback(
    async (job: Job, replaced?: Job) => {
      setJobs((all) => [...all.filter(({ id }) => id !== replaced?.id), job]);
      const allowed = await mayExport().catch(() => null);
      if (allowed === null) return change(job.id, { refused: 'The portal cannot be reached. Try again.' });
      const refused = allowed.ok ? allowed.value : allowed.problem.sentence;
      if (refused !== null) return change(job.id, { refused });
      download(job.href);
    },
    [change],
  );

  const exports = useMemo<Exports>(() => {
    const jobOf = (format: FormatName, toPrint = false): Job => {
      const id = newId();
      const href = exportUrl(view.url, { format, columns, id, inline: toPrint });
      return begun({ id, format, href, toPrint });
    };
    return {
      jobs,
      columns,
      hrefOf: (format) => exportUrl(view.url, { format, columns }),
      start: (format) => void run(jobOf(format)),
      printAll: () => {
        const job = jobOf('pdf', true);
        window.open(job.href, '_blank', 'noopener');
        setJobs((all) => [...all, job]);
      },
      again: (old, format = old.format) => {
        const id = newId();
        const href = new URL(old.href, window.location.href);
        href.searchParams.set('format', format);
        href.searchParams.set('export', id);
        href.searchParams.delete('disposition');
        void run(begun({ id, format, href: href.href, toPrint: false }), old);
      },
      cancel: (job) => void insist(job.id),
      dismiss: (job) => setJobs((all) => all.filter(({ id }) => id !== job.id)),
    };
  }, [jobs, columns, view.url, run]);

  return <Context value={exports}>{children}</Context>;
}

function begun(job: Pick<Job, 'id' | 'format' | 'href' | 'toPrint'>): Job {
  return { ...job, startedAt: performance.now(), refused: null, progress: null };
}

const ASKED_EVERY_MS = 700;
/** After so long without a sign of it, an export has not begun: its address was refused or never reached the portal. */
const BEGINS_WITHIN_MS = 30_000;

/** Asks how the open jobs are, until they have ended. */
function useProgress(
  jobs: readonly Job[],
  setJobs: (update: (jobs: readonly Job[]) => readonly Job[]) => void,
): void {
  const open = jobs.filter(isOpen).map(({ id }) => id);
  const ids = open.join();
  useEffect(() => {
    if (ids === '') return;
    const left = new AbortController();
    const timer = setInterval(async () => {
      const heard = await ask(ids.split(','), left.signal);
      if (left.signal.aborted) return;
      // Never in the way of a page that is being drawn: an urgent update would begin that anew each time.
      startTransition(() => setJobs((all) => all.map((job) => (isOpen(job) ? heardOf(job, heard) : job))));
    }, ASKED_EVERY_MS);
    return () => {
      clearInterval(timer);
      left.abort();
    };
  }, [ids, setJobs]);
}

/** Null when it cannot be asked just now. */
async function ask(ids: readonly string[], signal: AbortSignal): Promise<ExportProgress[] | null> {
  try {
    const answer = await fetch(progressUrl(ids), { signal, redirect: 'error' });
    return answer.ok ? ((await answer.json()) as ExportProgress[]) : null;
  } catch {
    return null;
  }
}

function heardOf(job: Job, heard: readonly ExportProgress[] | null): Job {
  const progress = heard?.find(({ id }) => id === job.id) ?? job.progress;
  const late = performance.now() - job.startedAt > BEGINS_WITHIN_MS;
  if (progress || !late) return { ...job, progress };
  return { ...job, refused: 'Nothing was heard of it for half a minute. Your filters are unchanged.' };
}

/** Cancels an export. One that has just been asked for may not have begun yet: it is asked again until it can be told. */
async function insist(id: string): Promise<void> {
  const late = performance.now() + BEGINS_WITHIN_MS;
  while (performance.now() < late) {
    const told = await cancelExport(id).catch(() => null);
    if (told?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY_MS));
  }
}

/** A link that is pressed: the page stays, the browser saves what comes. */
function download(href: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = '';
  link.click();
}

/** Also where the page is not served over https, and randomUUID is not there. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
