import type { AdminEvent } from '#data/admin/list-admin-events.ts';
import {
  ADMIN_EVENT_KINDS,
  ADMIN_EVENT_LABELS,
  ADMIN_NOUN_LABELS,
  ADMIN_NOUNS,
} from '#domain/admin-event.ts';
import control from '#ui/control.module.css';
import { Link } from '#ui/link.tsx';
import styles from '../admin.module.css';
import { AdminPage } from '../admin-page.tsx';
import { FilterForm, FilterSelect } from '../filter-form.tsx';
import { HISTORY_PATH, type HistoryUrl, historyUrl } from '../url.ts';
import { EventList } from './event-list.tsx';

/** What leads did to partners, accounts, users, holidays and reasons: the newest first, by kind. */
export function HistoryScreen({
  list: { events, next },
  asked: { kind, before },
}: {
  list: { events: readonly AdminEvent[]; next: number | null };
  asked: HistoryUrl;
}) {
  return (
    <AdminPage at={HISTORY_PATH}>
      <FilterForm action={HISTORY_PATH} label="History">
        <FilterSelect name="kind" label="What was done" value={kind} all="Everything" options={KINDS} />
      </FilterForm>
      <div className={styles.card}>
        <EventList events={events} narrowed={kind !== null} />
        {(before !== null || next !== null) && (
          <nav className={styles.pager} aria-label="Pages">
            <span />
            <span>
              {before !== null && (
                <Link className={control.button} href={historyUrl({ kind })}>
                  Newest
                </Link>
              )}
              {next !== null && (
                <Link className={control.button} href={historyUrl({ kind, before: next })}>
                  Older
                </Link>
              )}
            </span>
          </nav>
        )}
      </div>
    </AdminPage>
  );
}

const KINDS = ADMIN_NOUNS.flatMap((noun) => {
  const group = ADMIN_NOUN_LABELS[noun];
  const kinds = ADMIN_EVENT_KINDS.filter((kind) => kind.startsWith(`${noun}-`));
  return [
    { value: noun, label: `${group}: everything`, group },
    ...kinds.map((kind) => ({ value: kind, label: ADMIN_EVENT_LABELS[kind], group })),
  ];
});
