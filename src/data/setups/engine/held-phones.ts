import type { PhoneNumber } from '#domain/phone-number.ts';
import type { HeldPhone } from '#domain/setup.ts';
import type { Query } from '../../tenant.ts';

/**
 * Which of these numbers are on an open order, in a partner's scope: of its own order it is told the request, of another
 * partner's nothing but that there is one.
 */
export async function heldPhones(query: Query, phones: readonly PhoneNumber[]): Promise<HeldPhone[]> {
  if (phones.length === 0) return [];
  return query<HeldPhone>(
    'SELECT phone, request_id AS "requestId" FROM phones_on_open_orders($1::text[]) ORDER BY phone',
    [phones],
  );
}
