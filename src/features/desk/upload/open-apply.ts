import 'server-only';
import { readProgress } from '#data/uploads/read-progress.ts';
import { readSummary } from '#data/uploads/read-summary.ts';
import type { Upload } from '#data/uploads/upload.ts';
import type { Viewer } from '#domain/viewer.ts';
import type { ApplyView } from './apply-screen.tsx';
import { troubleOf } from './trouble.ts';

/** What the step of applying shows. */
export async function openApply(viewer: Viewer, upload: Upload, now: Date): Promise<ApplyView> {
  const { id, act, counts } = upload;
  return {
    id,
    actId: act?.id ?? null,
    summary: await readSummary(viewer, id),
    progress: await readProgress(viewer, id),
    refused: counts?.refused ?? 0,
    trouble: troubleOf(upload, viewer, now),
  };
}
