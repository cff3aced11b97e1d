import { IconInbox, IconSearch, IconSearchOff } from '@tabler/icons-react';
import type { RequestList } from '#data/requests/list-requests.ts';
import { counted } from '#domain/counted.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { RequestCard } from './request-card.tsx';
import styles from './status-viewer.module.css';
import { STATUS_PATH, type StatusUrl, statusUrl } from './url.ts';

const ICON = { size: 22, stroke: 1.5, 'aria-hidden': true } as const;

/** The porting status of one account, request by request, for an end user. `problem` says why nothing was looked for. */
export function StatusViewer({
  list,
  url,
  problem,
}: {
  list: RequestList;
  url: StatusUrl;
  problem: string | null;
}) {
  const looking = url.find !== '';
  return (
    <div className={styles.page}>
      <PageHeader crumbs={[]} title="Porting status">
        As of {formatMoment(list.asOf)}
      </PageHeader>
      {(looking || list.total > 0) && <SearchForm find={url.find} problem={problem} />}
      {looking && problem === null && (
        <p className={styles.found} role="status">
          {counted(list.total, 'request')} with “{url.find}”.{' '}
          <Link href={STATUS_PATH}>Show all requests</Link>
        </p>
      )}
      {list.requests.length === 0 ? (
        <div className={styles.card}>{looking ? <NoneFound /> : <NoneYet />}</div>
      ) : (
        <ul className={styles.requests} aria-label="Requests, newest first">
          {list.requests.map((request) => (
            <RequestCard key={request.id} request={request} />
          ))}
        </ul>
      )}
      <Pager list={list} find={url.find} />
      <p className={styles.notice}>
        Confidential, for the authorized contacts of your account alone. Dates and times are Pacific; an
        estimated date may still move.
      </p>
    </div>
  );
}

// A plain form: it works before any script has loaded.
function SearchForm({ find, problem }: { find: string; problem: string | null }) {
  return (
    <search>
      <form className={styles.search} action={STATUS_PATH}>
        <label className={control.label} htmlFor="find">
          Request ID or phone number
        </label>
        <div className={styles.searchRow}>
          <input
            id="find"
            name="find"
            className={control.input}
            defaultValue={find}
            inputMode="tel"
            autoComplete="off"
            maxLength={40}
            {...(problem
              ? { 'aria-invalid': true, 'data-invalid': true, 'aria-describedby': 'find-problem' }
              : {})}
          />
          <button type="submit" className={control.button}>
            <IconSearch size={16} stroke={1.75} aria-hidden="true" />
            Find
          </button>
        </div>
        {problem && (
          <p id="find-problem" className={control.error} role="alert">
            {problem} All requests are shown.
          </p>
        )}
      </form>
    </search>
  );
}

function NoneYet() {
  return (
    <EmptyState icon={<IconInbox {...ICON} />} title="No numbers are being ported yet">
      A request to port numbers of your account shows here as soon as it has reached the porting team.
    </EmptyState>
  );
}

function NoneFound() {
  return (
    <EmptyState
      icon={<IconSearchOff {...ICON} />}
      title="No request matches"
      actions={
        <Link className={control.button} href={STATUS_PATH}>
          Show all requests
        </Link>
      }
    >
      No request of your account has an ID that begins so, and none holds a number with these digits in it.
    </EmptyState>
  );
}

function Pager({ list: { page, pages, total }, find }: { list: RequestList; find: string }) {
  if (pages === 1) return null;
  return (
    <nav className={styles.pager} aria-label="Pages">
      {page > 1 && (
        <Link className={control.button} href={statusUrl({ page: page - 1, find })}>
          Newer
        </Link>
      )}
      <span>
        Page {page} of {pages}, {counted(total, 'request')}
      </span>
      {page < pages && (
        <Link className={control.button} href={statusUrl({ page: page + 1, find })}>
          Older
        </Link>
      )}
    </nav>
  );
}
