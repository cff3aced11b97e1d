'use client';

import { IconFileImport } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useCallback, useState } from 'react';
import type { ReportUpload } from '#data/report-uploads/report-upload.ts';
import { counted } from '#domain/counted.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import { FileDrop } from '#ui/file-drop.tsx';
import { Link } from '#ui/link.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { useSending } from '#ui/use-sending.ts';
import { REPORT_UPLOAD_PATH, reportImportUrl } from '../url.ts';
import styles from './report-imports.module.css';
import { LARGEST_FILE, tooLarge } from './sentences.ts';

type PartnerChoice = { slug: string; name: string };

/** Takes a partner's full report in, and lists those that were. */
export function ReportImports({
  partners,
  reports,
}: {
  partners: readonly PartnerChoice[];
  reports: readonly ReportUpload[];
}) {
  const [partner, setPartner] = useState(partners[0]?.slug ?? '');
  const { share, problem, take } = useTaking(partner);
  const crumbs = [
    { label: 'Porting desk', href: '/desk' },
    { label: 'Lists from carriers', href: '/desk/import' },
  ];
  return (
    <div className={styles.page}>
      <PageHeader crumbs={crumbs} title="Full report" />
      <p className={styles.lead}>
        A report with the report’s own columns brings a partner’s orders to what it says: new ones are made,
        others changed. A dry run tells first what will come of it.
      </p>
      <label className={`${control.field} ${styles.partner}`}>
        <span className={control.label}>Whose report is it</span>
        <select
          className={control.input}
          value={partner}
          onChange={(event) => setPartner(event.currentTarget.value)}
        >
          {partners.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <FileDrop
        accept=".csv,.tsv,.txt,.xlsx"
        label="Choose a report"
        hint="CSV (UTF-8) or Excel (.xlsx), up to 20 MB. Larger ones are imported on the command line."
        share={share}
        problem={problem}
        onFile={take}
      />
      <h2 className={styles.before}>Uploaded before</h2>
      <div className={styles.card}>
        {reports.length === 0 ? (
          <EmptyState
            icon={<IconFileImport size={22} stroke={1.5} aria-hidden="true" />}
            title="No report has been uploaded yet"
          >
            Reports that were uploaded stay here with what came of them.
          </EmptyState>
        ) : (
          <ul aria-label="Reports, newest first">
            {reports.map((report) => (
              <li key={report.id} className={styles.report}>
                <div>
                  <Link href={reportImportUrl(report.id)}>{report.fileName}</Link>
                  <p>
                    {report.partner.name}, {report.actor}, {formatMoment(report.at)}
                  </p>
                </div>
                <p>{stateOf(report)}</p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function useTaking(partner: string) {
  const router = useRouter();
  const { share, send } = useSending<{ id: string }>();
  const [problem, setProblem] = useState<string | null>(null);
  const take = useCallback(
    async (file: File) => {
      setProblem(null);
      if (file.size > LARGEST_FILE) return setProblem(tooLarge(file.name));
      const sent = await send(
        `${REPORT_UPLOAD_PATH}?${new URLSearchParams({ name: file.name, partner })}`,
        file,
      );
      if (sent.ok) router.push(reportImportUrl(sent.value.id));
      else setProblem(sent.problem);
    },
    [partner, send, router],
  );
  return { share, problem, take };
}

function stateOf({ run }: ReportUpload): string {
  if (!run) return 'Not run yet';
  const what = run.kind === 'dry-run' ? 'Dry run' : 'Import';
  if (run.state === 'running') return `${what} running`;
  if (run.state === 'failed') return `${what} failed`;
  const { imported, rejected } = run.result;
  const left = rejected > 0 ? `, ${rejected.toLocaleString('en-US')} rejected` : '';
  return run.kind === 'import'
    ? `${counted(imported, 'row')} imported${left}`
    : `Dry run: ${counted(imported, 'row')} to import${left}`;
}
