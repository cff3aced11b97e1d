import { decideList } from '#domain/carrier-list/decide-list.ts';
import type { CarrierMapping } from '#domain/carrier-list/mapping.ts';
import type { RowReading } from '#domain/carrier-list/row.ts';
import { demand } from '#domain/permissions.ts';
import { actorName, type Viewer } from '#domain/viewer.ts';
import { previewMoves } from '../orders/preview-moves.ts';
import { type Query, readIn, writeIn } from '../tenant.ts';
import { recountRows } from './engine/count-rows.ts';
import { findOrders } from './engine/find-orders.ts';
import { writeRows } from './engine/write-rows.ts';
import { findUpload, STAFF } from './upload.ts';

/** How an upload was read: its mapping, the name to keep it by (null to keep none), and its rows. */
export type UploadReading = {
  mapping: CarrierMapping;
  mappingName: string | null;
  rows: readonly { record: number; cells: readonly string[]; reading: RowReading }[];
};

/**
 * Previews what an upload will do, and keeps each row with it: the viewer can apply it then. It takes the place of an
 * earlier preview. Returns why not, in a sentence, when some of it was applied already; else null. Throws NotFound.
 */
export async function previewUpload(
  viewer: Viewer,
  id: string,
  { mapping, mappingName, rows }: UploadReading,
  now: Date,
): Promise<string | null> {
  demand(viewer, 'uploads.apply');
  const decision = await readIn(STAFF, async (query) => {
    await findUpload(query, id);
    const found = await findOrders(
      query,
      rows.map(({ reading }) => reading),
    );
    return decideList(rows, found);
  });
  const items = decision.moves.map(({ order: { partnerId, orderId }, move }) => ({
    partnerId,
    orderId,
    move,
  }));
  const act = items.length > 0 ? await previewMoves(viewer, { items }, now, 'upload') : null;
  return writeIn(STAFF, async (query) => {
    if (!(await isUnapplied(query, id))) return APPLIED;
    const kept = decision.fates.map((fate, i) => ({ cells: rows[i]?.cells ?? [], fate }));
    await writeRows(query, id, kept);
    await query(
      'UPDATE desk_upload SET mapping = $2, mapping_name = coalesce($3, mapping_name), act_id = $4 WHERE id = $1',
      [id, JSON.stringify(mapping), mappingName, act?.actId ?? null],
    );
    if (mappingName !== null) await keepMapping(query, viewer, id, { mapping, mappingName }, now);
    await recountRows(query, id, act?.actId ?? null);
    return null;
  });
}

const APPLIED = 'This list has been applied already, at least in part: upload it again to apply it anew.';

/** Holds the upload and its act, so that nobody begins to apply it meanwhile. */
async function isUnapplied(query: Query, id: string): Promise<boolean> {
  await query('SELECT FROM desk_upload WHERE id = $1 FOR UPDATE', [id]);
  await query('SELECT FROM desk_act WHERE id = (SELECT act_id FROM desk_upload WHERE id = $1) FOR UPDATE', [
    id,
  ]);
  const { state } = await findUpload(query, id);
  return state === 'to-map' || state === 'previewed';
}

async function keepMapping(
  query: Query,
  viewer: Viewer,
  uploadId: string,
  { mapping, mappingName }: { mapping: CarrierMapping; mappingName: string },
  now: Date,
): Promise<void> {
  await query(
    `INSERT INTO carrier_mapping (name, columns, at, actor)
     SELECT $2, jsonb_build_object('headers', to_jsonb(headers), 'mapping', $3::jsonb), $4, $5
     FROM desk_upload WHERE id = $1
     ON CONFLICT (name) DO UPDATE SET columns = excluded.columns, at = excluded.at, actor = excluded.actor`,
    [uploadId, mappingName, JSON.stringify(mapping), now, actorName(viewer)],
  );
}
