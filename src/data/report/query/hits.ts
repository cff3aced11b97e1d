import type { Needle } from '#domain/find.ts';
import type { Report } from './arrangement.ts';
import { type Bind, bindings } from './bindings.ts';
import { phoneMatches } from './needle-match.ts';

/** How many of the first `among` numbers of an order hold the needle. */
export async function hitsAmongFirst(
  { query, partnerId }: Report,
  orderId: number,
  among: number,
  needle: Needle,
): Promise<number> {
  const { values, bind } = bindings();
  const numbers = numbersOfOrder(partnerId, orderId, bind);
  const [row] = await query<{ hits: number }>(
    `SELECT count(*)::integer AS hits FROM (${numbers} LIMIT ${bind(among, 'integer')}) n
     WHERE ${phoneMatches(needle, bind)}`,
    values,
  );
  return row?.hits ?? 0;
}

/** The place (from 0) among the numbers of an order of the `k`-th (from 1) that holds the needle. */
export async function placeOfHit(
  { query, partnerId }: Report,
  orderId: number,
  k: number,
  needle: Needle,
): Promise<number> {
  const { values, bind } = bindings();
  const numbers = numbersOfOrder(partnerId, orderId, bind);
  const [row] = await query<{ place: number }>(
    `SELECT place FROM (SELECT n.phone, row_number() OVER (ORDER BY n.phone) - 1 AS place FROM (${numbers}) n) n
     WHERE ${phoneMatches(needle, bind)} ORDER BY place LIMIT 1 OFFSET ${bind(k - 1, 'integer')}`,
    values,
  );
  return row?.place ?? 0;
}

function numbersOfOrder(partnerId: number, orderId: number, bind: Bind): string {
  return `SELECT n.phone FROM port_number n
    WHERE n.partner_id = ${bind(partnerId)} AND n.order_id = ${bind(orderId)} ORDER BY n.phone`;
}
