import type { CarrierMapping } from '#domain/carrier-list/mapping.ts';
import type { RowCounts, UploadState } from '#domain/carrier-list/outcome.ts';
import { NotFound } from '#domain/not-found.ts';
import type { Query, Scope } from '../tenant.ts';

/** The porting team's scope: all partners. */
export const STAFF: Scope = { role: 'portal_staff' };

/** The act that a preview made, its actor, and what came of it. Only its actor can apply it. */
export type UploadAct = {
  id: string;
  actorId: string;
  actor: string;
  at: Date;
  appliedAt: Date | null;
  undoneAt: Date | null;
};

/** A list that a carrier sent. `mapping` is null until its columns were mapped; `act` is null when no row asks for a move. */
export type Upload = {
  id: string;
  at: Date;
  actor: string;
  fileName: string;
  sha256: string;
  headers: string[];
  records: number;
  mappingName: string | null;
  mapping: CarrierMapping | null;
  counts: RowCounts | null;
  act: UploadAct | null;
  state: UploadState;
};

type UploadRow = Omit<Upload, 'act' | 'state'> & {
  actId: string | null;
  actActorId: string;
  actActor: string;
  actAt: Date;
  appliedAt: Date | null;
  undoneAt: Date | null;
  begun: boolean;
};

const COLUMNS = `u.id, u.at, u.actor, u.file_name AS "fileName", u.sha256, u.headers, u.records,
  u.mapping_name AS "mappingName", u.mapping, u.counts, u.act_id AS "actId", a.actor_id AS "actActorId",
  a.actor AS "actActor", a.at AS "actAt", a.applied_at AS "appliedAt", a.undone_at AS "undoneAt",
  EXISTS (SELECT FROM desk_act_order o WHERE o.act_id = u.act_id AND o.outcome = 'changed') AS begun`;

/** Uploads under a condition over u (desk_upload) and a (its desk_act), without their files. */
export async function selectUploads(
  query: Query,
  condition: string,
  values: readonly unknown[],
): Promise<Upload[]> {
  const rows = await query<UploadRow>(
    `SELECT ${COLUMNS} FROM desk_upload u LEFT JOIN desk_act a ON a.id = u.act_id ${condition}`,
    values,
  );
  return rows.map(uploadOf);
}

/** One upload. Throws NotFound. */
export async function findUpload(query: Query, id: string): Promise<Upload> {
  const [upload] = await selectUploads(query, 'WHERE u.id = $1', [id]);
  if (!upload) throw new NotFound('upload');
  return upload;
}

function uploadOf(row: UploadRow): Upload {
  const { actId, actActorId, actActor, actAt, appliedAt, undoneAt, begun, ...upload } = row;
  const act = actId && { id: actId, actorId: actActorId, actor: actActor, at: actAt, appliedAt, undoneAt };
  return { ...upload, act: act || null, state: stateOf(row) };
}

function stateOf({ mapping, undoneAt, appliedAt, begun }: UploadRow): UploadState {
  if (mapping === null) return 'to-map';
  if (undoneAt) return 'undone';
  if (appliedAt) return 'applied';
  return begun ? 'applying' : 'previewed';
}
