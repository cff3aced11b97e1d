import type { OrderRef } from '#domain/order-changes.ts';
import { pacificDate } from '#domain/pacific-time.ts';
import { numberType, type PhoneNumber } from '#domain/phone-number.ts';
import type { NumberType } from '#domain/status.ts';
import type { Act } from '../../orders/engine/acts.ts';
import { writeEvents } from '../../orders/engine/record-changes.ts';
import type { Query } from '../../tenant.ts';

/** A request whose numbers are locked, and on no open order. Without a request ID it gets the partner's next one. */
export type RequestToMake = {
  partnerId: number;
  accountId: string;
  requestId?: string;
  caseNumber?: string;
  phones: readonly PhoneNumber[];
  detailedStatus: 'waiting-for-loa' | 'received-loa';
  /** For the partner. */
  note?: string;
};

export type MadeRequest = { requestId: string; orders: (OrderRef & { type: NumberType; numbers: number })[] };

/**
 * Makes a request with its numbers: local and toll-free ones become an order each, and each order's history begins. Null
 * when its request ID is taken.
 */
export async function makeRequest(
  query: Query,
  act: Act,
  wanted: RequestToMake,
): Promise<MadeRequest | null> {
  const requestId = await insertRequest(query, wanted);
  if (requestId === null) return null;
  const orders: MadeRequest['orders'] = [];
  for (const [type, phones] of Map.groupBy(wanted.phones, numberType)) {
    const ref = await insertOrder(query, act, { ...wanted, requestId, type, phones });
    orders.push({ ...ref, type, numbers: phones.length });
  }
  return { requestId, orders };
}

const REQUEST_LOCK = 74_700_303;

// The next ID is above all that are there; IDs of more digits than these are of some other kind, and not counted on.
const NEXT_ID = `
  SELECT (coalesce(max(id::bigint), 100000) + 1)::text AS id FROM port_request
  WHERE partner_id = $1 AND length(id) <= 12`;

async function insertRequest(query: Query, wanted: RequestToMake): Promise<string | null> {
  const { partnerId, accountId, caseNumber } = wanted;
  let { requestId } = wanted;
  if (requestId === undefined) {
    await query('SELECT pg_advisory_xact_lock($1, $2)', [REQUEST_LOCK, partnerId]);
    requestId = (await query<{ id: string }>(NEXT_ID, [partnerId]))[0]?.id;
  }
  const [made] = await query<{ id: string }>(
    `INSERT INTO port_request (partner_id, id, account_id, case_number) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING id`,
    [partnerId, requestId, accountId, caseNumber?.trim() || null],
  );
  return made?.id ?? null;
}

type NewOrder = RequestToMake & { requestId: string; type: NumberType };

async function insertOrder(query: Query, act: Act, wanted: NewOrder): Promise<OrderRef> {
  const { partnerId, requestId, accountId, type, phones, detailedStatus, note } = wanted;
  const [made] = await query<{ id: number }>(
    `INSERT INTO port_order (partner_id, request_id, account_id, toll_free, detailed_status, created_on, status_since, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7) RETURNING id`,
    [partnerId, requestId, accountId, type === 'toll-free', detailedStatus, pacificDate(act.now), act.now],
  );
  if (!made) throw new Error('The order was not made.');
  await query(
    `INSERT INTO port_number (partner_id, request_id, order_id, phone, added_at)
     SELECT $1, $2, $3, phone, $5 FROM unnest($4::text[]) AS phone`,
    [partnerId, requestId, made.id, phones, act.now],
  );
  const changes = [
    { field: 'detailedStatus', from: null, to: detailedStatus },
    { field: 'numbers', from: 0, to: phones.length },
  ];
  await writeEvents(query, act, [
    {
      ...{ partnerId, orderId: made.id, kind: 'created', changes, note: note?.trim() || null, visible: true },
      ...{ numbers: [], version: 1, statusSinceWas: null },
    },
  ]);
  return { partnerId, orderId: made.id };
}
