import { ORDER_COLUMNS, orderColumns } from './order-columns.ts';
import type { ImportTransaction } from './transaction.ts';

const NEW_ACCOUNTS = `
  INSERT INTO account (partner_id, id, username, company_name)
  SELECT $1, id, username, company_name FROM import_account WHERE is_new`;

const CHANGED_ACCOUNTS = `
  UPDATE account a SET username = i.username, company_name = i.company_name
  FROM import_account i WHERE NOT i.is_new AND a.partner_id = $1 AND a.id = i.id`;

const NEW_REQUESTS = `
  INSERT INTO port_request (partner_id, id, account_id, case_number)
  SELECT $1, id, account_id, case_number FROM import_request WHERE is_new`;

/** The orders of a request follow it to another account: their foreign key cascades. */
const CHANGED_REQUESTS = `
  UPDATE port_request r SET account_id = i.account_id, case_number = i.case_number
  FROM import_request i WHERE NOT i.is_new AND r.partner_id = $1 AND r.id = i.id`;

/** Numbers that leave an order as it was, for a new one, take the age of its status with them. */
const NEW_ORDERS = `
  INSERT INTO port_order (partner_id, id, request_id, account_id, toll_free, status_since, ${orderColumns()})
  SELECT $1, n.*
  FROM (
    SELECT p.order_id, g.request_id, g.account_id, g.toll_free, CURRENT_TIMESTAMP, ${orderColumns('g')}
    FROM import_place p JOIN import_group g ON g.leader = p.unit
    WHERE p.is_new
    UNION ALL
    SELECT p.order_id, b.request_id, (SELECT g.account_id FROM import_group g WHERE g.request_id = b.request_id LIMIT 1),
      b.toll_free, b.status_since, ${orderColumns('b')}
    FROM import_place p JOIN import_before b ON b.id = -p.unit
    WHERE p.is_new
  ) n
  ORDER BY n.order_id`;

const newFields = ORDER_COLUMNS.map(
  ({ column }) => `${column} = CASE WHEN g.leader IS NULL THEN o.${column} ELSE g.${column} END`,
);

const CHANGED_ORDERS = `
  UPDATE port_order o SET ${newFields.join(', ')},
    status_since = CASE WHEN g.detailed_status <> o.detailed_status THEN CURRENT_TIMESTAMP ELSE o.status_since END,
    version = o.version + 1, changed_by = $2, updated_at = CURRENT_TIMESTAMP
  FROM import_touched t LEFT JOIN import_group g ON g.leader = t.leader
  WHERE o.partner_id = $1 AND o.id = t.order_id`;

const NEW_NUMBERS = `
  INSERT INTO port_number (partner_id, request_id, phone, order_id)
  SELECT $1, n.request_id, n.phone, p.order_id
  FROM import_number n JOIN import_place p ON p.unit = n.leader
  WHERE n.from_order IS NULL`;

const MOVED_NUMBERS = `
  UPDATE port_number n SET order_id = m.to_order
  FROM import_move m WHERE n.partner_id = $1 AND n.request_id = m.request_id AND n.phone = m.phone`;

export type Written = {
  accountsCreated: number;
  requestsCreated: number;
  ordersCreated: number;
  ordersChanged: number;
  numbersAdded: number;
  numbersMoved: number;
};

const NEEDED = `
  SELECT EXISTS (SELECT FROM import_account WHERE NOT is_new) AS accounts,
    EXISTS (SELECT FROM import_request WHERE NOT is_new) AS requests,
    EXISTS (SELECT FROM import_touched) AS orders,
    EXISTS (SELECT FROM import_move) AS moves`;

type Needed = { accounts: boolean; requests: boolean; orders: boolean; moves: boolean };

/** Writes what the file changes. Rows that say what was there are not touched. */
export async function writeChanges({ client, partnerId, actor }: ImportTransaction): Promise<Written> {
  const write = async (statement: string, ...more: string[]) =>
    (await client.query(statement, [partnerId, ...more])).rowCount ?? 0;
  const { rows } = await client.query<Needed>(NEEDED);
  const needed = rows[0];
  const accountsCreated = await write(NEW_ACCOUNTS);
  if (needed?.accounts) await write(CHANGED_ACCOUNTS);
  const requestsCreated = await write(NEW_REQUESTS);
  if (needed?.requests) await write(CHANGED_REQUESTS);
  const ordersCreated = await write(NEW_ORDERS);
  const ordersChanged = needed?.orders ? await write(CHANGED_ORDERS, actor) : 0;
  const numbersAdded = await write(NEW_NUMBERS);
  const numbersMoved = needed?.moves ? await write(MOVED_NUMBERS) : 0;
  return { accountsCreated, requestsCreated, ordersCreated, ordersChanged, numbersAdded, numbersMoved };
}
