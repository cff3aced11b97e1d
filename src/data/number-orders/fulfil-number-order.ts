import { demand } from '#domain/permissions.ts';
import { formatPhoneNumber, numberType, type PhoneNumber } from '#domain/phone-number.ts';
import { sortPasted } from '#domain/sort-pasted.ts';
import type { Viewer } from '#domain/viewer.ts';
import { heldBy, holdersOf, lockPhones } from '../orders/engine/phones.ts';
import { agentOf, STAFF } from '../orders/engine/staff.ts';
import { type Query, writeIn } from '../tenant.ts';
import type { NumberOrderDecided } from './decided.ts';
import { holdNumberOrder, readNumberOrder } from './engine/hold-number-order.ts';
import type { ListedNumberOrder, SeenNumberOrder } from './listed-number-order.ts';

/**
 * Fulfils an order of new numbers with a pasted list: as many as were asked for, of the kind that was asked for, on no open
 * order and given to nobody else. What is wrong is told by name, and nothing is done. Throws NotFound.
 */
export async function fulfilNumberOrder(
  viewer: Viewer,
  { order: seen, pasted }: { order: SeenNumberOrder; pasted: string },
  now: Date,
): Promise<NumberOrderDecided> {
  demand(viewer, 'number-orders.decide');
  const { name } = agentOf(viewer);
  return writeIn(STAFF, async (query) => {
    const order = await holdNumberOrder(query, seen);
    if (order.version !== seen.version || order.state !== 'requested') return { kind: 'conflict', order };
    const { good, notTaken } = sortPasted(pasted, () => null);
    const problems = notTaken.map(({ text, because }) => `${text}: ${because}`);
    problems.push(...good.flatMap((phone) => notWanted(order, phone) ?? []));
    if (good.length !== order.quantity) {
      problems.push(`It asks for ${order.quantity} numbers; the list has ${good.length}.`);
    }
    await lockPhones(query, good);
    problems.push(...heldBy(await holdersOf(query, good, null)), ...(await givenAlready(query, good)));
    if (problems.length > 0) return { kind: 'refused', problems: problems.slice(0, TOLD) };
    await query(
      `UPDATE number_order SET state = 'fulfilled', phones = $3, decided_at = $4, decided_by = $5, version = version + 1
       WHERE partner_id = $1 AND id = $2`,
      [order.partnerId, order.id, good, now, name],
    );
    return { kind: 'decided', order: await readNumberOrder(query, order) };
  });
}

const TOLD = 200;

function notWanted({ tollFree, areaCode }: ListedNumberOrder, phone: PhoneNumber): string | null {
  const wanted = tollFree ? 'toll-free' : 'local';
  const shown = formatPhoneNumber(phone);
  if (numberType(phone) !== wanted)
    return `${shown} is ${numberType(phone)}; ${wanted} numbers are asked for.`;
  if (areaCode !== null && phone.slice(2, 5) !== areaCode) return `${shown} is not in area code ${areaCode}.`;
  return null;
}

async function givenAlready(query: Query, phones: readonly PhoneNumber[]): Promise<string[]> {
  const given = await query<{ phone: string; partner: string; id: number }>(
    `SELECT given.phone, p.name AS partner, n.id FROM number_order n
     JOIN partner p ON p.id = n.partner_id, unnest(n.phones) AS given (phone)
     WHERE n.state = 'fulfilled' AND n.phones && $1::text[] AND given.phone = ANY ($1) ORDER BY given.phone`,
    [phones],
  );
  return given.map(
    ({ phone, partner, id }) =>
      `${formatPhoneNumber(phone)} was given to ${partner} already, with order N${id}.`,
  );
}
