import { IconChevronRight } from '@tabler/icons-react';
import { PHONES_SHOWN, type RequestPart } from '#data/requests/view/read-request-view.ts';
import type { CalendarDate } from '#domain/calendar-date.ts';
import { count, counted } from '#domain/counted.ts';
import { followedDates, whereItIs, withoutIdentifiers } from '#domain/followed-order.ts';
import { formatPhoneNumber } from '#domain/phone-number.ts';
import { STATUS_FACTS, statusOf } from '#domain/status.ts';
import control from '#ui/control.module.css';
import { Link } from '#ui/link.tsx';
import { StatusLabel } from '#ui/status-glyph.tsx';
import styles from './request.module.css';
import { Stations } from './stations.tsx';
import { partUrl } from './url.ts';

/** Up to so many numbers of a request lie open from the beginning. */
const OPEN_UP_TO = 10;

/** Numbers that share one fate: where they are, their dates and what each means, and the numbers themselves. */
export function PartCard({
  part,
  place,
  today,
  path,
  whole,
}: {
  part: RequestPart;
  /** From 1, among the parts of the request. */
  place: number;
  today: CalendarDate;
  path: string;
  /** How many numbers the request has. */
  whole: number;
}) {
  const status = statusOf(part.detailedStatus);
  const dates = followedDates(part, today);
  const kind = part.type === 'toll-free' ? 'toll-free number' : 'number';
  return (
    <li className={styles.part} id={`part-${place}`}>
      <header className={styles.partHead}>
        <h3>{counted(part.numbers, kind)}</h3>
        <StatusLabel status={status} />
      </header>
      <p>{whereItIs(part.detailedStatus)}</p>
      {part.rejectReason && (
        <p className={styles.reason}>The carrier’s reason: {withoutIdentifiers(part.rejectReason)}</p>
      )}
      <Stations detailed={part.detailedStatus} />
      {dates.length > 0 && (
        <dl className={styles.dates}>
          {dates.map(({ label, when, meaning }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <b>{when}</b>
                <span>{meaning}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <details className={styles.numbers} open={whole <= OPEN_UP_TO || part.page > 1}>
        <summary>
          <IconChevronRight size={16} stroke={1.75} aria-hidden="true" />
          {part.numbers === 1 ? 'The number' : `The ${count(part.numbers)} numbers`}
          <span className="pp-vh">, {STATUS_FACTS[status].label}</span>
        </summary>
        <ul className={styles.phones}>
          {part.phones.map((phone) => (
            <li key={phone}>{formatPhoneNumber(phone)}</li>
          ))}
        </ul>
        <NumberPager part={part} place={place} path={path} />
      </details>
    </li>
  );
}

function NumberPager({ part, place, path }: { part: RequestPart; place: number; path: string }) {
  const { page, pages, numbers } = part;
  if (pages === 1) return null;
  const from = (page - 1) * PHONES_SHOWN + 1;
  return (
    <nav className={styles.pager} aria-label={`Pages of group ${place}`}>
      {page > 1 && (
        <Link className={control.button} href={partUrl(path, place, page - 1)}>
          Previous
        </Link>
      )}
      <span>
        {count(from)}–{count(Math.min(numbers, from + PHONES_SHOWN - 1))} of {count(numbers)}
      </span>
      {page < pages && (
        <Link className={control.button} href={partUrl(path, place, page + 1)}>
          Next
        </Link>
      )}
    </nav>
  );
}
