'use client';

import { IconFilterOff, IconPhoneOff } from '@tabler/icons-react';
import { count } from '#domain/counted.ts';
import { NO_FILTERS, type ReportFilters } from '#domain/report-request.ts';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import styles from './report-screen.module.css';
import { useReport } from './use-report.tsx';
import { parameterWords } from './words.ts';

/** No rows: which filter to let go and how many rows that brings back; or that the partner has no numbers yet. */
export function NoRows() {
  const { view, go } = useReport();
  const { request } = view.url;
  const words = parameterWords(request);
  const unknown = view.account === null ? request.accountId : null;
  if (words.length === 0) {
    return (
      <div className={styles.rows}>
        <EmptyState icon={<IconPhoneOff stroke={1.5} aria-hidden="true" />} title="No numbers yet">
          {view.partner.name} has no number that was ported or is being ported. Numbers appear here as soon as
          the porting team records a request.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className={styles.rows}>
      <EmptyState
        icon={<IconFilterOff stroke={1.5} aria-hidden="true" />}
        title={unknown ? `No account ${unknown}` : 'No numbers match'}
        actions={
          <>
            {view.waysOut.map(({ filter, rows }) => (
              <button
                key={filter}
                type="button"
                className={control.button}
                onClick={() => go({ [filter]: NO_FILTERS[filter] })}
              >
                Remove the {FILTER_NAMES[filter]} filter
                <span className={control.count}>{count(rows)}</span>
              </button>
            ))}
            <button
              type="button"
              className={view.waysOut.length > 0 ? `${control.button} ${control.subtle}` : control.button}
              onClick={() => go(NO_FILTERS)}
            >
              Reset all
            </button>
          </>
        }
      >
        {unknown
          ? `${view.partner.name} has no account with this ID. Look for it by username or company name above.`
          : `${view.partner.name} has no number with all of these at once: ${words.join('; ')}.`}
      </EmptyState>
    </div>
  );
}

const FILTER_NAMES: Record<keyof ReportFilters, string> = {
  accountId: 'account',
  statuses: 'status',
  details: 'detailed status',
  type: 'number type',
  ready: 'ready to assign',
  date: 'date',
};
