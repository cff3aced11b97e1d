import type { RowFate } from '#domain/carrier-list/decide-list.ts';
import type { Query } from '../../tenant.ts';

const PORTION = 2_000;

/** A row as it is kept: its cells as they were read, and its fate. */
export type KeptRow = { cells: readonly string[]; fate: RowFate };

/** Keeps the rows of an upload in place of those of an earlier preview. */
export async function writeRows(query: Query, uploadId: string, rows: readonly KeptRow[]): Promise<void> {
  await query('DELETE FROM desk_upload_row WHERE upload_id = $1', [uploadId]);
  for (let from = 0; from < rows.length; from += PORTION) {
    const portion = rows.slice(from, from + PORTION);
    const fates = portion.map(({ fate }) => fate);
    await query(INSERT, [
      uploadId,
      fates.map(({ record }) => record),
      portion.map(({ cells }) => arrayText(cells)),
      fates.map(({ order }) => order?.partnerId ?? null),
      fates.map(({ order }) => order?.orderId ?? null),
      fates.map(({ because }) => because),
      fates.map(({ warning }) => warning),
    ]);
  }
}

// Cells are as many as their row has, so each row's come as the text of an array.
const INSERT = `
  INSERT INTO desk_upload_row (upload_id, record, cells, partner_id, order_id, because, warning)
  SELECT $1, r.record, r.cells::text[], r.partner_id, r.order_id, r.because, r.warning
  FROM unnest($2::integer[], $3::text[], $4::integer[], $5::bigint[], $6::text[], $7::text[])
    AS r (record, cells, partner_id, order_id, because, warning)`;

function arrayText(cells: readonly string[]): string {
  return `{${cells.map((cell) => `"${cell.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
