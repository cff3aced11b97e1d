import type { OrderRef } from '#domain/order-changes.ts';
import { CASE_NUMBER_LENGTH } from '#domain/order-edits.ts';
import { pacificDate } from '#domain/pacific-time.ts';
import { demand } from '#domain/permissions.ts';
import { numberType, type PhoneNumber } from '#domain/phone-number.ts';
import type { NumberType } from '#domain/status.ts';
import type { Viewer } from '#domain/viewer.ts';
import type { Act } from '../orders/engine/acts.ts';
import { heldBy, holdersOf, lockPhones, problemsOf, readPhones } from '../orders/engine/phones.ts';
import { writeEvents } from '../orders/engine/record-changes.ts';
import { agentOf, STAFF } from '../orders/engine/staff.ts';
import { type Query, writeIn } from '../tenant.ts';

/** A request from scratch. `phones` in any format; without a request ID it gets the partner's next one. */
export type NewRequest = {
  partnerId: number;
  accountId: string;
  requestId?: string;
  caseNumber?: string;
  phones: readonly string[];
  detailedStatus: 'waiting-for-loa' | 'received-loa';
  /** For the partner. */
  note?: string;
};

export type RequestProblem = {
  field: 'accountId' | 'requestId' | 'caseNumber' | 'phones';
  because: string;
};

export type RequestCreated =
  | { kind: 'created'; requestId: string; orders: (OrderRef & { type: NumberType; numbers: number })[] }
  | { kind: 'refused'; problems: RequestProblem[] };

/**
 * Makes a request with its numbers for an account: local and toll-free numbers become an order each. All or nothing; each
 * number that is none, stands twice, or is on an open order of any partner is refused by name.
 */
export async function createRequest(viewer: Viewer, wanted: NewRequest, now: Date): Promise<RequestCreated> {
  demand(viewer, 'requests.create');
  const { userId, name } = agentOf(viewer);
  return writeIn(STAFF, async (query) => {
    const { phones, refusals } = readPhones(wanted.phones);
    await lockPhones(query, phones);
    refusals.push(...heldBy(await holdersOf(query, phones, null)));
    const problems: RequestProblem[] = [
      ...(await problemsOfRequest(query, wanted)),
      ...problemsOf('phones', refusals),
    ];
    if (problems.length > 0) return { kind: 'refused', problems };

    const requestId = await insertRequest(query, wanted);
    if (requestId === null) return taken(wanted.requestId ?? '');
    const act: Act = { id: null, actorId: userId, actor: name, now };
    const orders: Extract<RequestCreated, { kind: 'created' }>['orders'] = [];
    for (const [type, ofType] of Map.groupBy(phones, numberType)) {
      const ref = await insertOrder(query, act, { ...wanted, requestId, type, phones: ofType });
      orders.push({ ...ref, type, numbers: ofType.length });
    }
    return { kind: 'created', requestId, orders };
  });
}

async function problemsOfRequest(query: Query, wanted: NewRequest): Promise<RequestProblem[]> {
  const { partnerId, accountId, requestId, caseNumber } = wanted;
  const problems: RequestProblem[] = [];
  const [account] = await query('SELECT FROM account WHERE partner_id = $1 AND id = $2', [
    partnerId,
    accountId,
  ]);
  if (!account) {
    problems.push({ field: 'accountId', because: `The partner has no account ${accountId}.` });
  }
  if (requestId !== undefined && !/^\d{1,18}$/.test(requestId)) {
    problems.push({ field: 'requestId', because: 'A request ID has digits alone, 18 at most.' });
  }
  if (caseNumber && caseNumber.trim().length > CASE_NUMBER_LENGTH) {
    const because = `A case number has at most ${CASE_NUMBER_LENGTH} characters.`;
    problems.push({ field: 'caseNumber', because });
  }
  return problems;
}

function taken(requestId: string): RequestCreated {
  const because = `The partner has a request ${requestId} already.`;
  return { kind: 'refused', problems: [{ field: 'requestId', because }] };
}

const REQUEST_LOCK = 74_700_303;

// The next ID is above all that are there; IDs of more digits than these are of some other kind, and not counted on.
const NEXT_ID = `
  SELECT (coalesce(max(id::bigint), 100000) + 1)::text AS id FROM port_request
  WHERE partner_id = $1 AND length(id) <= 12`;

/** Returns the request's ID, or null when it is taken. */
async function insertRequest(query: Query, wanted: NewRequest): Promise<string | null> {
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

type NewOrder = NewRequest & { requestId: string; type: NumberType; phones: readonly PhoneNumber[] };

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
