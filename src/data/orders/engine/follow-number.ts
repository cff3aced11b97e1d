import type { PhoneNumber } from '#domain/phone-number.ts';
import type { Query } from '../../tenant.ts';
import { type HistoryEntry, readEntries } from './history.ts';

export type NumberRef = { partnerId: number; requestId: string; phone: PhoneNumber };

/** Most events of a request that are looked through. */
const LOOKED_AT = 2_000;

/**
 * What happened to one number of a request as far as the transaction's role may see it, the newest first, from order to
 * order as it was split off and moved: of each order what happened while it held the number. Null when the request never
 * had it.
 */
export async function followNumber(query: Query, number: NumberRef): Promise<HistoryEntry[] | null> {
  const { partnerId, requestId, phone } = number;
  const events = await readEntries(query, `${OF_REQUEST} AND ${OF_NUMBER}`, LOOKED_AT, [
    partnerId,
    requestId,
    phone,
  ]);
  const naming = new Set((await eventsNaming(query, number)).map(({ id }) => id));
  const now = await holderOf(query, number);
  const last = events.find(({ id }) => naming.has(id));
  const orderId = now ?? last?.orderId;
  if (orderId === undefined) return null;
  return followed(events, naming, orderId, now === null ? (last?.id ?? 0) : Number.POSITIVE_INFINITY);
}

/** Walks back in time: in an order until the number came to it, then on in the one it came from, or was taken out of. */
function followed(
  events: readonly HistoryEntry[],
  naming: ReadonlySet<number>,
  orderId: number,
  until: number,
): HistoryEntry[] {
  const held = events.filter((event) => event.orderId === orderId && event.id <= until);
  const arrival = held.find(({ id, kind }) => naming.has(id) && kind !== 'numbers-removed');
  if (!arrival) return held;
  const since = held.filter(({ id }) => id >= arrival.id);
  const departure = events.find(
    ({ id, orderId: from, actId, at }) =>
      naming.has(id) && from !== orderId && actId === arrival.actId && at.getTime() === arrival.at.getTime(),
  );
  if (departure) {
    const before = Math.min(departure.id, arrival.id) - 1;
    return [...since, ...followed(events, naming, departure.orderId, before)];
  }
  const removal = events.find(
    ({ id, kind }) => naming.has(id) && id < arrival.id && kind === 'numbers-removed',
  );
  return removal ? [...since, ...followed(events, naming, removal.orderId, removal.id)] : since;
}

const OF_REQUEST = `e.partner_id = $1 AND e.order_id IN (
  SELECT o.id FROM port_order o WHERE o.partner_id = $1 AND o.request_id = $2)`;

/** Who else of the order was given to a user is no part of this number's history. */
const ASSIGNING = `('assigned', 'released')`;
const OF_NUMBER = `(e.kind NOT IN ${ASSIGNING} OR $3 = ANY (e.numbers))`;

/** The events that took the number to an order or out of one. */
async function eventsNaming(query: Query, { partnerId, requestId, phone }: NumberRef) {
  return query<{ id: number }>(
    `SELECT e.id FROM order_event e WHERE ${OF_REQUEST} AND $3 = ANY (e.numbers) AND e.kind NOT IN ${ASSIGNING}`,
    [partnerId, requestId, phone],
  );
}

async function holderOf(query: Query, { partnerId, requestId, phone }: NumberRef): Promise<number | null> {
  const [row] = await query<{ orderId: number }>(
    `SELECT order_id AS "orderId" FROM port_number WHERE partner_id = $1 AND request_id = $2 AND phone = $3`,
    [partnerId, requestId, phone],
  );
  return row?.orderId ?? null;
}
