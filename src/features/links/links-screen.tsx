import { IconLink, IconSearch } from '@tabler/icons-react';
import type { Shareable } from '#data/links/find-shareable.ts';
import type { LinkList } from '#data/links/list-links.ts';
import { counted } from '#domain/counted.ts';
import { LINKS_PATH } from '#domain/request-link.ts';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { StatusLabel } from '#ui/status-glyph.tsx';
import { LinkRow } from './link-row.tsx';
import styles from './links.module.css';
import { MakeLink } from './make-link.tsx';
import { type LinksUrl, linksUrl } from './url.ts';

/** Read-only links for end users: make one for a request, see which there are and who opened them, withdraw one. */
export function LinksScreen({
  url,
  request,
  list,
  now,
}: {
  url: LinksUrl;
  /** The request that was asked for; null when none was, or there is none. */
  request: Shareable | null;
  list: LinkList;
  now: Date;
}) {
  return (
    <div className={styles.page}>
      <PageHeader crumbs={[]} title="Links for end users">
        Confidential: for your authorized contacts only
      </PageHeader>
      <p className={styles.about}>
        A link shows where one request stands to whoever has it, without signing in: status, numbers, dates,
        and what you will ask for. No other request, no notes, no case or account numbers.
      </p>
      <section className={styles.card} aria-label="Make a link">
        <FindForm typed={url.request} missing={url.request !== '' && request === null} />
        {request && <Chosen key={request.id} request={request} />}
      </section>
      <section aria-labelledby="links">
        <header className={styles.listHead}>
          <h2 id="links">{request ? `Links to request ${request.id}` : 'Links'}</h2>
          {request && <Link href={LINKS_PATH}>All links</Link>}
        </header>
        {list.links.length === 0 ? (
          <div className={styles.list}>
            <EmptyState
              icon={<IconLink size={22} stroke={1.5} aria-hidden="true" />}
              title={request ? 'This request has no link yet' : 'No link has been made yet'}
            >
              Find a request by its ID above and make one. It holds for as many days as you say, and can be
              withdrawn before.
            </EmptyState>
          </div>
        ) : (
          <ul className={styles.list}>
            {list.links.map((link) => (
              <LinkRow key={link.id} link={link} now={now} />
            ))}
          </ul>
        )}
        <Pager list={list} request={url.request} />
      </section>
    </div>
  );
}

// A plain form: it works before any script has loaded.
function FindForm({ typed, missing }: { typed: string; missing: boolean }) {
  const fault = { 'aria-invalid': true, 'data-invalid': true, 'aria-describedby': 'request-problem' };
  return (
    <search>
      <form className={styles.find} action={LINKS_PATH}>
        <label className={control.label} htmlFor="request">
          Request ID
        </label>
        <div className={styles.findRow}>
          <input
            id="request"
            name="request"
            key={typed}
            className={control.input}
            defaultValue={typed}
            inputMode="numeric"
            autoComplete="off"
            maxLength={40}
            {...(missing ? fault : {})}
          />
          <button type="submit" className={control.button}>
            <IconSearch size={16} stroke={1.75} aria-hidden="true" />
            Find
          </button>
        </div>
        {missing && (
          <p id="request-problem" className={control.error} role="alert">
            No request of yours with numbers has the ID “{typed}”.
          </p>
        )}
      </form>
    </search>
  );
}

function Chosen({ request }: { request: Shareable }) {
  const { id, company, accountId, status, summary, numbers } = request;
  return (
    <div className={styles.chosen}>
      <div className={styles.request}>
        <h2>Request {id}</h2>
        <StatusLabel status={status} />
        <p>
          {company ? `${company}, account ${accountId}` : `Account ${accountId}`}:{' '}
          {counted(numbers, 'number')}, {summary}.
        </p>
      </div>
      <MakeLink requestId={id} />
    </div>
  );
}

function Pager({ list: { page, pages, total }, request }: { list: LinkList; request: string }) {
  if (pages === 1) return null;
  return (
    <nav className={styles.pager} aria-label="Pages">
      {page > 1 && (
        <Link className={control.button} href={linksUrl({ request, page: page - 1 })}>
          Previous
        </Link>
      )}
      <span>
        Page {page} of {pages}, {counted(total, 'link')}
      </span>
      {page < pages && (
        <Link className={control.button} href={linksUrl({ request, page: page + 1 })}>
          Next
        </Link>
      )}
    </nav>
  );
}
