import { STANDARD_PORTING_TIME } from '#domain/clock-time.ts';
import { LARGE_ORDER } from '#domain/order-rules.ts';
import type { ImportTransaction } from './transaction.ts';

/** What a person should look at although it went in. Of each kind, how many there are and the first ten. */
export type ImportWarnings = {
  /** Orders of the file that are not large and port at another time than the standard one. */
  unusualTimes: { orders: number; rows: number; requests: string[] };
  /** Accounts that have several usernames or company names in the file: the first counts. */
  accountNames: { accounts: number; ids: string[] };
};

const EXAMPLES = 10;

// The condition is isUnusualTime of the domain.
const UNUSUAL_TIMES = `
  SELECT count(*)::integer AS orders, coalesce(sum(rows), 0)::integer AS rows,
    coalesce((array_agg(request_id ORDER BY first))[1:$4], '{}') AS requests
  FROM (
    SELECT coalesce(m.to_order, p.order_id, n.from_order) AS order_id, n.request_id, count(*) AS rows, min(n.record) AS first
    FROM import_number n
    JOIN import_group g ON g.leader = n.leader AND g.foc_time <> $2::time
    LEFT JOIN import_place p ON p.unit = n.leader
    LEFT JOIN import_move m ON m.record = n.record
    GROUP BY 1, 2
  ) unusual
  WHERE (SELECT number_count FROM port_order o WHERE o.partner_id = $1 AND o.id = unusual.order_id) <= $3`;

const ACCOUNT_NAMES = `
  SELECT count(*)::integer AS accounts, coalesce((array_agg(account_id ORDER BY account_id))[1:$1], '{}') AS ids
  FROM (
    SELECT account_id
    FROM (SELECT DISTINCT account_id, username, company FROM import_row WHERE reason IS NULL) told
    GROUP BY account_id
    HAVING min(username) <> max(username) OR min(company) <> max(company)
  ) several`;

/** Looks for them once everything is written. */
export async function findWarnings({ client, partnerId }: ImportTransaction): Promise<ImportWarnings> {
  const times = await client.query<ImportWarnings['unusualTimes']>(UNUSUAL_TIMES, [
    partnerId,
    STANDARD_PORTING_TIME,
    LARGE_ORDER,
    EXAMPLES,
  ]);
  const names = await client.query<ImportWarnings['accountNames']>(ACCOUNT_NAMES, [EXAMPLES]);
  return {
    unusualTimes: times.rows[0] ?? { orders: 0, rows: 0, requests: [] },
    accountNames: names.rows[0] ?? { accounts: 0, ids: [] },
  };
}
