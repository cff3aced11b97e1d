'use client';

import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import { businessDaysSince } from '#domain/business-days.ts';
import { count, counted } from '#domain/counted.ts';
import { pacificDate } from '#domain/pacific-time.ts';
import type { RejectTurn } from '#domain/reject-reason.ts';
import { DETAILED_FACTS, STATUS_FACTS } from '#domain/status.ts';
import control from '#ui/control.module.css';
import { Link } from '#ui/link.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { StatusLabel } from '#ui/status-glyph.tsx';
import { TURN_WORDS } from '../words.ts';
import styles from './order-head.module.css';
import type { OrderView, QueuePlace } from './order-view.ts';
import { DESK_PATH, orderUrl } from './url.ts';

/** Which order it is, whose turn and since when, and the way to its neighbours in the queue. */
export function OrderHead({ view }: { view: OrderView }) {
  const { order, context, url, reasons } = view;
  const queue = useQueuePlace(view.queue, order.version);
  const { label, status, turn } = DETAILED_FACTS[order.detailedStatus];
  // Whom a rejection asks for something is told by its reason, where that is a common one.
  const known =
    order.detailedStatus === 'rejected' ? reasons.find(({ reason }) => reason === order.rejectReason) : null;
  const days = businessDaysSince(pacificDate(order.statusSince), context.today, context.holidays);
  const crumbs = [{ label: 'Porting desk', href: DESK_PATH }, ...(queue ? [queue] : [])];
  return (
    <>
      <PageHeader crumbs={crumbs} title={`Order ${order.orderId}`}>
        {queue && <Neighbours queue={queue} from={url.from} />}
      </PageHeader>
      <p className={styles.status}>
        <span>
          <StatusLabel status={status}>{label}</StatusLabel>
        </span>
        {label !== STATUS_FACTS[status].label && <span>{STATUS_FACTS[status].label}</span>}
        <span>{known ? REJECTED_TURN[known.turn] : TURN_WORDS[turn]}</span>
        <span>{days === 0 ? 'since today' : `for ${counted(days, 'business day')}`}</span>
      </p>
    </>
  );
}

const REJECTED_TURN: Record<RejectTurn, string> = {
  partner: TURN_WORDS.partner,
  'porting-team': TURN_WORDS['porting-team'],
  carrier: 'the carrier’s turn',
};

function Neighbours({ queue, from }: { queue: QueuePlace; from: string | null }) {
  const hrefOf = (orderId: number) => orderUrl({ orderId, from });
  const { previous, next, at } = queue;
  return (
    <div className={styles.neighbours}>
      <span>{at ? placeWords(at) : `Not in ${queue.label} any more`}</span>
      <Neighbour name="Previous order" shortcut="k" href={previous === null ? null : hrefOf(previous)}>
        <IconChevronUp size={16} stroke={1.75} aria-hidden="true" />
      </Neighbour>
      <Neighbour name="Next order" shortcut="j" href={next === null ? null : hrefOf(next)}>
        <IconChevronDown size={16} stroke={1.75} aria-hidden="true" />
      </Neighbour>
    </div>
  );
}

/** `2 of 143`; of very many what is counted. */
function placeWords({ place, total }: NonNullable<QueuePlace['at']>): string {
  if (total === null) return '';
  return place === null ? counted(total, 'order') : `${count(place)} of ${count(total)}`;
}

type NeighbourProps = { name: string; shortcut: string; href: string | null; children: React.ReactNode };

function Neighbour({ name, shortcut, href, children }: NeighbourProps) {
  if (href === null) return null;
  return (
    <Link
      className={control.icon}
      href={href}
      aria-label={name}
      data-tip={name}
      data-tip-key={shortcut}
      data-key={shortcut}
    >
      {children}
    </Link>
  );
}

/**
 * An order that was changed may stand elsewhere in its queue, or in none of its places any more: it keeps the neighbours that
 * it had when it was opened, so that the work goes on with the next.
 */
function useQueuePlace(queue: QueuePlace | null, version: number): QueuePlace | null {
  const [had, setHad] = useState({ queue, version });
  if (version === had.version && queue?.at && queue !== had.queue) setHad({ queue, version });
  if (!queue || !had.queue || had.queue.href !== queue.href) return queue;
  if (version === had.version && queue.at) return queue;
  return { ...queue, previous: had.queue.previous, next: had.queue.next };
}
