import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';
import { type HistoryEntry, readEntries } from './engine/history.ts';
import { STAFF } from './engine/staff.ts';

export type HistoryKind = 'all' | 'changes' | 'notes';

/** The newest events come first; `more` says that older ones follow: ask again `before` the id of the last one. */
export type History = { entries: HistoryEntry[]; more: boolean };

const PAGE = 200;

/** What happened to an order: all of it, what changed, or what was written (notes, and changes with one). */
export async function listHistory(
  viewer: Viewer,
  orderId: number,
  kind: HistoryKind,
  before?: number,
): Promise<History> {
  demand(viewer, 'desk.read');
  const entries = await readIn(STAFF, (query) =>
    readEntries(query, `${OF_KIND[kind]} AND ($2::bigint IS NULL OR e.id < $2)`, PAGE + 1, [
      orderId,
      before ?? null,
    ]),
  );
  return { entries: entries.slice(0, PAGE), more: entries.length > PAGE };
}

const ORDER = 'e.partner_id IN (SELECT id FROM partner) AND e.order_id = $1';
const OF_KIND: Record<HistoryKind, string> = {
  all: ORDER,
  changes: `${ORDER} AND e.kind NOT IN ('note', 'message', 'handled')`,
  notes: `${ORDER} AND e.note IS NOT NULL`,
};
