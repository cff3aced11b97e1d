'use client';

import { IconChecks, IconMessage } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import type { OrderDetail } from '#data/orders/order.ts';
import { counted } from '#domain/counted.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { Banner } from '#ui/banner.tsx';
import control from '#ui/control.module.css';
import { handleReplies } from './actions.ts';
import { Message } from './history-event.tsx';
import styles from './replies.module.css';

/** What the partner wrote that nobody has dealt with yet, above all else of its order. */
export function Replies({ order }: { order: OrderDetail }) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const { replies, partnerId, orderId } = order;
  const [newest] = replies?.messages ?? [];
  if (!replies || !newest) return null;
  const deal = () =>
    start(async () => {
      setProblem(null);
      const asked = { order: { partnerId, orderId }, seen: newest.id };
      const result = await handleReplies(asked).catch(() => null);
      if (result === null) return setProblem('The connection failed. Try again.');
      if (!result.ok) return setProblem(result.problem.sentence);
      if (result.value.kind === 'newer')
        setProblem(`${order.partner.name} has written again meanwhile: read that first.`);
      router.refresh();
    });
  const more = replies.count - replies.messages.length;
  return (
    <section className={styles.replies} aria-labelledby="replies-title">
      <div className={styles.head}>
        <h2 id="replies-title">
          <IconMessage size={16} stroke={1.75} aria-hidden="true" />
          {order.partner.name} replied
        </h2>
        <p>
          {counted(replies.count, 'message')} waiting since {formatMoment(replies.since)}
        </p>
        <button type="button" className={control.button} aria-disabled={pending} onClick={deal}>
          <IconChecks size={16} stroke={1.75} aria-hidden="true" />
          {pending ? 'Noting' : 'Dealt with'}
        </button>
      </div>
      {problem && <Banner tone="bad">{problem}</Banner>}
      <ol className={styles.messages}>
        {replies.messages.map((event) => (
          <li key={event.id}>
            <p className={styles.by}>
              {event.actor}, <time dateTime={event.at.toISOString()}>{formatMoment(event.at)}</time>
            </p>
            <Message event={event} />
          </li>
        ))}
      </ol>
      {more > 0 && <p className={styles.by}>{counted(more, 'older message')} in the history below.</p>}
    </section>
  );
}
