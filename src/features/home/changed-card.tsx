import type { ChangedOrder, Home } from '#data/home/home.ts';
import type { ColumnKey } from '#domain/columns.ts';
import { count, counted } from '#domain/counted.ts';
import { displayValue } from '#domain/display.ts';
import { CHANGE_LABELS, type FieldChange } from '#domain/order-changes.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import { DETAILED_FACTS, statusOf } from '#domain/status.ts';
import { Link } from '#ui/link.tsx';
import { StatusGlyph } from '#ui/status-glyph.tsx';
import { Card, Whose } from './card.tsx';
import styles from './home.module.css';
import type { HomeLinks } from './home-links.ts';

/** Of so many fields of an order it is told what they were and are. */
const CHANGES_SHOWN = 3;

/** What others did to the partner's orders since this person was here last, the latest first. */
export function ChangedCard({ changed, links }: { changed: Home['changed']; links: HomeLinks }) {
  const { since, firstVisit, orders, others, more } = changed;
  const when = firstVisit ? 'In the last seven days' : `Since your last visit, ${formatMoment(since)}`;
  return (
    <Card id="changed" title={firstVisit ? 'Changed lately' : 'Changed since your last visit'}>
      <p className={styles.since}>{orders.length === 0 ? `${when}: nothing.` : when}</p>
      {orders.length > 0 && (
        <ul>
          {orders.map((order) => (
            <Changed key={order.orderId} order={order} links={links} />
          ))}
        </ul>
      )}
      {(others > 0 || more) && (
        <p className={styles.more}>
          and {more && 'more than '}
          <Link href={links.report}>{count(others)} more orders</Link>
        </p>
      )}
    </Card>
  );
}

function Changed({ order, links }: { order: ChangedOrder; links: HomeLinks }) {
  const { company, accountId, requestId, numbers, detailedStatus, isNew, changes, note, at } = order;
  const told = changes.filter(({ field }) => field in CHANGE_LABELS && field !== 'order');
  return (
    <li className={styles.row}>
      <div className={styles.rowHead}>
        <h3 className={styles.withGlyph}>
          <StatusGlyph status={statusOf(detailedStatus)} />
          <Link className={styles.whole} href={links.request({ ...order, waits: false })}>
            {isNew ? `New: ${DETAILED_FACTS[detailedStatus].label}` : titleOf(order)}
          </Link>
        </h3>
        <time className={styles.age} dateTime={at.toISOString()}>
          {formatMoment(at)}
        </time>
      </div>
      <Whose company={company} accountId={accountId}>
        request {requestId} · {counted(numbers, 'number')}
      </Whose>
      {!isNew && told.length > 0 && (
        <ul className={styles.changes}>
          {told.slice(0, CHANGES_SHOWN).map((change) => (
            <Change key={change.field} change={change} />
          ))}
          {told.length > CHANGES_SHOWN && <li>and {counted(told.length - CHANGES_SHOWN, 'more field')}</li>}
        </ul>
      )}
      {note && (
        <p className={styles.note}>
          “{note.text}” <span>{note.by}</span>
        </p>
      )}
    </li>
  );
}

function titleOf({ detailedStatus, changes, note }: ChangedOrder): string {
  if (changes.some(({ field }) => field === 'detailedStatus')) return DETAILED_FACTS[detailedStatus].label;
  const dated = changes.find(({ field }) => field === 'focOn' || field === 'estimatedOn');
  if (dated) return dated.field === 'focOn' ? 'New confirmed date' : 'New estimated date';
  if (changes.some(({ field }) => field === 'numbers' || field === 'order')) return 'Numbers came or went';
  if (changes.length > 0) return 'Details changed';
  return note ? 'A note' : 'Changed and put back';
}

function Change({ change: { field, from, to } }: { change: FieldChange }) {
  const [was, is] = [shown(field, from), shown(field, to)];
  return (
    <li>
      <span>{CHANGE_LABELS[field] ?? field}</span> {was && <del>{was}</del>}
      {was && is && <span aria-hidden="true"> → </span>}
      {is && <ins>{is}</ins>}
    </li>
  );
}

function shown(field: string, value: unknown): string {
  return displayValue(field as ColumnKey, value as string | null);
}
