'use client';

import { IconFileX, IconRefresh } from '@tabler/icons-react';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import styles from './choose-partner.module.css';
import { CRUMBS, TITLE } from './headings.ts';
import { REPORT_PATH } from './url.ts';

/** The report could not be run. `reference` is what the log calls this failure. */
export function ReportError({ reference }: { reference: string | undefined }) {
  return (
    <div className={styles.page}>
      <PageHeader crumbs={CRUMBS} title={TITLE} />
      <section className={styles.failed} aria-label="Report" role="alert">
        <EmptyState
          icon={<IconFileX stroke={1.5} aria-hidden="true" />}
          title="The report could not be run"
          reference={reference}
          actions={
            <>
              <button
                type="button"
                className={`${control.button} ${control.primary}`}
                onClick={() => window.location.reload()}
              >
                <IconRefresh size={16} stroke={1.75} aria-hidden="true" />
                Try again
              </button>
              <a className={control.button} href={REPORT_PATH}>
                Start without parameters
              </a>
            </>
          }
        >
          Something failed on our side; no order was changed, and the address keeps your parameters. If it
          happens again, write to the porting team and quote the reference.
        </EmptyState>
      </section>
    </div>
  );
}
