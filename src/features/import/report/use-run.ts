'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { ReportUpload } from '#data/report-uploads/report-upload.ts';
import { type ReportRun, SILENT_FOR } from '#domain/import/report-run.ts';
import { reportProgressUrl } from '../url.ts';

const ASKED_EVERY_MS = 700;

/** The last run as far as it is known: `going` while somebody runs it, here (`running`) or elsewhere. */
export function useRun(report: ReportUpload, running: boolean): { run: ReportRun | null; going: boolean } {
  const router = useRouter();
  const [heard, setHeard] = useState<ReportUpload | null>(null);
  const latest = heard && timeOf(heard) >= timeOf(report) ? heard : report;
  const alive = latest.run?.state === 'running' && !isSilent(latest);
  const going = running || alive;
  const { id } = report;
  useEffect(() => {
    if (!going) return;
    const left = new AbortController();
    const timer = setInterval(async () => {
      const now = await ask(id, left.signal);
      if (!now || left.signal.aborted) return;
      setHeard(now);
      if (now.run?.state !== 'running' && !running) router.refresh();
    }, ASKED_EVERY_MS);
    return () => {
      clearInterval(timer);
      left.abort();
    };
  }, [id, going, running, router]);
  const { run } = latest;
  if (run?.state !== 'running' || going) return { run, going };
  return {
    run: {
      ...run,
      state: 'failed',
      because: 'It stopped on the way. Nothing was imported.',
      reference: null,
    },
    going,
  };
}

async function ask(id: string, signal: AbortSignal): Promise<ReportUpload | null> {
  try {
    const answer = await fetch(reportProgressUrl(id), { signal, redirect: 'error' });
    return answer.ok ? ((await answer.json()) as ReportUpload) : null;
  } catch {
    return null;
  }
}

/** When a report's run was last heard of; what came as JSON has its dates as text. */
function timeOf({ heardAt }: ReportUpload): number {
  return heardAt === null ? 0 : new Date(heardAt).getTime();
}

function isSilent(report: ReportUpload): boolean {
  return Date.now() - timeOf(report) > SILENT_FOR;
}
