import { demand } from '#domain/permissions.ts';
import type { DetailedStatus } from '#domain/status.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';
import { findUpload, STAFF } from './upload.ts';

/** Orders that go the same way. */
export type SummaryGroup = { from: DetailedStatus; to: DetailedStatus; orders: number; numbers: number };

/** What applying an upload will come to, in orders and their numbers; the largest group first. */
export type UploadSummary = { groups: SummaryGroup[]; orders: number; numbers: number; partners: number };

/** Sums up what an upload is ready to change. Throws NotFound. */
export async function readSummary(viewer: Viewer, id: string): Promise<UploadSummary> {
  demand(viewer, 'desk.read');
  return readIn(STAFF, async (query) => {
    const { act } = await findUpload(query, id);
    const groups = await query<SummaryGroup>(
      `SELECT p.detailed_status AS from, o.target ->> 'to' AS to, count(*)::integer AS orders,
         sum(p.number_count)::integer AS numbers
       FROM desk_act_order o JOIN port_order p ON p.partner_id = o.partner_id AND p.id = o.order_id
       WHERE o.act_id = $1 AND o.outcome = 'ready' GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`,
      [act?.id ?? null],
    );
    const [of] = await query<{ partners: number }>(
      `SELECT count(DISTINCT partner_id)::integer AS partners FROM desk_act_order WHERE act_id = $1 AND outcome = 'ready'`,
      [act?.id ?? null],
    );
    const sum = (key: 'orders' | 'numbers') => groups.reduce((all, group) => all + group[key], 0);
    return { groups, orders: sum('orders'), numbers: sum('numbers'), partners: of?.partners ?? 0 };
  });
}
