import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beginReportRun } from '#data/report-uploads/begin-report-run.ts';
import { noteReportRun } from '#data/report-uploads/note-report-run.ts';
import { readReportUpload } from '#data/report-uploads/read-report-upload.ts';
import { readReportUploadFile } from '#data/report-uploads/read-report-upload-file.ts';
import { ImportImpossible } from '#domain/import/import-impossible.ts';
import type { ReportRun, RunKind, RunResult, RunStep } from '#domain/import/report-run.ts';
import { actorName, type Viewer } from '#domain/viewer.ts';
import { logSurprise } from '#server/log.ts';
import { withFile } from '#server/received-file.ts';
import { type FileImported, type ImportProgress, importFile } from '../import-file.ts';
import { MOST_INFLATED } from './sentences.ts';

const NOTED_EVERY_MS = 1_000;
const REJECTIONS_SHOWN = 20;

/**
 * Runs an uploaded report to its end, dry or for good, and keeps how far it is, what came of it and the rows that it
 * rejected. Returns why it did not begin, in a sentence; null when it ran, well or not. Throws NotFound.
 */
export async function runReport(viewer: Viewer, id: string, kind: RunKind): Promise<string | null> {
  const began = new Date();
  const { partner } = await readReportUpload(viewer, id);
  if (!(await beginReportRun(viewer, id, kind, began))) {
    return 'It is running already, or there is nothing to do any more: look at the page again.';
  }
  const about = { kind, by: actorName(viewer), beganAt: began.toISOString() };
  const reached: { step: RunStep; rows: number } = { step: 'reading', rows: 0 };
  const note = (run: ReportRun, rejects: Buffer | null) =>
    noteReportRun(viewer, id, run, rejects, new Date());
  // What cannot be noted now is noted the next time.
  const beat = setInterval(
    () => note({ ...about, state: 'running', ...reached }, null).catch(() => undefined),
    NOTED_EVERY_MS,
  );
  const onProgress = (progress: ImportProgress) => Object.assign(reached, progress);
  try {
    const { result, rejects } = await importKept(viewer, id, partner.slug, kind, onProgress);
    clearInterval(beat);
    await note({ ...about, state: 'done', result }, rejects);
  } catch (error) {
    clearInterval(beat);
    const known = error instanceof ImportImpossible;
    const because = known ? error.message : 'It failed on our side. Nothing was imported.';
    const reference = known ? null : logSurprise(error, { at: 'report import' });
    await note({ ...about, state: 'failed', because, reference }, null);
  }
  return null;
}

async function importKept(
  viewer: Viewer,
  id: string,
  slug: string,
  kind: RunKind,
  onProgress: (progress: ImportProgress) => void,
): Promise<{ result: RunResult; rejects: Buffer | null }> {
  const { fileName, content } = await readReportUploadFile(viewer, id, 'original');
  return withFile(fileName, content, async (file) => {
    const rejects = path.join(path.dirname(file), '.rejects');
    const imported = await importFile(viewer, {
      file,
      partner: { slug, createAs: null },
      dryRun: kind === 'dry-run',
      rejects: { at: rejects },
      mostBytes: MOST_INFLATED,
      onProgress,
    });
    return {
      result: resultOf(imported),
      rejects: imported.rejected > 0 ? await readFile(rejects) : null,
    };
  });
}

function resultOf(imported: FileImported): RunResult {
  const { read, unchanged, rejected, written, header, rejections, warnings } = imported;
  const { ordersCreated, ordersChanged, numbersAdded, numbersMoved, accountsCreated, requestsCreated } =
    written;
  return {
    ...{ read, imported: imported.imported, unchanged, rejected },
    ...{ ordersCreated, ordersChanged, numbersAdded, numbersMoved, accountsCreated, requestsCreated },
    ignored: [...header.unknown],
    rejections: rejections.slice(0, REJECTIONS_SHOWN).map(({ record, reason }) => ({ record, reason })),
    unusualTimes: warnings.unusualTimes.orders,
    accountNames: warnings.accountNames.accounts,
  };
}
