import { NotFound } from '#domain/not-found.ts';
import type { Query } from '../../tenant.ts';
import type { ListedNumberOrder, SeenNumberOrder } from '../listed-number-order.ts';
import { SELECT_LISTED } from './number-order-select.ts';

/** An order of new numbers, held until the transaction ends. Throws NotFound. */
export async function holdNumberOrder(query: Query, seen: SeenNumberOrder): Promise<ListedNumberOrder> {
  await query('SELECT FROM number_order WHERE partner_id = $1 AND id = $2 FOR UPDATE', [
    seen.partnerId,
    seen.id,
  ]);
  return readNumberOrder(query, seen);
}

/** An order of new numbers as it is now. Throws NotFound. */
export async function readNumberOrder(
  query: Query,
  { partnerId, id }: Omit<SeenNumberOrder, 'version'>,
): Promise<ListedNumberOrder> {
  const [order] = await query<ListedNumberOrder>(`${SELECT_LISTED} AND n.partner_id = $1 AND n.id = $2`, [
    partnerId,
    id,
  ]);
  if (!order) throw new NotFound('order of new numbers');
  return order;
}
