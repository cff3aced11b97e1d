import { IconAlertTriangle, IconBan } from '@tabler/icons-react';
import type { UploadRows } from '#data/uploads/list-upload-rows.ts';
import type { CarrierMapping } from '#domain/carrier-list/mapping.ts';
import { formatPhoneNumber, parsePhoneNumber } from '#domain/phone-number.ts';
import { Link } from '#ui/link.tsx';
import { Effect } from './effect.tsx';
import styles from './row-table.module.css';

type Row = UploadRows['rows'][number];

/** Rows of a list: what each names, the order that it is of, and what becomes of it. */
export function RowTable({ rows: { rows, upload }, name }: { rows: UploadRows; name: string }) {
  return (
    <table className={styles.table} aria-label={name}>
      <thead>
        <tr>
          <th scope="col">Row</th>
          <th scope="col">Order</th>
          <th scope="col">What becomes of it</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.record}>
            <td className={styles.record}>{row.record}</td>
            <th scope="row">
              <Named row={row} named={namedBy(row, upload.headers, upload.mapping ?? {})} />
            </th>
            <td>
              <Fate row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Named({ row: { order }, named }: { row: Row; named: string }) {
  return (
    <>
      <span className={styles.named}>{named}</span>
      {order && (
        <small>
          <Link href={`/desk/orders/${order.orderId}`}>Order {order.orderId}</Link>, request {order.requestId}
          , {order.partner}
        </small>
      )}
    </>
  );
}

function Fate({ row }: { row: Row }) {
  const { outcome, because, warning, changes } = row;
  return (
    <>
      {because !== null && (
        <p className={outcome === 'kept' ? styles.warned : styles.refused}>
          <IconBan size={16} stroke={1.75} aria-hidden="true" />
          {because}
        </p>
      )}
      {outcome === 'unchanged' && <p className={styles.nothing}>Nothing new: it is so already.</p>}
      {outcome === 'undone' && <p className={styles.nothing}>Undone: it is as it was before.</p>}
      {outcome === 'ready' && changes.length === 0 && (
        <p className={styles.warned}>
          <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
          The order has been changed since this preview. Preview the list again.
        </p>
      )}
      {changes.length > 0 && outcome !== 'undone' && <Effect changes={changes} />}
      {warning !== null && (
        <p className={styles.warned}>
          <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
          {warning}
        </p>
      )}
    </>
  );
}

/** The words by which a row names its order: the first of number, order and request that it has. */
function namedBy({ cells }: Row, headers: readonly string[], mapping: CarrierMapping): string {
  const cell = (header: string | undefined) =>
    header === undefined ? '' : (cells[headers.indexOf(header)] ?? '').trim();
  const phone = cell(mapping.phone);
  if (phone !== '') return formatted(phone);
  const order = cell(mapping.orderId);
  if (order !== '') return /^\d+$/.test(order) ? `Order ${order}` : order;
  const request = cell(mapping.requestId);
  return /^\d+$/.test(request) ? `Request ${request}` : request;
}

function formatted(text: string): string {
  const phone = parsePhoneNumber(text);
  return phone ? formatPhoneNumber(phone) : text;
}
