'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import type { ReportUpload } from '#data/report-uploads/report-upload.ts';
import { counted } from '#domain/counted.ts';
import type { ReportRun, RunKind } from '#domain/import/report-run.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { useAlive } from '#ui/anchor.tsx';
import { Banner } from '#ui/banner.tsx';
import control from '#ui/control.module.css';
import { PageHeader } from '#ui/page-header.tsx';
import { REPORT_IMPORTS_PATH, reportFileUrl } from '../url.ts';
import { run } from './actions.ts';
import styles from './report-run.module.css';
import { RunResults } from './run-results.tsx';
import { useRun } from './use-run.ts';

/** An uploaded report: a dry run first, then the import, with what came of either. */
export function ReportRunScreen({ report }: { report: ReportUpload }) {
  const { id, partner, fileName, actor, at } = report;
  const router = useRouter();
  const [running, start] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const { run: now, going: busy } = useRun(report, running);
  const begin = (kind: RunKind) =>
    start(async () => {
      setProblem(null);
      const result = await run({ id, kind }).catch(() => null);
      const said = result?.ok ? result.value : result?.problem.sentence;
      setProblem(said === undefined ? 'The portal cannot be reached. Try again.' : said);
      router.refresh();
    });
  const crumbs = [
    { label: 'Porting desk', href: '/desk' },
    { label: 'Lists from carriers', href: '/desk/import' },
    { label: 'Full report', href: REPORT_IMPORTS_PATH },
  ];
  return (
    <div className={styles.page}>
      <PageHeader crumbs={crumbs} title={fileName}>
        For {partner.name}, uploaded by {actor}, {formatMoment(at)}
        <br />
        <a href={reportFileUrl(id, 'original')} download>
          The file as it came
        </a>
      </PageHeader>
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      <section className={styles.card} aria-label="Run" data-alive={useAlive() ? '' : undefined}>
        <p role="status">{busy ? runWords(now) : saidOf(now, partner.name)}</p>
        {!busy && now?.state === 'failed' && (
          <Banner tone="bad">
            {now.because} {now.reference && `Reference ${now.reference}.`}
          </Banner>
        )}
        {!busy && now?.state === 'done' && <RunResults id={id} result={now.result} />}
        <div className={styles.actions}>
          <Buttons now={now} busy={busy} onBegin={begin} />
        </div>
      </section>
    </div>
  );
}

function Buttons({
  now,
  busy,
  onBegin,
}: {
  now: ReportRun | null;
  busy: boolean;
  onBegin: (kind: RunKind) => void;
}) {
  if (now?.kind === 'import' && now.state === 'done') return null;
  const tried = now?.state === 'done' || now?.kind === 'import';
  const idle = busy || undefined;
  return (
    <>
      {tried && (
        <button
          type="button"
          className={`${control.button} ${control.primary}`}
          aria-disabled={idle}
          onClick={busy ? undefined : () => onBegin('import')}
        >
          {now?.state === 'done' ? `Import ${counted(now.result.imported, 'row')}` : 'Import again'}
        </button>
      )}
      <button
        type="button"
        className={tried ? control.button : `${control.button} ${control.primary}`}
        aria-disabled={idle}
        onClick={busy ? undefined : () => onBegin('dry-run')}
      >
        {tried ? 'Dry run again' : 'Dry run'}
      </button>
    </>
  );
}

const STEPS = {
  waiting: 'Another import for this partner is running: waiting for it to end.',
  reading: 'Reading the rows.',
  comparing: 'Comparing with what is there.',
  writing: 'Writing.',
  tidying: 'Taking stock.',
};

function runWords(now: ReportRun | null): string {
  if (now?.state !== 'running') return 'Beginning. It goes on when you leave this page.';
  const rows = now.step === 'reading' && now.rows > 0 ? ` ${counted(now.rows, 'row')} so far.` : '';
  return `${now.kind === 'dry-run' ? 'Dry run: ' : ''}${STEPS[now.step]}${rows} It goes on when you leave this page.`;
}

function saidOf(now: ReportRun | null, partner: string): string {
  if (!now) return `Nothing of ${partner} has been changed. A dry run tells what an import would do.`;
  const when = `${now.by}, ${formatMoment(new Date(now.beganAt))}`;
  if (now.state === 'failed') {
    return `${now.kind === 'dry-run' ? 'The dry run' : 'The import'} failed (${when}).`;
  }
  return now.kind === 'dry-run' ? `Dry run, nothing was changed (${when}).` : `Imported (${when}).`;
}
