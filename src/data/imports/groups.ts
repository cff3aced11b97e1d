import { ORDER_COLUMNS, orderColumns, sameOrder } from './order-columns.ts';
import type { ImportTransaction } from './transaction.ts';

const definitions = ORDER_COLUMNS.map(({ column, type }) => `${column} ${type}`).join(', ');

/**
 * What the file says, and beside it what is there already:
 * import_number  one good row: its number, the group it is of, and the order it is in now
 * import_group   rows of one request and type with the same order fields, named after their first record. `settled`: each of
 *                its numbers is in an order with these very fields, so there is nothing to do
 * import_before  the orders of the file's requests as they are, and how many of their numbers the file says nothing of (`rest`)
 * import_share   how many numbers of a group are in an order, and whether their fields are the same
 * They have indexes because the database cannot know how many rows it will find in its own tables once we have written to
 * them: whichever way it joins, it looks rows up.
 */
const TABLES = `
  CREATE TEMPORARY TABLE import_number (
    record integer, request_id text, phone text, leader integer, from_order bigint
  ) ON COMMIT DROP;
  CREATE TEMPORARY TABLE import_group (
    leader integer, request_id text, account_id text, toll_free boolean, numbers integer, settled boolean DEFAULT false, ${definitions}
  ) ON COMMIT DROP;
  CREATE TEMPORARY TABLE import_before (
    id bigint, request_id text, account_id text, toll_free boolean, number_count integer, rest integer, absorber integer,
    version integer, status_since timestamptz, ${definitions}
  ) ON COMMIT DROP;
  CREATE TEMPORARY TABLE import_share (leader integer, order_id bigint, shared integer, same boolean) ON COMMIT DROP`;

const NUMBERS = `
  INSERT INTO import_number (record, request_id, phone, leader, from_order)
  SELECT g.record, g.request_id, g.phone, g.leader, n.order_id
  FROM (
    SELECT record, request_id, phone,
      min(record) OVER (PARTITION BY request_id, toll_free, ${orderColumns()}) AS leader
    FROM import_row WHERE reason IS NULL
  ) g
  LEFT JOIN port_number n ON n.partner_id = $1 AND n.request_id = g.request_id AND n.phone = g.phone`;

const GROUPS = `
  INSERT INTO import_group (leader, request_id, account_id, toll_free, numbers, ${orderColumns()})
  SELECT r.record, r.request_id, r.account_id, r.toll_free, g.numbers, ${orderColumns('r')}
  FROM (SELECT leader, count(*) AS numbers FROM import_number GROUP BY leader) g
  JOIN import_row r ON r.record = g.leader`;

const BEFORE = `
  INSERT INTO import_before (id, request_id, account_id, toll_free, number_count, rest, version, status_since, ${orderColumns()})
  SELECT o.id, o.request_id, o.account_id, o.toll_free, o.number_count, o.number_count - coalesce(told.numbers, 0),
    o.version, o.status_since, ${orderColumns('o')}
  FROM port_order o
  LEFT JOIN (
    SELECT from_order, count(*) AS numbers FROM import_number WHERE from_order IS NOT NULL GROUP BY from_order
  ) told ON told.from_order = o.id
  WHERE o.partner_id = $1 AND o.request_id IN (SELECT request_id FROM import_group)`;

const SHARES = `
  INSERT INTO import_share (leader, order_id, shared, same)
  SELECT s.leader, s.from_order, s.shared, ${sameOrder('g', 'b')}
  FROM (
    SELECT leader, from_order, count(*) AS shared FROM import_number WHERE from_order IS NOT NULL
    GROUP BY leader, from_order
  ) s
  JOIN import_group g ON g.leader = s.leader
  JOIN import_before b ON b.id = s.from_order`;

const SETTLED = `
  UPDATE import_group g SET settled = true
  FROM (SELECT leader, sum(shared) AS shared FROM import_share WHERE same GROUP BY leader) s
  WHERE s.leader = g.leader AND s.shared = g.numbers`;

/** Groups the good rows into orders and lays what is there already beside them. */
export async function groupRows({ client, partnerId }: ImportTransaction): Promise<void> {
  await client.query(TABLES);
  await client.query(NUMBERS, [partnerId]);
  await client.query(
    'CREATE INDEX ON import_number (leader); CREATE INDEX ON import_number (request_id, phone)',
  );
  await client.query('ANALYZE import_number');
  await client.query(GROUPS);
  await client.query('ANALYZE import_group');
  await client.query(BEFORE, [partnerId]);
  await client.query('CREATE INDEX ON import_before (id); CREATE INDEX ON import_before (request_id)');
  await client.query('ANALYZE import_before');
  await client.query(SHARES);
  await client.query(SETTLED);
  await client.query('CREATE INDEX ON import_group (leader); CREATE INDEX ON import_group (request_id)');
  await client.query('ANALYZE import_share');
}
