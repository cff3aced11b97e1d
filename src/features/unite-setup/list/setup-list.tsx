import { IconChevronRight, IconPhonePlus, IconPlus } from '@tabler/icons-react';
import { type SetupList as List, type ListedSetup, SETUPS_PAGE } from '#data/setups/list-setups.ts';
import { count, counted } from '#domain/counted.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { NEW_SETUP_PATH, setupPath, VOICE_SERVICES_PATH } from '#domain/setup.ts';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Discard } from './discard.tsx';
import styles from './setup-list.module.css';

type SetupListProps = {
  open: List;
  done: List;
  pages: { open: number; done: number };
  /** The report of an account, with a way back to its set-up. */
  report: (setup: ListedSetup) => string;
};

/** The accounts that are being set up, and those that were. */
export function SetupList({ open, done, pages, report }: SetupListProps) {
  const none = open.total === 0 && done.total === 0;
  return (
    <div className={styles.page}>
      <PageHeader crumbs={[]} title="Voice Services Tools">
        <Link className={`${control.button} ${control.primary}`} href={NEW_SETUP_PATH}>
          <IconPlus size={16} stroke={1.75} aria-hidden="true" />
          Configure a new Unite account
        </Link>
      </PageHeader>
      {none ? (
        <div className={styles.card}>
          <EmptyState
            icon={<IconPhonePlus size={22} stroke={1.5} aria-hidden="true" />}
            title="No account has been set up here yet"
          >
            Configuring a new Unite account takes three steps: who it is for, which numbers are new and which
            move here, and a last look. Everything is saved on the way, so that you can leave and come back.
          </EmptyState>
        </div>
      ) : (
        <>
          <section aria-labelledby="open-title">
            <h2 id="open-title" className={styles.title}>
              Being set up <small>{count(open.total)}</small>
            </h2>
            <div className={styles.card}>
              {open.setups.length === 0 ? (
                <p className={styles.nothing}>Nothing is waiting to be submitted.</p>
              ) : (
                <ul aria-label="Being set up">
                  {open.setups.map((setup) => (
                    <li key={setup.id} className={styles.row}>
                      <Name setup={setup} href={setupPath(setup.id, 'numbers')} />
                      <p>{draftsInWords(setup) || 'No numbers yet'}</p>
                      <p className={styles.when}>
                        Saved {formatMoment(setup.updatedAt)}
                        <span>Begun by {setup.actor}</span>
                      </p>
                      <Discard setupId={setup.id} company={setup.account.company ?? setup.account.id} />
                    </li>
                  ))}
                </ul>
              )}
              <Pager total={open.total} page={pages.open} name="open" other={`done=${pages.done}`} />
            </div>
          </section>
          <section aria-labelledby="done-title">
            <h2 id="done-title" className={styles.title}>
              Done <small>{count(done.total)}</small>
            </h2>
            <div className={styles.card}>
              {done.setups.length === 0 ? (
                <p className={styles.nothing}>Accounts whose set-up was submitted are listed here.</p>
              ) : (
                <ul aria-label="Done">
                  {done.setups.map((setup) => (
                    <li key={setup.id} className={styles.row}>
                      <Name setup={setup} href={setupPath(setup.id, 'numbers')} />
                      <p>{doneInWords(setup)}</p>
                      <p className={styles.when}>
                        Submitted {setup.submittedAt && formatMoment(setup.submittedAt)}
                      </p>
                      <Link className={`${control.button} ${control.small}`} href={report(setup)}>
                        Porting Report<span className="pp-vh"> of {setup.account.company}</span>
                        <IconChevronRight size={14} stroke={1.75} aria-hidden="true" />
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
              <Pager total={done.total} page={pages.done} name="done" other={`open=${pages.open}`} />
            </div>
          </section>
        </>
      )}
    </div>
  );
}

function Name({ setup, href }: { setup: ListedSetup; href: string }) {
  const { account } = setup;
  return (
    <div className={styles.name}>
      <Link href={href}>
        <bdi>{account.company ?? account.id}</bdi>
      </Link>
      <small>{[account.username, account.id].filter(Boolean).join(' · ')}</small>
    </div>
  );
}

function draftsInWords({ drafts: { transfers, orders } }: ListedSetup): string {
  const parts: string[] = [];
  if (transfers > 0) parts.push(counted(transfers, 'transfer'));
  if (orders > 0) parts.push(`${counted(orders, 'order')} of new numbers`);
  return parts.join(' and ');
}

function doneInWords(setup: ListedSetup): string {
  const { requests, moving, wanted, given } = setup;
  const parts: string[] = [];
  if (requests > 0) parts.push(`${counted(moving, 'number')} in ${counted(requests, 'request')}`);
  if (wanted > 0) parts.push(`${count(given)} of ${counted(wanted, 'new number')} assigned`);
  const left = draftsInWords(setup);
  if (left) parts.push(`${left} not submitted yet`);
  return parts.join(', ');
}

function Pager({ total, page, name, other }: { total: number; page: number; name: string; other: string }) {
  const pages = Math.max(1, Math.ceil(total / SETUPS_PAGE));
  if (pages === 1) return null;
  const href = (to: number) => `${VOICE_SERVICES_PATH}?${name}=${to}&${other}`;
  return (
    <nav className={styles.pager} aria-label={`Pages, ${name === 'open' ? 'being set up' : 'done'}`}>
      <span>
        Page {count(page)} of {count(pages)}
      </span>
      {page > 1 && (
        <Link className={`${control.button} ${control.small}`} href={href(page - 1)}>
          Previous
        </Link>
      )}
      {page < pages && (
        <Link className={`${control.button} ${control.small}`} href={href(page + 1)}>
          Next
        </Link>
      )}
    </nav>
  );
}
