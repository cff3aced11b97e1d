import type { RowCounts, RowOutcome } from '#domain/carrier-list/outcome.ts';
import type { Query } from '../../tenant.ts';
import { withoutWays } from '../../without-ways.ts';

/**
 * A row's outcome, of r (desk_upload_row) and o (its order in the act): refused before any order was found or decided; of an
 * order that the act leaves out, so that nothing is new of it; or what the act says.
 */
export const OUTCOME = `CASE WHEN r.because IS NOT NULL THEN 'refused' ELSE coalesce(o.outcome, 'unchanged') END`;

/** The rows of upload $1 with their orders in the act $2. */
export const ROWS = `
  desk_upload_row r
  LEFT JOIN desk_act_order o ON o.act_id = $2 AND o.partner_id = r.partner_id AND o.order_id = r.order_id
  WHERE r.upload_id = $1`;

/** Whether what is to be known of a row still matters: not where the row stayed out. */
export const WARNED = `r.warning IS NOT NULL AND ${OUTCOME} NOT IN ('refused', 'conflict')`;

/**
 * Runs a statement over ROWS. An act was written a moment ago, often in this transaction, so that the planner takes its
 * orders for few, and would go through all of them again for each row: it is told to join them in one go.
 */
export async function queryRows<Row extends object>(
  query: Query,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  return withoutWays(query, ['nestloop'], () => query<Row>(text, values));
}

/** Counts the rows of an upload by what became of them. */
export async function countRows(query: Query, uploadId: string, actId: string | null): Promise<RowCounts> {
  const rows = await queryRows<{ outcome: RowOutcome; rows: number; warned: number }>(
    query,
    `SELECT ${OUTCOME} AS outcome, count(*)::integer AS rows, (count(*) FILTER (WHERE ${WARNED}))::integer AS warned
     FROM ${ROWS} GROUP BY 1`,
    [uploadId, actId],
  );
  const counts: RowCounts = Object.fromEntries(rows.map(({ outcome, rows: n }) => [outcome, n]));
  const warned = rows.reduce((sum, row) => sum + row.warned, 0);
  return warned > 0 ? { ...counts, warned } : counts;
}

/** Writes down how the rows of an upload are counted now. */
export async function recountRows(query: Query, uploadId: string, actId: string | null): Promise<void> {
  const counts = await countRows(query, uploadId, actId);
  await query('UPDATE desk_upload SET counts = $2 WHERE id = $1', [uploadId, JSON.stringify(counts)]);
}
