import { IconInbox } from '@tabler/icons-react';
import Link from 'next/link';
import type { RequestList, RequestOverview } from '#data/requests/list-requests.ts';
import { formatCalendarDate } from '#domain/calendar-date.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { STATUS_FACTS } from '#domain/status.ts';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { StatusLabel } from '#ui/status-glyph.tsx';
import styles from './status-viewer.module.css';
import { statusUrl } from './url.ts';

/** The porting status of one account, request by request, for an end user. */
export function StatusViewer({ list }: { list: RequestList }) {
  return (
    <div className={styles.page}>
      <PageHeader crumbs={[]} title="Porting status">
        As of {formatMoment(list.asOf)}
      </PageHeader>
      {list.requests.length === 0 ? (
        <div className={styles.card}>
          <EmptyState
            icon={<IconInbox size={22} stroke={1.5} aria-hidden="true" />}
            title="No numbers are being ported yet"
          >
            A request to port numbers of your account shows here as soon as it has reached the porting team.
          </EmptyState>
        </div>
      ) : (
        <ul className={styles.requests} aria-label="Requests, newest first">
          {list.requests.map((request) => (
            <Request key={request.id} request={request} />
          ))}
        </ul>
      )}
      <Pager list={list} />
      <p className={styles.notice}>
        Confidential, for the authorized contacts of your account alone. Dates and times are Pacific; an
        estimated date may still move.
      </p>
    </div>
  );
}

function Request({ request }: { request: RequestOverview }) {
  const { id, status, summary, numbers } = request;
  return (
    <li className={styles.card}>
      <article aria-labelledby={`request-${id}`}>
        <header className={styles.head}>
          <h2 id={`request-${id}`}>Request {id}</h2>
          <StatusLabel status={status} />
        </header>
        <p className={styles.summary}>{sentence(summary)}</p>
        <p className={styles.meaning}>{STATUS_FACTS[status].meaning}</p>
        <dl className={styles.facts}>
          <Fact term="Numbers" value={numbers.toLocaleString('en-US')} />
          <Fact term="Created" value={request.createdOn && formatCalendarDate(request.createdOn)} />
          <Fact
            term="Estimated date"
            value={request.estimatedOn && formatCalendarDate(request.estimatedOn)}
          />
          <Fact term="Confirmed date" value={request.focOn && formatCalendarDate(request.focOn)} />
        </dl>
      </article>
    </li>
  );
}

function Fact({ term, value }: { term: string; value: string | null }) {
  if (value === null) return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Pager({ list: { page, pages, total } }: { list: RequestList }) {
  if (pages === 1) return null;
  return (
    <nav className={styles.pager} aria-label="Pages">
      {page > 1 && (
        <Link className={control.button} href={statusUrl(page - 1)}>
          Newer
        </Link>
      )}
      <span>
        Page {page} of {pages}, {total.toLocaleString('en-US')} requests
      </span>
      {page < pages && (
        <Link className={control.button} href={statusUrl(page + 1)}>
          Older
        </Link>
      )}
    </nav>
  );
}

function sentence(clauses: string): string {
  return `${clauses[0]?.toUpperCase() ?? ''}${clauses.slice(1)}.`;
}
