import { IconAlertCircle } from '@tabler/icons-react';
import { counted } from '#domain/counted.ts';
import { setupPath, TIMING_LABELS } from '#domain/setup.ts';
import control from '#ui/control.module.css';
import { Link } from '#ui/link.tsx';
import card from '../card.module.css';
import { listed } from '../words.ts';
import type { ReviewedTransfer } from './open-review.ts';
import styles from './review.module.css';

/** One transfer as it will be submitted: which orders it becomes, what goes with it, and what is in the way. */
export function ReviewTransfer({ setupId, reviewed }: { setupId: number; reviewed: ReviewedTransfer }) {
  const { transfer, local, tollFree, leftOut, problems } = reviewed;
  const title = `review-${transfer.id}`;
  const loa = transfer.documents.filter(({ kind }) => kind === 'loa');
  const bill = transfer.documents.filter(({ kind }) => kind === 'bill');
  const start = loa.length > 0 ? 'Received LOA' : 'Waiting for LOA';
  return (
    <section className={card.card} aria-labelledby={title}>
      <div className={card.head}>
        <h2 id={title}>From {transfer.carrier || 'a carrier without a name'}</h2>
        <Link className={`${control.button} ${control.small}`} href={setupPath(setupId, 'numbers')}>
          Edit<span className="pp-vh"> the transfer from {transfer.carrier}</span>
        </Link>
      </div>
      {problems.length > 0 && (
        <ul className={styles.problems} aria-label="To put right">
          {problems.map(({ because }) => (
            <li key={because}>
              <IconAlertCircle size={14} stroke={1.75} aria-hidden="true" />
              {because}
            </li>
          ))}
        </ul>
      )}
      <dl className={card.facts}>
        {local.length > 0 && (
          <>
            <dt>{counted(local.length, 'local number')}</dt>
            <dd>{listed(local, 8)}</dd>
          </>
        )}
        {tollFree.length > 0 && (
          <>
            <dt>{counted(tollFree.length, 'toll-free number')}</dt>
            <dd>{listed(tollFree, 8)}</dd>
          </>
        )}
        <dt>Becomes</dt>
        <dd>
          One request with {local.length > 0 && tollFree.length > 0 ? 'two orders' : 'one order'}, in {start}
        </dd>
        <dt>Account number</dt>
        <dd>{transfer.accountNumber ?? 'Not given'}</dd>
        <dt>PIN</dt>
        <dd>{transfer.pin ?? 'Not given'}</dd>
        <dt>Service address</dt>
        <dd>{transfer.serviceAddress || 'Not given'}</dd>
        <dt>Authorized name</dt>
        <dd>{transfer.authorisedName || 'Not given'}</dd>
        {local.length > 0 && (
          <>
            <dt>When</dt>
            <dd>{transfer.timing ? TIMING_LABELS[transfer.timing] : 'Not chosen'}</dd>
          </>
        )}
        <dt>Signed LOA</dt>
        <dd>
          {loa.length > 0 ? loa.map(({ fileName }) => fileName).join(', ') : 'Later: the orders wait for it'}
        </dd>
        <dt>Bill</dt>
        <dd>{bill.length > 0 ? bill.map(({ fileName }) => fileName).join(', ') : 'None'}</dd>
      </dl>
      {leftOut.length > 0 && (
        <p className={styles.leftOut}>
          <b>{counted(leftOut.length, 'entry', 'entries')} left out.</b> They stay in step 2, where you can
          mend and submit them later:{' '}
          {listed(
            leftOut.map(({ text }) => text),
            5,
          )}
          .
        </p>
      )}
    </section>
  );
}
