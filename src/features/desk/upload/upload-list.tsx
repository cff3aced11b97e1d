import { IconFileImport, IconUpload } from '@tabler/icons-react';
import type { UploadList as List } from '#data/uploads/list-uploads.ts';
import type { Upload } from '#data/uploads/upload.ts';
import { count } from '#domain/counted.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { countsInWords } from './sentences.ts';
import styles from './upload.module.css';
import list from './upload-list.module.css';
import { IMPORT_PATH, listUrl, NEW_UPLOAD_PATH, stepOf, stepUrl } from './url.ts';

/** The lists that carriers sent, the newest first: who took them in, when, and what came of each. */
export function UploadList({
  list: { uploads, next },
  first,
  reports,
}: {
  list: List;
  /** Whether it begins with the newest. */
  first: boolean;
  /** Where full reports are imported; null for who may not. */
  reports: string | null;
}) {
  return (
    <div className={styles.page}>
      <PageHeader crumbs={[{ label: 'Porting desk', href: '/desk' }]} title="Lists from carriers">
        <span className={styles.actions}>
          {reports !== null && (
            <Link className={control.button} href={reports}>
              <IconFileImport size={16} stroke={1.75} aria-hidden="true" />
              Full report
            </Link>
          )}
          <Link className={`${control.button} ${control.primary}`} href={NEW_UPLOAD_PATH}>
            <IconUpload size={16} stroke={1.75} aria-hidden="true" />
            Upload a list
          </Link>
        </span>
      </PageHeader>
      <div className={styles.card}>
        {uploads.length === 0 ? (
          <EmptyState
            icon={<IconFileImport size={22} stroke={1.5} aria-hidden="true" />}
            title={first ? 'No list has been uploaded yet' : 'There are no earlier lists'}
          >
            A carrier’s list of status updates, as CSV or Excel, changes many orders at once. You see what
            every row will do before anything changes; the list and what came of it stay here.
          </EmptyState>
        ) : (
          <ul className={list.uploads} aria-label="Lists, newest first">
            {uploads.map((upload) => (
              <Entry key={upload.id} upload={upload} />
            ))}
          </ul>
        )}
      </div>
      {(!first || next) && (
        <nav className={styles.pager} aria-label="Pages">
          {!first && (
            <Link className={control.button} href={IMPORT_PATH}>
              Newest
            </Link>
          )}
          {next && (
            <Link className={control.button} href={listUrl(next)}>
              Older
            </Link>
          )}
        </nav>
      )}
    </div>
  );
}

function Entry({ upload }: { upload: Upload }) {
  const { id, fileName, records, actor, at, state } = upload;
  return (
    <li className={list.upload}>
      <div>
        <Link className={list.name} href={stepUrl(id, stepOf(state))}>
          {fileName}
        </Link>
        <p>
          {count(records)} {records === 1 ? 'row' : 'rows'}, {actor}, {formatMoment(at)}
        </p>
      </div>
      <p className={list.result} data-open={state === 'applied' || state === 'undone' ? undefined : ''}>
        {resultOf(upload)}
      </p>
    </li>
  );
}

/** What came of an upload so far, or what it waits for. */
function resultOf({ state, counts }: Upload): string {
  if (state === 'to-map') return 'Columns not mapped yet';
  if (state === 'undone') return 'Undone';
  const words = countsInWords(counts ?? {});
  if (state === 'applying') return 'Applied in part';
  return state === 'previewed' ? `Preview: ${words}` : words;
}
