import { sameOrder } from './order-columns.ts';
import type { ImportTransaction } from './transaction.ts';

/**
 * Who gets which order. A *unit* is a group that is not settled (its leader, above zero), or what would stay in an order
 * otherwise: the numbers of it that the file says nothing of, or that its settled rows name (the order's id, below zero).
 * import_claim  a unit's claim on an order, weighed by the numbers that it has there
 * import_place  the order that a unit got, or the new one that it gets
 * import_move   a number that goes from one order to another; the record is null for one that is not in the file
 */
const TABLES = `
  CREATE TEMPORARY TABLE import_claim (unit bigint, order_id bigint, weight integer, same boolean) ON COMMIT DROP;
  CREATE TEMPORARY TABLE import_unit (unit bigint) ON COMMIT DROP;
  CREATE TEMPORARY TABLE import_place (unit bigint, order_id bigint, is_new boolean) ON COMMIT DROP;
  CREATE TEMPORARY TABLE import_move (
    record integer, request_id text, phone text, from_order bigint, to_order bigint
  ) ON COMMIT DROP;
  CREATE INDEX ON import_place (unit);
  CREATE INDEX ON import_place (order_id);
  CREATE INDEX ON import_move (record);
  CREATE INDEX ON import_move (request_id, phone)`;

/** A group that says of some numbers what an order of the request says already of others takes those into account. */
const ABSORBERS = `
  UPDATE import_before b SET absorber = g.leader
  FROM import_group g
  WHERE NOT g.settled AND b.rest > 0 AND g.request_id = b.request_id AND g.toll_free = b.toll_free AND ${sameOrder('g', 'b')}`;

const GROUP_CLAIMS = `
  INSERT INTO import_claim (unit, order_id, weight, same)
  SELECT s.leader, s.order_id, s.shared + CASE WHEN b.absorber = s.leader THEN b.rest ELSE 0 END, s.same
  FROM import_share s
  JOIN import_group g ON g.leader = s.leader AND NOT g.settled
  JOIN import_before b ON b.id = s.order_id
  UNION ALL
  SELECT b.absorber, b.id, b.rest, true
  FROM import_before b
  WHERE b.absorber IS NOT NULL
    AND NOT EXISTS (SELECT FROM import_share s WHERE s.leader = b.absorber AND s.order_id = b.id)`;

/** What would stay in an order that a group claims has a claim too. */
const STAYING_CLAIMS = `
  INSERT INTO import_claim (unit, order_id, weight, same)
  SELECT -b.id, b.id, b.rest + coalesce(s.shared, 0), true
  FROM import_before b
  LEFT JOIN (
    SELECT s.order_id, sum(s.shared)::integer AS shared
    FROM import_share s JOIN import_group g ON g.leader = s.leader AND g.settled
    GROUP BY s.order_id
  ) s ON s.order_id = b.id
  WHERE b.absorber IS NULL AND b.rest + coalesce(s.shared, 0) > 0
    AND b.id IN (SELECT order_id FROM import_claim)`;

const UNITS = `
  INSERT INTO import_unit (unit)
  SELECT leader FROM import_group WHERE NOT settled
  UNION ALL
  SELECT unit FROM import_claim WHERE unit < 0`;

/** Claims that are the best of their unit and the best on their order win; what they beat goes. */
const ROUND = `
  WITH ranked AS (
    SELECT unit, order_id,
      row_number() OVER (PARTITION BY unit ORDER BY weight DESC, same DESC, order_id, unit) AS of_unit,
      row_number() OVER (PARTITION BY order_id ORDER BY weight DESC, same DESC, order_id, unit) AS of_order
    FROM import_claim
  ), won AS (
    INSERT INTO import_place (unit, order_id, is_new)
    SELECT unit, order_id, false FROM ranked WHERE of_unit = 1 AND of_order = 1
    RETURNING unit, order_id
  )
  DELETE FROM import_claim
  WHERE unit IN (SELECT unit FROM won) OR order_id IN (SELECT order_id FROM won)`;

const NEW_ORDERS = `
  INSERT INTO import_place (unit, order_id, is_new)
  SELECT unit, nextval('port_order_id_seq'), true
  FROM (
    SELECT unit FROM import_unit WHERE unit NOT IN (SELECT unit FROM import_place) ORDER BY unit < 0, abs(unit)
  ) homeless`;

const MOVES = `
  INSERT INTO import_move (record, request_id, phone, from_order, to_order)
  SELECT n.record, n.request_id, n.phone, n.from_order, p.order_id
  FROM import_number n
  JOIN import_place p ON p.unit = n.leader
  WHERE n.from_order <> p.order_id
  UNION ALL
  SELECT n.record, n.request_id, n.phone, n.from_order, p.order_id
  FROM import_number n
  JOIN import_group g ON g.leader = n.leader AND g.settled
  JOIN import_place p ON p.unit = -n.from_order AND p.is_new
  UNION ALL
  SELECT NULL, n.request_id, n.phone, n.order_id, p.order_id
  FROM import_place taken
  JOIN import_before b ON b.id = taken.order_id AND b.rest > 0
  JOIN import_group g ON g.leader = taken.unit AND NOT ${sameOrder('g', 'b')}
  JOIN import_place p ON p.unit = coalesce(b.absorber, -b.id)
  JOIN port_number n ON n.partner_id = $1 AND n.order_id = b.id
  WHERE NOT EXISTS (SELECT FROM import_number told WHERE told.request_id = n.request_id AND told.phone = n.phone)`;

/**
 * Gives each group the order of its request with which it shares the most numbers, the lowest one of several; each order
 * to one group at most. What the file says nothing of, or nothing new, keeps its order against a smaller group, and leaves
 * it to a larger one as it was. Groups that get none get a new order.
 */
export async function placeGroups({ client, partnerId }: ImportTransaction): Promise<void> {
  await client.query(TABLES);
  await client.query(ABSORBERS);
  await client.query(GROUP_CLAIMS);
  await client.query('ANALYZE import_claim');
  await client.query(STAYING_CLAIMS);
  await client.query(UNITS);
  while ((await client.query(ROUND)).rowCount);
  await client.query('ANALYZE import_unit');
  await client.query('ANALYZE import_place');
  await client.query(NEW_ORDERS);
  await client.query('ANALYZE import_place');
  await client.query(MOVES, [partnerId]);
  await client.query('ANALYZE import_move');
}
