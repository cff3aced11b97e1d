import { isDeepStrictEqual } from 'node:util';
import type { Move, MoveContext } from '#domain/moves.ts';
import type { OrderRef } from '#domain/order-changes.ts';
import type { QueueFilter } from '#domain/order-queue.ts';
import { bindings } from '../../report/query/bindings.ts';
import type { Query } from '../../tenant.ts';
import { ACT_SIZE, type Asked } from '../act.ts';
import { queueConditions } from '../queue/conditions.ts';

/** An order and what is asked of it; `contradicted` when something else is asked of it too. */
export type Wanted = OrderRef & { move: Move; contradicted: boolean };

/** The orders that are asked for, each once, and how many more match than one act takes. */
export async function wantedOf(
  query: Query,
  asked: Asked,
  day: MoveContext,
): Promise<{ wanted: Wanted[]; beyond: number }> {
  if ('items' in asked) return { wanted: eachOnce(asked.items), beyond: 0 };
  const { move } = asked;
  const { refs, beyond } =
    'matching' in asked ? await matchingOf(query, asked.matching, day) : { refs: asked.selection, beyond: 0 };
  return { wanted: eachOnce(refs.map((ref) => ({ ...ref, move }))), beyond };
}

function eachOnce(items: readonly (OrderRef & { move: Move })[]): Wanted[] {
  const wanted = new Map<number, Wanted>();
  for (const { partnerId, orderId, move } of items) {
    const known = wanted.get(orderId);
    if (!known) wanted.set(orderId, { partnerId, orderId, move, contradicted: false });
    else if (!isDeepStrictEqual(known.move, move)) known.contradicted = true;
  }
  return [...wanted.values()];
}

async function matchingOf(
  query: Query,
  filter: QueueFilter,
  day: MoveContext,
): Promise<{ refs: OrderRef[]; beyond: number }> {
  const { values, bind } = bindings();
  const where = await queueConditions(query, filter, day, bind);
  const refs = await query<OrderRef>(
    `SELECT o.partner_id AS "partnerId", o.id AS "orderId" FROM port_order o WHERE ${where}
     ORDER BY o.partner_id, o.id LIMIT ${ACT_SIZE}`,
    values,
  );
  if (refs.length < ACT_SIZE) return { refs, beyond: 0 };
  const [counted] = await query<{ n: number }>(
    `SELECT count(*) AS n FROM port_order o WHERE ${where}`,
    values,
  );
  return { refs, beyond: (counted?.n ?? ACT_SIZE) - ACT_SIZE };
}
