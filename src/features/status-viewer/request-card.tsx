import { IconChevronRight } from '@tabler/icons-react';
import type { RequestOverview } from '#data/requests/list-requests.ts';
import { formatCalendarDate } from '#domain/calendar-date.ts';
import { count } from '#domain/counted.ts';
import { formatPhoneNumber } from '#domain/phone-number.ts';
import { DETAILED_FACTS } from '#domain/status.ts';
import { Link } from '#ui/link.tsx';
import { StatusLabel } from '#ui/status-glyph.tsx';
import styles from './status-viewer.module.css';
import { requestUrl } from './url.ts';
import { sentence } from './words.ts';

/** One request of the list: where it is, what is needed, its dates. All of it leads to its page. */
export function RequestCard({ request }: { request: RequestOverview }) {
  const { id, status, summary, numbers, needed, hits } = request;
  return (
    <li className={styles.card}>
      <article aria-labelledby={`request-${id}`}>
        <header className={styles.head}>
          <h2 id={`request-${id}`}>
            <Link className={styles.whole} href={requestUrl(id)}>
              Request {id}
            </Link>
          </h2>
          <StatusLabel status={status} />
        </header>
        <p className={styles.summary}>{sentence(summary)}</p>
        {needed.map((text) => (
          <p key={text} className={styles.needed}>
            {text}
          </p>
        ))}
        {hits.length > 0 && (
          <ul className={styles.hits} aria-label="Numbers that match">
            {hits.map(({ phone, detailedStatus }) => (
              <li key={phone}>
                <span className={styles.phone}>{formatPhoneNumber(phone)}</span>
                <StatusLabel status={DETAILED_FACTS[detailedStatus].status} />
              </li>
            ))}
          </ul>
        )}
        <dl className={styles.facts}>
          <Fact term="Numbers" value={count(numbers)} />
          <Fact term="Created" value={request.createdOn && formatCalendarDate(request.createdOn)} />
          <Fact
            term="Estimated date"
            value={request.estimatedOn && formatCalendarDate(request.estimatedOn)}
          />
          <Fact term="Confirmed date" value={request.focOn && formatCalendarDate(request.focOn)} />
        </dl>
        <IconChevronRight className={styles.chevron} size={16} stroke={1.75} aria-hidden="true" />
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
