'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, startTransition, useOptimistic, useState } from 'react';
import { formatPhoneNumber, parsePhoneNumber } from '#domain/phone-number.ts';
import control from '#ui/control.module.css';
import { Link } from '#ui/link.tsx';
import styles from './history.module.css';
import { HistoryEvent } from './history-event.tsx';
import { NoteForm } from './note-form.tsx';
import screen from './order-screen.module.css';
import type { OrderView } from './order-view.ts';
import { HISTORY_KINDS, type HistoryKind, orderUrl } from './url.ts';

const KINDS: Record<HistoryKind, string> = { all: 'All', changes: 'Changes', notes: 'Notes' };

/** All that happened to the order, or to one of its numbers in whatever orders it was; the newest first. */
export function History({ view }: { view: OrderView }) {
  const { order, url, history } = view;
  return (
    <section className={screen.card} aria-labelledby="history-title">
      <div className={screen.head}>
        <h2 id="history-title">{url.phone ? `History of ${formatPhoneNumber(url.phone)}` : 'History'}</h2>
        {url.phone ? (
          <Link href={orderUrl({ ...url, phone: null })} scroll={false}>
            All of order {order.orderId}
          </Link>
        ) : (
          <KindChoice view={view} />
        )}
      </div>
      {!url.phone && <NoteForm order={order} />}
      {history.entries.length === 0 ? (
        <p className={screen.quiet}>{NOTHING[url.phone ? 'number' : url.history]}</p>
      ) : (
        <ol className={styles.history}>
          {history.entries.map((event) => (
            <HistoryEvent
              key={event.id}
              event={event}
              partner={order.partner.name}
              elsewhere={
                event.orderId === order.orderId ? null : orderUrl({ orderId: event.orderId, from: url.from })
              }
            />
          ))}
        </ol>
      )}
      {(history.older !== null || url.before !== null) && (
        <nav className={styles.pager} aria-label="Pages of the history">
          {url.before !== null && (
            <Link
              className={`${control.button} ${control.small}`}
              href={orderUrl({ ...url, before: null })}
              scroll={false}
            >
              Newest
            </Link>
          )}
          {history.older !== null && (
            <Link
              className={`${control.button} ${control.small}`}
              href={orderUrl({ ...url, before: history.older })}
              scroll={false}
            >
              Older
            </Link>
          )}
        </nav>
      )}
      <NumberLookup view={view} />
    </section>
  );
}

const NOTHING: Record<HistoryKind | 'number', string> = {
  all: 'Nothing has happened to this order yet.',
  changes: 'Nothing of this order has been changed yet.',
  notes: 'Nobody has written a note yet.',
  number: 'This request never had that number.',
};

function KindChoice({ view: { url } }: { view: OrderView }) {
  const router = useRouter();
  const [chosen, setChosen] = useOptimistic(url.history);
  const choose = (history: HistoryKind) =>
    startTransition(() => {
      setChosen(history);
      router.replace(orderUrl({ ...url, history, before: null }), { scroll: false });
    });
  return (
    <fieldset className={control.segments}>
      <legend className="pp-vh">What is shown of the history</legend>
      {HISTORY_KINDS.map((kind) => (
        <label key={kind}>
          <input type="radio" name="history" checked={chosen === kind} onChange={() => choose(kind)} />
          {KINDS[kind]}
        </label>
      ))}
    </fieldset>
  );
}

/** Follows one number through the orders that it was in. */
function NumberLookup({ view: { url } }: { view: OrderView }) {
  const router = useRouter();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState(false);
  const look = (event: FormEvent) => {
    event.preventDefault();
    const phone = parsePhoneNumber(text);
    setProblem(phone === null);
    if (phone) router.push(orderUrl({ ...url, phone, before: null }), { scroll: false });
  };
  return (
    <form className={styles.lookup} noValidate onSubmit={look}>
      <label className={control.label} htmlFor="number-history">
        Follow one number through splits
      </label>
      <div className={screen.buttons}>
        <input
          id="number-history"
          className={control.input}
          value={text}
          inputMode="tel"
          placeholder="(415) 555-0140"
          aria-invalid={problem || undefined}
          data-invalid={problem ? '' : undefined}
          aria-describedby={problem ? 'number-history-problem' : undefined}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setProblem(false);
          }}
        />
        <button type="submit" className={control.button}>
          Show its history
        </button>
      </div>
      {problem && (
        <p id="number-history-problem" role="alert" className={control.error}>
          That is no telephone number of North America.
        </p>
      )}
    </form>
  );
}
