import type { RowOutcome } from '#domain/carrier-list/outcome.ts';
import type { Move } from '#domain/moves.ts';
import { changesBetween, type FieldChange, mergeChanges, type OrderRef } from '#domain/order-changes.ts';
import { pacificDate } from '#domain/pacific-time.ts';
import type { Viewer } from '#domain/viewer.ts';
import { decide } from '../../orders/engine/decide.ts';
import { readOrders } from '../../orders/engine/read-orders.ts';
import { readContext } from '../../orders/engine/staff.ts';
import type { NamedOrder } from '../../orders/order.ts';
import type { Query } from '../../tenant.ts';
import type { Upload } from '../upload.ts';
import { OUTCOME, queryRows, ROWS, WARNED } from './count-rows.ts';

/**
 * A row of a list and what becomes of it. `changes` are those of its whole order: what will change, or did. `order` is null
 * where none was found.
 */
export type UploadedRow = {
  record: number;
  cells: string[];
  order: (NamedOrder & { numbers: number }) | null;
  outcome: RowOutcome;
  because: string | null;
  warning: string | null;
  changes: FieldChange[];
};

type Row = Omit<UploadedRow, 'order' | 'changes'> & {
  partnerId: number | null;
  orderId: number | null;
  version: number | null;
  target: Move | null;
};

/** Rows of an upload under a condition over r (its rows) and o (their orders in its act), in the order of the file. */
export async function selectRows(
  query: Query,
  viewer: Viewer,
  upload: Upload,
  condition: string,
  values: readonly unknown[],
): Promise<UploadedRow[]> {
  const actId = upload.act?.id ?? null;
  const rows = await queryRows<Row>(
    query,
    `SELECT r.record, r.cells, r.partner_id AS "partnerId", r.order_id AS "orderId", o.version, o.target,
       ${OUTCOME} AS outcome, coalesce(r.because, o.because) AS because, CASE WHEN ${WARNED} THEN r.warning END AS warning
     FROM ${ROWS} ${condition}`,
    [upload.id, actId, ...values],
  );
  const refs = refsOf(rows);
  const orders = await readOrders(query, refs);
  const done = actId === null ? new Map() : await changesDone(query, actId, refs);
  const context = await readContext(query, viewer, pacificDate(upload.act?.at ?? upload.at));
  return rows.map(({ partnerId: _, orderId, version, target, ...row }): UploadedRow => {
    const found = orderId === null ? undefined : orders.get(orderId);
    if (!found) return { ...row, order: null, changes: [] };
    const { state, requestId, partner, company, partnerId } = found;
    const order = { orderId: found.orderId, partnerId, requestId, partner, company, numbers: state.numbers };
    if (row.outcome !== 'ready') return { ...row, order, changes: done.get(orderId) ?? [] };
    // Of an order that somebody has changed since, the preview's own changes are not known any more.
    const decision = target && found.version === version ? decide(found, target, context).decision : null;
    return {
      ...row,
      order,
      changes: decision?.kind === 'change' ? changesBetween(state, decision.after) : [],
    };
  });
}

/** What the act has done to each order, by its id; what was undone, it did not do. */
async function changesDone(
  query: Query,
  actId: string,
  refs: readonly OrderRef[],
): Promise<Map<number, FieldChange[]>> {
  const events = await query<{ orderId: number; changes: FieldChange[] }>(
    `SELECT e.order_id AS "orderId", e.changes
     FROM unnest($2::integer[], $3::bigint[]) AS w (partner_id, order_id)
     JOIN order_event e ON e.partner_id = w.partner_id AND e.order_id = w.order_id AND e.act_id = $1
     ORDER BY e.id`,
    [actId, refs.map(({ partnerId }) => partnerId), refs.map(({ orderId }) => orderId)],
  );
  return new Map(
    [...Map.groupBy(events, ({ orderId }) => orderId)].map(([orderId, all]) => [
      orderId,
      mergeChanges(all.map(({ changes }) => changes)),
    ]),
  );
}

function refsOf(rows: readonly Row[]): OrderRef[] {
  const refs = new Map<number, OrderRef>();
  for (const { partnerId, orderId } of rows) {
    if (partnerId !== null && orderId !== null) refs.set(orderId, { partnerId, orderId });
  }
  return [...refs.values()];
}
