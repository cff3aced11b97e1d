import { sameOrder } from './order-columns.ts';
import type { ImportTransaction } from './transaction.ts';

/**
 * What the file changes, and only that:
 * import_account  accounts that are new or whose facts differ
 * import_request  requests that are new or whose facts differ, with what they were
 * import_touched  orders that are there already and change: their fields become those of the group (`leader`, where they
 *                 differ), numbers come or go, or the facts of their request change
 */
const TABLES = `
  CREATE TEMPORARY TABLE import_account (id text, username text, company_name text, is_new boolean) ON COMMIT DROP;
  CREATE TEMPORARY TABLE import_request (
    id text, account_id text, case_number text, is_new boolean, was_account_id text, was_case_number text
  ) ON COMMIT DROP;
  CREATE TEMPORARY TABLE import_touched (order_id bigint, leader integer) ON COMMIT DROP;
  CREATE INDEX ON import_account (id);
  CREATE INDEX ON import_request (id);
  CREATE INDEX ON import_touched (order_id)`;

/** The first row of an account that has a username says it; the same for the company. */
const ACCOUNTS = `
  INSERT INTO import_account (id, username, company_name, is_new)
  WITH told AS MATERIALIZED (
    SELECT account_id, username, company, min(record) AS record
    FROM import_row WHERE reason IS NULL GROUP BY account_id, username, company
  ), facts AS (
    SELECT u.account_id AS id, u.username, c.company
    FROM (
      SELECT DISTINCT ON (account_id) account_id, username FROM told
      ORDER BY account_id, username IS NULL, record
    ) u
    JOIN (
      SELECT DISTINCT ON (account_id) account_id, company FROM told
      ORDER BY account_id, company IS NULL, record
    ) c USING (account_id)
  ), wanted AS (
    SELECT f.id, CASE WHEN $2 THEN f.username ELSE a.username END AS username,
      CASE WHEN $3 THEN f.company ELSE a.company_name END AS company_name,
      a.id IS NULL AS is_new, a.username AS was_username, a.company_name AS was_company_name
    FROM facts f LEFT JOIN account a ON a.partner_id = $1 AND a.id = f.id
  )
  SELECT id, username, company_name, is_new FROM wanted
  WHERE is_new OR username IS DISTINCT FROM was_username OR company_name IS DISTINCT FROM was_company_name`;

const REQUESTS = `
  INSERT INTO import_request (id, account_id, case_number, is_new, was_account_id, was_case_number)
  WITH facts AS (
    SELECT request_id AS id, min(account_id) AS account_id, max(case_number) AS case_number
    FROM import_row WHERE reason IS NULL GROUP BY request_id
  ), wanted AS (
    SELECT f.id, f.account_id, CASE WHEN $2 THEN f.case_number ELSE r.case_number END AS case_number,
      r.id IS NULL AS is_new, r.account_id AS was_account_id, r.case_number AS was_case_number
    FROM facts f LEFT JOIN port_request r ON r.partner_id = $1 AND r.id = f.id
  )
  SELECT * FROM wanted
  WHERE is_new OR account_id <> was_account_id OR case_number IS DISTINCT FROM was_case_number`;

const TOUCHED = `
  INSERT INTO import_touched (order_id, leader)
  SELECT order_id, max(leader)
  FROM (
    SELECT p.order_id, g.leader
    FROM import_place p
    JOIN import_group g ON g.leader = p.unit
    JOIN import_before b ON b.id = p.order_id
    WHERE NOT ${sameOrder('g', 'b')}
    UNION ALL
    SELECT p.order_id, NULL
    FROM import_number n JOIN import_place p ON p.unit = n.leader AND NOT p.is_new
    WHERE n.from_order IS NULL
    UNION ALL
    SELECT from_order, NULL FROM import_move
    UNION ALL
    SELECT m.to_order, NULL FROM import_move m JOIN import_before b ON b.id = m.to_order
    UNION ALL
    SELECT b.id, NULL FROM import_before b JOIN import_request r ON r.id = b.request_id AND NOT r.is_new
  ) touched
  GROUP BY order_id`;

/** Works out what the file changes, before anything is written. */
export async function findChanges({ client, partnerId, given }: ImportTransaction): Promise<void> {
  await client.query(TABLES);
  await client.query(ACCOUNTS, [partnerId, given.has('username'), given.has('company')]);
  await client.query(REQUESTS, [partnerId, given.has('caseNumber')]);
  await client.query(TOUCHED);
  for (const table of ['account', 'request', 'touched']) await client.query(`ANALYZE import_${table}`);
}

const COUNTS = `
  SELECT count(*)::integer AS good,
    count(*) FILTER (WHERE n.from_order IS NULL OR m.record IS NOT NULL OR t.leader IS NOT NULL
      OR r.id IS NOT NULL OR a.id IS NOT NULL)::integer AS imported
  FROM import_number n
  JOIN import_row f ON f.record = n.record
  LEFT JOIN import_move m ON m.record = n.record
  LEFT JOIN import_touched t ON t.order_id = n.from_order AND t.leader IS NOT NULL
  LEFT JOIN import_request r ON r.id = n.request_id
  LEFT JOIN import_account a ON a.id = f.account_id`;

/** How many of the file's good rows create or change something, and how many say what was there. */
export async function countRows({
  client,
}: ImportTransaction): Promise<{ imported: number; unchanged: number }> {
  const { rows } = await client.query<{ good: number; imported: number }>(COUNTS);
  const { good = 0, imported = 0 } = rows[0] ?? {};
  return { imported, unchanged: good - imported };
}
