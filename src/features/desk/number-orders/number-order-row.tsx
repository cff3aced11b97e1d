'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState, useTransition } from 'react';
import type { NumberOrderDecided } from '#data/number-orders/decided.ts';
import type { ListedNumberOrder } from '#data/number-orders/listed-number-order.ts';
import { counted } from '#domain/counted.ts';
import { wantedInWords } from '#domain/number-order.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { formatPhoneNumber } from '#domain/phone-number.ts';
import { sortPasted } from '#domain/sort-pasted.ts';
import type { ActionResult } from '#server/action.ts';
import { useAlive } from '#ui/anchor.tsx';
import { Banner } from '#ui/banner.tsx';
import control from '#ui/control.module.css';
import move from '../move/move.module.css';
import { PasteNumbers } from '../numbers/paste-numbers.tsx';
import { fulfil, refuse } from './actions.ts';
import styles from './number-orders.module.css';

/** One order of new numbers: who asks for what; giving the numbers and refusing unfold below it. */
export function NumberOrderRow({ order: given }: { order: ListedNumberOrder }) {
  const id = useId();
  const alive = useAlive();
  const router = useRouter();
  // As it is by now, once somebody else was faster.
  const [order, setOrder] = useState(given);
  const [doing, setDoing] = useState<'fulfil' | 'refuse' | null>(null);
  const [list, setList] = useState('');
  const [because, setBecause] = useState('');
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [said, setSaid] = useState<string | null>(null);
  const [pending, begin] = useTransition();
  const sorted = sortPasted(list, () => null);
  const seen = { partnerId: order.partnerId, id: order.id, version: order.version };
  const company = order.account.company ?? order.account.id;

  const send = (event: FormEvent, call: () => Promise<ActionResult<NumberOrderDecided>>) => {
    event.preventDefault();
    if (pending) return;
    begin(async () => {
      const result = await call().catch(() => null);
      if (!result) return setProblems(['The connection failed. What you typed is still here: try again.']);
      if (!result.ok) {
        const { problem } = result;
        return setProblems([
          'reference' in problem ? `${problem.sentence} Reference ${problem.reference}.` : problem.sentence,
        ]);
      }
      const { value } = result;
      if (value.kind === 'refused') return setProblems(value.problems);
      setProblems([]);
      setOrder(value.order);
      if (value.kind === 'conflict') {
        return setSaid(
          `${value.order.decidedBy ?? 'Somebody'} was faster: here is how it is now. What you typed was not used.`,
        );
      }
      setDoing(null);
      setSaid(
        value.order.state === 'fulfilled'
          ? 'The numbers are given.'
          : 'It is refused; the partner reads why.',
      );
      router.refresh();
    });
  };

  return (
    <li className={styles.row} data-alive={alive ? '' : undefined}>
      <div className={styles.facts}>
        <div className={styles.what}>
          <b>
            {counted(order.quantity, 'number')}, {wantedInWords(order)}
          </b>
          <small>
            {order.partner} · <bdi>{company}</bdi> · {order.account.id}
          </small>
        </div>
        <p className={styles.when}>
          Asked for by {order.actor}, {formatMoment(order.requestedAt)}
          {order.decidedAt && (
            <>
              <br />
              {order.state === 'fulfilled' ? 'Given' : 'Refused'} by {order.decidedBy},{' '}
              {formatMoment(order.decidedAt)}
            </>
          )}
        </p>
        {order.state === 'requested' && doing === null && (
          <span className={styles.acts}>
            <button
              type="button"
              className={`${control.button} ${control.small}`}
              aria-label={`Give the numbers of N${order.id}, ${company}`}
              onClick={() => setDoing('fulfil')}
            >
              Give numbers
            </button>
            <button
              type="button"
              className={`${control.button} ${control.small} ${control.subtle}`}
              aria-label={`Refuse N${order.id}, ${company}`}
              onClick={() => setDoing('refuse')}
            >
              Refuse
            </button>
          </span>
        )}
      </div>
      {order.state === 'fulfilled' && (
        <p className={styles.result}>{order.phones.map(formatPhoneNumber).join(', ')}</p>
      )}
      {order.state === 'refused' && <p className={styles.result}>{order.because}</p>}
      <div aria-live="polite">
        {said && <Banner tone={said.includes('faster') ? 'wait' : 'ok'}>{said}</Banner>}
      </div>
      {order.state === 'requested' && doing !== null && (
        <form
          className={styles.form}
          aria-label={doing === 'fulfil' ? 'Give the numbers' : 'Refuse'}
          noValidate
          onSubmit={(event) =>
            send(event, () =>
              doing === 'fulfil' ? fulfil({ order: seen, pasted: list }) : refuse({ order: seen, because }),
            )
          }
        >
          {doing === 'fulfil' ? (
            <PasteNumbers
              label={`${counted(order.quantity, 'number')} for ${company}`}
              rows={6}
              value={list}
              sorted={sorted}
              goodWords={(good) => `${counted(good.length, 'number')} of ${order.quantity}`}
              onChange={(text) => {
                setList(text);
                setProblems([]);
              }}
            />
          ) : (
            <div className={control.field}>
              <label className={control.label} htmlFor={`${id}-because`}>
                Why not, for the partner to read
              </label>
              <textarea
                id={`${id}-because`}
                className={move.textarea}
                rows={3}
                value={because}
                onChange={(event) => {
                  setBecause(event.currentTarget.value);
                  setProblems([]);
                }}
              />
            </div>
          )}
          {problems.length > 0 && (
            <Banner tone="bad">
              <ul>
                {problems.map((problem) => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
            </Banner>
          )}
          <div className={styles.acts}>
            <button type="submit" className={`${control.button} ${control.primary}`} aria-busy={pending}>
              {doing === 'fulfil' ? `Give ${counted(sorted.good.length, 'number')}` : 'Refuse the order'}
            </button>
            <button
              type="button"
              className={`${control.button} ${control.subtle}`}
              onClick={() => {
                setDoing(null);
                setProblems([]);
              }}
            >
              Cancel
            </button>
          </div>
        </form>
      )}
    </li>
  );
}
