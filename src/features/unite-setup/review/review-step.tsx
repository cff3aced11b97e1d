'use client';

import { IconListCheck } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useRef, useState, useTransition } from 'react';
import type { SetupSubmitted } from '#data/setups/submit-setup.ts';
import { counted } from '#domain/counted.ts';
import { wantedInWords } from '#domain/number-order.ts';
import { setupPath } from '#domain/setup.ts';
import { useAlive } from '#ui/anchor.tsx';
import { Banner } from '#ui/banner.tsx';
import control from '#ui/control.module.css';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import card from '../card.module.css';
import { Frame } from '../frame.tsx';
import { submit } from '../submit-actions.ts';
import { problemInWords, UNREACHED } from '../words.ts';
import type { SetupReview } from './open-review.ts';
import { ReviewTransfer } from './review-transfer.tsx';
import { Submitted } from './submitted.tsx';

type Done = Extract<SetupSubmitted, { kind: 'submitted' }>;

/** Step 3: all that will be submitted, and what is in the way of it. */
export function ReviewStep({ review, report }: { review: SetupReview; report: string }) {
  const router = useRouter();
  const alive = useAlive();
  const top = useRef<HTMLDivElement>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [told, setTold] = useState<{ tone: 'bad' | 'wait' | 'ok'; lines: string[] } | null>(null);
  const [pending, begin] = useTransition();
  const { transfers, numberOrders, account } = review;
  const inTheWay = transfers.flatMap(({ problems }) => problems).length;
  const empty = transfers.length === 0 && numberOrders.length === 0;
  const numbers = transfers.reduce((sum, { local, tollFree }) => sum + local.length + tollFree.length, 0);

  const tell = (tone: 'bad' | 'wait' | 'ok', ...lines: string[]) => {
    setTold({ tone, lines });
    requestAnimationFrame(() => top.current?.focus());
  };
  const send = () => {
    if (pending) return;
    if (inTheWay > 0) return tell('bad', `${counted(inTheWay, 'thing')} to put right first: see below.`);
    begin(async () => {
      const good = transfers.map(({ transfer, local, tollFree }): [number, number] => [
        transfer.id,
        local.length + tollFree.length,
      ]);
      const result = await submit({ id: review.id, version: review.version, good }).catch(() => null);
      if (!result?.ok) return tell('bad', result ? problemInWords(result.problem) : UNREACHED);
      const { value } = result;
      if (value.kind === 'submitted') return setDone(value);
      if (value.kind === 'refused')
        tell('bad', 'Nothing was submitted.', ...value.problems.map(({ because }) => because));
      if (value.kind === 'conflict')
        tell(
          'wait',
          'It was changed elsewhere since you opened this page. Here is how it is now: look at it again.',
        );
      if (value.kind === 'nothing-new') tell('ok', 'All of it was submitted already.');
      router.refresh();
    });
  };

  if (done) return <Submitted done={done} review={review} report={report} />;
  return (
    <Frame
      setup={review}
      step="review"
      bar={
        <>
          <Link className={control.button} href={setupPath(review.id, 'numbers')}>
            Back
          </Link>
          <span className={card.grow} />
          {!empty && (
            <button
              type="button"
              className={`${control.button} ${control.primary}`}
              aria-busy={pending}
              onClick={send}
            >
              {numbers > 0 ? `Submit ${counted(numbers, 'number')}` : 'Submit the order'}
            </button>
          )}
        </>
      }
    >
      <div className={`${card.stack} ${card.narrow}`} data-alive={alive ? '' : undefined}>
        <div ref={top} tabIndex={-1} style={{ outline: 'none' }}>
          {told && (
            <Banner tone={told.tone}>
              {told.lines.slice(0, 20).map((line) => (
                <p key={line}>{line}</p>
              ))}
              {told.lines.length > 20 && <p>And {told.lines.length - 20} more.</p>}
            </Banner>
          )}
        </div>
        <section className={card.card} aria-labelledby="review-account">
          <div className={card.head}>
            <h2 id="review-account">Account</h2>
            <Link className={`${control.button} ${control.small}`} href={setupPath(review.id, 'account')}>
              Edit<span className="pp-vh"> the account</span>
            </Link>
          </div>
          <dl className={card.facts}>
            <dt>Company</dt>
            <dd>{account.company}</dd>
            <dt>Username</dt>
            <dd>{account.username}</dd>
            <dt>Account ID</dt>
            <dd>{account.id}</dd>
            <dt>Contact</dt>
            <dd>{review.contact}</dd>
          </dl>
        </section>
        {numberOrders.length > 0 && (
          <section className={card.card} aria-labelledby="review-new">
            <div className={card.head}>
              <h2 id="review-new">New numbers</h2>
              <Link className={`${control.button} ${control.small}`} href={setupPath(review.id, 'numbers')}>
                Edit<span className="pp-vh"> the new numbers</span>
              </Link>
            </div>
            <ul className={card.lead}>
              {numberOrders.map((order) => (
                <li key={order.id}>
                  {counted(order.quantity, 'number')}, {wantedInWords(order)}
                </li>
              ))}
            </ul>
          </section>
        )}
        {transfers.map((reviewed) => (
          <ReviewTransfer key={reviewed.transfer.id} setupId={review.id} reviewed={reviewed} />
        ))}
        {empty && (
          <div className={card.card}>
            <EmptyState
              icon={<IconListCheck size={22} stroke={1.5} aria-hidden="true" />}
              title={review.again ? 'There is nothing new to submit' : 'There is nothing to submit yet'}
              actions={
                <Link
                  className={`${control.button} ${control.primary}`}
                  href={setupPath(review.id, 'numbers')}
                >
                  Go to numbers
                </Link>
              }
            >
              Order new numbers in step 2, or paste those that shall move here. What was submitted before
              stands in the Porting Report.
            </EmptyState>
          </div>
        )}
      </div>
    </Frame>
  );
}
