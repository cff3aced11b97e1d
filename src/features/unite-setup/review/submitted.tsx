'use client';

import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { SetupSubmitted } from '#data/setups/submit-setup.ts';
import { counted } from '#domain/counted.ts';
import { setupPath, VOICE_SERVICES_PATH } from '#domain/setup.ts';
import control from '#ui/control.module.css';
import { Link } from '#ui/link.tsx';
import card from '../card.module.css';
import { Frame } from '../frame.tsx';
import type { SetupReview } from './open-review.ts';
import styles from './review.module.css';

type Done = Extract<SetupSubmitted, { kind: 'submitted' }>;

/** That it was submitted, what it has become, and what comes next. */
export function Submitted({ done, review, report }: { done: Done; review: SetupReview; report: string }) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    place.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  const waiting = done.requests.filter(({ hasLoa }) => !hasLoa);
  return (
    <Frame
      setup={review}
      step="review"
      bar={
        <>
          <Link className={control.button} href={VOICE_SERVICES_PATH}>
            All set-ups
          </Link>
          <span className={card.grow} />
          <Link className={`${control.button} ${control.primary}`} href={report}>
            Follow it in the Porting Report
          </Link>
        </>
      }
    >
      <section
        ref={place}
        tabIndex={-1}
        className={`${card.card} ${card.narrow} ${styles.done}`}
        aria-labelledby="submitted-title"
      >
        <div className={card.stack}>
          <div>
            <h2 id="submitted-title" className={card.row}>
              <IconCircleCheck size={20} stroke={1.75} aria-hidden="true" />
              Submitted
            </h2>
            <p className={card.lead}>
              The porting team has it. You need not do anything but what is named here.
            </p>
          </div>
          <ul className={styles.made} aria-label="What it has become">
            {done.requests.map(({ requestId, carrier, orders, hasLoa }) => (
              <li key={requestId}>
                <b>
                  Request {requestId}, from {carrier}
                </b>
                : {orders.map(({ type, numbers }) => counted(numbers, `${type} number`)).join(' and ')},{' '}
                {hasLoa ? 'Received LOA' : 'Waiting for LOA'}.
              </li>
            ))}
            {done.numberOrders > 0 && (
              <li>
                <b>{counted(done.numberOrders, 'order')} of new numbers</b>: the porting team assigns them;
                they appear in step 2.
              </li>
            )}
          </ul>
          {waiting.length > 0 && (
            <p className={card.lead}>
              <Link href={setupPath(review.id, 'numbers')}>Upload the signed LOA in step 2</Link> when you
              have it. Until then {waiting.length === 1 ? 'that request waits' : 'those requests wait'}.
            </p>
          )}
          {done.leftOver > 0 && (
            <p className={card.lead}>
              What was left out is kept: <Link href={setupPath(review.id, 'numbers')}>mend it in step 2</Link>{' '}
              and submit it as well.
            </p>
          )}
        </div>
      </section>
    </Frame>
  );
}
