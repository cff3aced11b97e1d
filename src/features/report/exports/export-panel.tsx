'use client';

import { IconCircleCheck, IconFileX, IconRefresh, IconX } from '@tabler/icons-react';
import { FORMATS } from '#documents/formats.ts';
import { count, counted } from '#domain/counted.ts';
import control from '#ui/control.module.css';
import { IconButton } from '#ui/icon-button.tsx';
import styles from './export-panel.module.css';
import { isOpen, type Job, jobTitle, jobWords } from './job.ts';
import { useExports } from './use-exports.tsx';

/** The files that are being made, beside the report, which stays in use. */
export function ExportPanel() {
  const { jobs } = useExports();
  return (
    <section className={styles.panel} aria-label="Exports" hidden={jobs.length === 0}>
      {jobs.map((job) => (
        <JobCard key={job.id} job={job} />
      ))}
    </section>
  );
}

function JobCard({ job }: { job: Job }) {
  const { again, cancel, dismiss } = useExports();
  const { format, progress, refused } = job;
  const open = isOpen(job);
  const done = progress?.outcome === 'done';
  const title = `job-${job.id}`;
  return (
    <article className={styles.job} aria-labelledby={title}>
      <header>
        {!open && (done ? <IconCircleCheck className={styles.ok} {...ICON} /> : <IconFileX {...ICON} />)}
        <h2 id={title} aria-live="polite">
          {jobTitle(job)}
        </h2>
        {open ? (
          <button type="button" className={`${control.button} ${control.small}`} onClick={() => cancel(job)}>
            Cancel
          </button>
        ) : (
          <IconButton name="Close this note" onClick={() => dismiss(job)}>
            <IconX size={16} stroke={1.75} aria-hidden="true" />
          </IconButton>
        )}
      </header>
      {open && <Bar rows={progress?.rows ?? 0} total={progress?.total ?? 0} />}
      <p>{jobWords(job, performance.now())}</p>
      {!open && !done && (
        <div className={styles.ways}>
          <button type="button" className={`${control.button} ${control.small}`} onClick={() => again(job)}>
            <IconRefresh size={14} stroke={1.75} aria-hidden="true" />
            Try again
          </button>
          {refused === null && FORMATS[format].extension !== 'csv' && (
            <button
              type="button"
              className={`${control.button} ${control.small}`}
              onClick={() => again(job, 'csv')}
            >
              Export as CSV instead
            </button>
          )}
        </div>
      )}
      {progress?.reference && <p className={styles.reference}>Reference {progress.reference}</p>}
    </article>
  );
}

function Bar({ rows, total }: { rows: number; total: number }) {
  const percent = total === 0 ? 0 : Math.floor((100 * rows) / total);
  return (
    <>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label="Rows written"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <i style={{ width: `${percent}%` }} />
      </div>
      <p className={styles.rows}>{total > 0 && `${count(rows)} of ${counted(total, 'row')}`}</p>
    </>
  );
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
