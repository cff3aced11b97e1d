import type { RequestView } from '#data/requests/view/read-request-view.ts';
import { formatMoment, pacificDate } from '#domain/pacific-time.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { RequestBody } from './request-body.tsx';
import styles from './status-viewer.module.css';
import { requestUrl, STATUS_PATH } from './url.ts';

/** One request of its account, for an end user who is signed in. */
export function RequestScreen({ view }: { view: RequestView }) {
  return (
    <div className={styles.page}>
      <PageHeader crumbs={[{ label: 'Porting status', href: STATUS_PATH }]} title={`Request ${view.id}`}>
        As of {formatMoment(view.asOf)}
      </PageHeader>
      <RequestBody view={view} today={pacificDate(view.asOf)} path={requestUrl(view.id)} />
      <p className={styles.notice}>
        Confidential, for the authorized contacts of your account alone. Dates and times are Pacific. For
        anything that is not here, ask {view.provider} and name request {view.id}.
      </p>
    </div>
  );
}
