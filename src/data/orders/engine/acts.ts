import { NotFound } from '#domain/not-found.ts';
import type { OrderRef } from '#domain/order-changes.ts';
import type { Viewer } from '#domain/viewer.ts';
import type { Query } from '../../tenant.ts';
import { agentOf } from './staff.ts';

/** Who acts, when, and under which id it is recorded; without an id it cannot be undone. */
export type Act = { id: string | null; actorId: string; actor: string; now: Date };

export type ActKind = 'move' | 'correction' | 'edit' | 'split' | 'numbers' | 'note' | 'upload';

/** Begins an act: one that is done in this transaction (`applied`), or one that is only previewed. */
export async function beginAct(
  query: Query,
  actor: Viewer,
  act: { kind: ActKind; what: object; now: Date; applied: boolean },
): Promise<Act & { id: string }> {
  const { userId, name } = agentOf(actor);
  const [made] = await query<{ id: string }>(
    `INSERT INTO desk_act (at, actor_id, actor, kind, what, applied_at)
     VALUES ($1, $2, $3, $4, $5, CASE WHEN $6 THEN $1::timestamptz END) RETURNING id`,
    [act.now, userId, name, act.kind, JSON.stringify(act.what), act.applied],
  );
  if (!made) throw new Error('The act was not made.');
  return { id: made.id, actorId: userId, actor: name, now: act.now };
}

export type StoredAct = Act & {
  id: string;
  kind: ActKind;
  what: Record<string, unknown>;
  at: Date;
  appliedAt: Date | null;
  undoneAt: Date | null;
};

/** An act of the viewer's own, held until the transaction ends: whoever else wants it waits. Another's is not found. */
export async function holdAct(query: Query, actor: Viewer, id: string, now: Date): Promise<StoredAct> {
  const { userId, name } = agentOf(actor);
  const [found] = await query<Omit<StoredAct, keyof Act>>(
    `SELECT kind, what, at, applied_at AS "appliedAt", undone_at AS "undoneAt"
     FROM desk_act WHERE id = $1 AND actor_id = $2 FOR UPDATE`,
    [id, userId],
  );
  if (!found) throw new NotFound('act');
  return { id, actorId: userId, actor: name, now, ...found };
}

/** An order of an act and what came of it. */
export type Outcome = OrderRef & {
  version: number;
  outcome: 'ready' | 'refused' | 'changed' | 'unchanged' | 'conflict' | 'undone' | 'kept';
  because?: string;
  /** What it shall become, where each order of the act has its own. */
  target?: object;
};

/** Writes down what comes of the orders of an act, over what stood there. */
export async function noteOutcomes(query: Query, act: Act, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  await query(
    `INSERT INTO desk_act_order (act_id, partner_id, order_id, version, target, outcome, because)
     SELECT $1, o."partnerId", o."orderId", o.version, o.target, o.outcome, o.because
     FROM jsonb_to_recordset($2::jsonb) AS o (
       "partnerId" integer, "orderId" bigint, version integer, target jsonb, outcome text, because text)
     ON CONFLICT (act_id, partner_id, order_id) DO UPDATE SET outcome = excluded.outcome, because = excluded.because`,
    [act.id, JSON.stringify(outcomes)],
  );
}
