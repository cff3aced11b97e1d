'use client';

import { IconClockExclamation, IconMessage } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import type { CalendarDate } from '#domain/calendar-date.ts';
import { count, counted } from '#domain/counted.ts';
import { DETAILED_FACTS, STATUS_FACTS, statusOf } from '#domain/status.ts';
import control from '#ui/control.module.css';
import { Link } from '#ui/link.tsx';
import { glyphInside, glyphOf } from '#ui/status-glyph.tsx';
import type { QueueItem } from '../view.ts';
import { nextDateWords } from '../words.ts';
import styles from './queue-table.module.css';

type QueueTableRowProps = {
  item: QueueItem;
  today: CalendarDate;
  href: string;
  selected: boolean;
  onToggle: (event: MouseEvent) => void;
};

/** One order of the table. */
export function QueueTableRow({ item, today, href, selected, onToggle }: QueueTableRowProps) {
  const status = statusOf(item.detailedStatus);
  const { label } = DETAILED_FACTS[item.detailedStatus];
  const next = nextDateWords(item, today);
  return (
    <tr
      className={styles.row}
      data-order={item.orderId}
      data-selected={selected ? '' : undefined}
      tabIndex={-1}
    >
      <td className={styles.check}>
        <label className={styles.tick}>
          <input
            type="checkbox"
            className={control.check}
            aria-label={`Select order ${item.orderId}`}
            checked={selected}
            readOnly
            onClick={onToggle}
          />
        </label>
      </td>
      <th scope="row" className={styles.order}>
        <Link className={styles.link} href={href} prefetch={false}>
          {item.orderId}
        </Link>
        <small>Request {item.requestId}</small>
      </th>
      <td className={styles.right}>
        <abbr title={`${counted(item.age, 'business day')}, since ${item.since}`}>{count(item.age)} d</abbr>
      </td>
      <td>
        <span className={`${styles.status} ${glyphOf(status)} ${glyphInside}`}>{label}</span>
        {(item.repliedAt !== null || STATUS_FACTS[status].label !== label) && (
          <small className={styles.under}>
            {STATUS_FACTS[status].label}
            {item.repliedAt && (
              <abbr className={styles.replied} title={`Partner replied ${item.repliedAt}`}>
                <IconMessage size={12} stroke={1.75} aria-hidden="true" />
                replied
              </abbr>
            )}
          </small>
        )}
      </td>
      <td className={styles.next}>
        {item.late === null ? (
          next.date
        ) : (
          <span className={styles.late}>
            <IconClockExclamation size={14} stroke={1.75} aria-hidden="true" />
            {next.date}
          </span>
        )}
        {next.more && <small>{next.more}</small>}
      </td>
      <td className={styles.partner}>{item.partner}</td>
      <td className={styles.account} data-clip="">
        {item.company}
        <small>{item.accountId}</small>
      </td>
      <td className={styles.right}>
        {count(item.numbers)}
        {item.type === 'toll-free' && <small>toll-free</small>}
      </td>
      <td className={styles.case}>{item.caseNumber}</td>
      <td className={styles.changed}>
        {item.changedBy !== null && (
          <>
            {item.changedBy}
            <small>{item.changedAt}</small>
          </>
        )}
      </td>
    </tr>
  );
}
