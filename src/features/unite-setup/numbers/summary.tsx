import { IconClock, IconFileText, IconSignature } from '@tabler/icons-react';
import { count } from '#domain/counted.ts';
import { Link } from '#ui/link.tsx';
import card from '../card.module.css';
import styles from './summary.module.css';

type SummaryProps = {
  newNumbers: number;
  transferring: number;
  leftOut: number;
  submitted: number;
  report: string;
};

/** What there is so far, and what will be needed. */
export function Summary({ newNumbers, transferring, leftOut, submitted, report }: SummaryProps) {
  return (
    <aside className={`${card.card} ${card.side}`} aria-label="Summary">
      <h3 className={styles.title}>So far</h3>
      <dl className={styles.counts}>
        <div>
          <dt>New numbers</dt>
          <dd>{count(newNumbers)}</dd>
        </div>
        <div>
          <dt>To transfer</dt>
          <dd>{count(transferring)}</dd>
        </div>
        <div>
          <dt>Left out</dt>
          <dd>{count(leftOut)}</dd>
        </div>
        {submitted > 0 && (
          <div>
            <dt>Submitted</dt>
            <dd>{count(submitted)}</dd>
          </div>
        )}
      </dl>
      <hr className={card.rule} />
      <h3 className={styles.title}>What you will need</h3>
      <ul className={styles.needs}>
        <li>
          <IconFileText size={16} stroke={1.75} aria-hidden="true" />A bill of the last 30 days
        </li>
        <li>
          <IconSignature size={16} stroke={1.75} aria-hidden="true" />
          An LOA that the account holder signed
        </li>
        <li>
          <IconClock size={16} stroke={1.75} aria-hidden="true" />1 to 4 weeks. Local numbers move at 10:00 AM
          PT.
        </li>
      </ul>
      <p className={styles.after}>
        Once submitted, each number stands in the <Link href={report}>Porting Report</Link>.
      </p>
    </aside>
  );
}
