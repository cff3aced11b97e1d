import { IconDownload } from '@tabler/icons-react';
import { counted } from '#domain/counted.ts';
import type { RunResult } from '#domain/import/report-run.ts';
import { LARGE_ORDER } from '#domain/order-rules.ts';
import { Banner } from '#ui/banner.tsx';
import control from '#ui/control.module.css';
import { reportFileUrl } from '../url.ts';
import styles from './report-run.module.css';

/** What came of a run: its counts, what it passed over, and the first of the rows that it rejected. */
export function RunResults({ id, result }: { id: string; result: RunResult }) {
  const facts: [string, number][] = [
    ['Rows read', result.read],
    ['Imported', result.imported],
    ['Unchanged', result.unchanged],
    ['Rejected', result.rejected],
    ['Orders created', result.ordersCreated],
    ['Orders changed', result.ordersChanged],
    ['Numbers added', result.numbersAdded],
    ['Numbers moved', result.numbersMoved],
    ['Accounts created', result.accountsCreated],
    ['Requests created', result.requestsCreated],
  ];
  const { ignored, rejected, rejections, unusualTimes, accountNames } = result;
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(([term, n]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{n.toLocaleString('en-US')}</dd>
          </div>
        ))}
      </dl>
      {ignored.length > 0 && (
        <Banner tone="info">Ignored, as they are no columns of the report: {ignored.join(', ')}.</Banner>
      )}
      {unusualTimes > 0 && (
        <Banner tone="wait">
          {counted(unusualTimes, 'order')} of at most {LARGE_ORDER} numbers not at 10:00 AM.
        </Banner>
      )}
      {accountNames > 0 && (
        <Banner tone="wait">
          {counted(accountNames, 'account')} with several usernames or company names; the first counts.
        </Banner>
      )}
      {rejected > 0 && (
        <section className={styles.rejected} aria-label="Rejected rows">
          <ul>
            {rejections.map(({ record, reason }) => (
              <li key={record}>
                <span>Row {record.toLocaleString('en-US')}</span>
                <span>{reason}</span>
              </li>
            ))}
          </ul>
          {rejected > rejections.length && <p>and {counted(rejected - rejections.length, 'row')} more</p>}
          <p>
            <a className={control.button} href={reportFileUrl(id, 'rejects')} download>
              <IconDownload size={16} stroke={1.75} aria-hidden="true" />
              Rejected rows
            </a>
          </p>
        </section>
      )}
    </>
  );
}
