import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';
import { type ExportReceipt, receiptColumns, receiptsOf } from './receipt.ts';

const PAGE_SIZE = 25;

/** Where a page of the list begins: after the receipt that began then. */
export type ListPosition = { beganAt: Date; id: string };

export type ExportList = {
  receipts: ExportReceipt[] /** Null on the last page. */;
  next: ListPosition | null;
};

/**
 * The receipts of a partner's exports for its own users, of their own exports for the porting team; the newest first, a
 * page after `position`. Throws NotFound for anyone else.
 */
export async function listExports(viewer: Viewer, position: ListPosition | null): Promise<ExportList> {
  demand(viewer, 'exports.read');
  const { scope, where, value } = receiptsOf(viewer);
  const after = position ? [position.beganAt, position.id] : [];
  const rows = await readIn(scope, (query) =>
    query<ExportReceipt>(
      `SELECT ${receiptColumns(viewer)} FROM export_receipt e
       WHERE ${where}
         ${position ? 'AND (e.began_at < $2 OR e.began_at = $2 AND e.id > $3)' : ''}
       ORDER BY e.began_at DESC, e.id LIMIT ${PAGE_SIZE + 1}`,
      [value, ...after],
    ),
  );
  const receipts = rows.slice(0, PAGE_SIZE);
  const last = receipts.at(-1);
  const next = rows.length > PAGE_SIZE && last ? { beganAt: last.beganAt, id: last.id } : null;
  return { receipts, next };
}
