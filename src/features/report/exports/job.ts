import { FORMATS, type FormatName } from '#documents/formats.ts';
import { count, counted } from '#domain/counted.ts';
import { durationWords, sizeWords } from './expectations.ts';
import type { ExportProgress } from './progress.ts';

/** An export that this page started: where its file is, and what is known of it. */
export type Job = {
  id: string;
  format: FormatName;
  href: string;
  /** It opens in a tab of its own, to be printed; else it is downloaded. */
  toPrint: boolean;
  /** Milliseconds since the page was loaded. */
  startedAt: number;
  /** Why it did not begin; null when it did, or may still. */
  refused: string | null;
  /** Null until the server knows of it. */
  progress: ExportProgress | null;
};

/** Whether there is more to be heard of a job. */
export function isOpen({ refused, progress }: Job): boolean {
  return refused === null && (progress === null || progress.outcome === 'running');
}

/** `Making Excel file`, `The PDF was not made`. */
export function jobTitle({ format, refused, progress }: Job): string {
  const name = format === 'csv-strict' ? 'CSV' : FORMATS[format].label.replace(' for Excel', '');
  if (refused !== null) return `The ${name} file has not begun`;
  const titles = {
    running: `Making ${name} file`,
    done: `The ${name} file is made`,
    failed: `The ${name} file was not made`,
    cancelled: `The ${name} file was cancelled`,
  };
  return titles[progress?.outcome ?? 'running'];
}

/** What happened and what it means for the work, in a sentence or two. */
export function jobWords(job: Job, now: number): string {
  const { refused, progress } = job;
  if (refused !== null) return refused;
  if (progress === null) {
    const opening = job.toPrint ? 'the PDF opens in another' : 'the download starts by itself';
    return `Beginning. You can keep working in this tab; ${opening}.`;
  }
  const { rows, total, bytes, outcome, problem } = progress;
  const after = `after ${count(rows)} of ${counted(total, 'row')}, so no file was saved`;
  if (outcome === 'done') {
    const where = job.toPrint ? 'in a tab of its own: print it there' : 'among your downloads';
    return `${counted(rows, 'row')}, ${sizeWords(bytes)}. It is ${where}.`;
  }
  if (outcome === 'cancelled') return `It ended ${after}.`;
  if (outcome === 'running') return leftWords(job, now);
  const cause = {
    fault: 'Something failed on our side',
    left: 'The connection ended',
    died: 'The server ended',
  };
  return `${cause[problem ?? 'fault']} ${after}. Your filters are unchanged.`;
}

/** `about 4 seconds left`, from how fast it went so far. */
function leftWords({ progress, startedAt }: Job, now: number): string {
  if (!progress || progress.rows === 0) return 'You can keep working in this tab.';
  const seconds = ((now - startedAt) / 1000) * (progress.total / progress.rows - 1);
  return `${durationWords(seconds)} left. You can keep working in this tab.`;
}
