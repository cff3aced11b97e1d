import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';
import { type ExportReceipt, personOf, receiptColumns, receiptsOf } from './receipt.ts';

/** The viewer's own exports of these ids, as far as there are any. */
export async function followExports(viewer: Viewer, ids: readonly string[]): Promise<ExportReceipt[]> {
  demand(viewer, 'exports.read');
  const { scope, where, value } = receiptsOf(viewer);
  return readIn(scope, (query) =>
    query<ExportReceipt>(
      `SELECT ${receiptColumns(viewer)} FROM export_receipt e
       WHERE ${where} AND e.user_id = $2 AND e.id = ANY ($3::uuid[])`,
      [value, personOf(viewer).userId, ids],
    ),
  );
}
