import type { RequestView } from '#data/requests/view/read-request-view.ts';
import type { CalendarDate } from '#domain/calendar-date.ts';
import { count } from '#domain/counted.ts';
import { neededFromEndUser } from '#domain/followed-order.ts';
import { STATUS_FACTS } from '#domain/status.ts';
import { StatusLabel } from '#ui/status-glyph.tsx';
import { PartCard } from './part-card.tsx';
import styles from './request.module.css';
import { sentence } from './words.ts';

/** What there is to see of a request: where it is, what is needed, and each group of numbers that share a fate. */
export function RequestBody({
  view,
  today,
  path,
}: {
  view: RequestView;
  today: CalendarDate;
  /** The address that the pages of numbers are below. */
  path: string;
}) {
  const { status, summary, parts, numbers } = view;
  return (
    <>
      <section className={styles.lead} aria-label="Where it is">
        <p className={styles.status}>
          <StatusLabel status={status} />
          {status !== 'waiting-for-you' && <span>{STATUS_FACTS[status].meaning}</span>}
        </p>
        <p className={styles.summary}>{sentence(summary)}</p>
        <Needed view={view} />
      </section>
      <h2 className={styles.heading}>
        {numbers === 1 ? 'The number' : `The ${count(numbers)} numbers`}
        {parts.length > 1 && <span> in {parts.length} groups</span>}
      </h2>
      <ul className={styles.parts}>
        {parts.map((part, i) => (
          <PartCard
            key={part.phones[0]}
            part={part}
            place={i + 1}
            today={today}
            path={path}
            whole={numbers}
          />
        ))}
      </ul>
    </>
  );
}

function Needed({ view: { parts, provider } }: { view: RequestView }) {
  const asked = [
    ...new Set(parts.flatMap(({ detailedStatus, known }) => neededFromEndUser(detailedStatus, known) ?? [])),
  ];
  if (asked.length === 0) {
    return <p className={styles.nothing}>Nothing is needed from you now.</p>;
  }
  return (
    <div className={styles.needed}>
      <h2>What is needed from you</h2>
      {asked.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p className={styles.whom}>You answer to {provider}, who passes it on.</p>
    </div>
  );
}
