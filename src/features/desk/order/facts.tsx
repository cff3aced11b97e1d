import type { ReactNode } from 'react';
import { businessDaysSince } from '#domain/business-days.ts';
import type { CalendarDate } from '#domain/calendar-date.ts';
import { formatClockTime } from '#domain/clock-time.ts';
import { counted } from '#domain/counted.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { PRIORITY_LABELS } from '#domain/priority.ts';
import { isOpen } from '#domain/status.ts';
import { NextStep } from '../move/reason-field.tsx';
import { weekdayDate } from '../words.ts';
import styles from './facts.module.css';
import type { OrderView } from './order-view.ts';

/** The fields of an order in the words of the trade; what is not set says so, and why where there is a reason. */
export function Facts({ view }: { view: OrderView }) {
  const { order, context, reasons } = view;
  const { account, partner } = order;
  const tollFree = order.type === 'toll-free';
  const due = isOpen(order.detailedStatus) ? (order.focOn ?? order.estimatedOn) : null;
  const late = (date: CalendarDate | null) =>
    date !== null && date === due && date < context.today ? lateWords(date, context) : null;
  const known = reasons.find(({ reason }) => reason === order.rejectReason);
  return (
    <dl className={styles.facts}>
      <Fact term="Partner">{partner.name}</Fact>
      <Fact term="Account" under={[account.username, account.id].filter(Boolean).join(' · ')}>
        {account.companyName ?? account.username ?? account.id}
      </Fact>
      <Fact term="Request">{order.requestId}</Fact>
      <Fact term="FP case">{order.caseNumber}</Fact>
      <Fact term="Numbers">{`${counted(order.numbers, 'number')}, ${order.type}`}</Fact>
      <Fact term="Created">{day(order.createdOn)}</Fact>
      <Fact term="Submitted to carrier" none={tollFree ? NEVER : undefined}>
        {day(order.submittedOn)}
      </Fact>
      <Fact term="Estimated (EPD)" late={late(order.estimatedOn)}>
        {day(order.estimatedOn)}
      </Fact>
      <Fact term="Confirmed (FOC)" none={tollFree ? NEVER : undefined} late={late(order.focOn)}>
        {order.focOn &&
          `${weekdayDate(order.focOn)}${order.focTime ? `, ${formatClockTime(order.focTime)} PT` : ''}`}
      </Fact>
      <Fact term="Requested (CRD)" none={tollFree ? NEVER : undefined}>
        {day(order.requestedOn)}
      </Fact>
      {tollFree && <Fact term="Approved">{day(order.approvedOn)}</Fact>}
      <Fact term="Priority">{PRIORITY_LABELS[order.priority]}</Fact>
      <Fact term="Location">{order.location}</Fact>
      <Fact term="Coordinator">{order.coordinator}</Fact>
      <Fact
        term="Last changed"
        none="Not since it was made"
        under={order.changedBy && formatMoment(order.updatedAt)}
      >
        {order.changedBy}
      </Fact>
      {order.rejectReason && (
        <div className={styles.wide}>
          <dt>{order.detailedStatus === 'rejected' ? 'Reject reason' : 'Reject reason, answered'}</dt>
          <dd>
            {order.rejectReason}
            {known && order.detailedStatus === 'rejected' && <NextStep {...known} />}
          </dd>
        </div>
      )}
    </dl>
  );
}

function lateWords(date: CalendarDate, { today, holidays }: OrderView['context']): string {
  return `Late by ${counted(businessDaysSince(date, today, holidays), 'business day')}`;
}

const NEVER = 'Never for toll-free';

type FactProps = {
  term: string;
  children: ReactNode;
  /** A second, quieter line. */
  under?: string | null;
  /** What is said when it is not set. */
  none?: string;
  /** That its day is past. */
  late?: string | null;
};

function Fact({ term, children, under, none = 'Not set', late }: FactProps) {
  return (
    <div>
      <dt>{term}</dt>
      {children ? (
        <dd>
          {children}
          {under && <small>{under}</small>}
          {late && <em>{late}</em>}
        </dd>
      ) : (
        <dd className={styles.none}>{none}</dd>
      )}
    </div>
  );
}

function day(date: CalendarDate | null): string | null {
  return date && weekdayDate(date);
}
