import { describeChanges, type FieldChange, mergeChanges } from '#domain/order-changes.ts';
import { formatMoment } from '#domain/pacific-time.ts';
import type { Query } from '../../tenant.ts';
import type { SeenOrder } from '../order.ts';

/** What happened to an order since a version of it: who (several by name), when last, and what it comes to. */
export type Since = { by: string; at: Date; changes: FieldChange[] };

type EventRow = { orderId: number; actor: string; at: Date; changes: FieldChange[] };

/** What happened to orders since the versions that somebody saw of them, by the order's id. */
export async function changesSince(query: Query, seen: readonly SeenOrder[]): Promise<Map<number, Since>> {
  if (seen.length === 0) return new Map();
  const events = await query<EventRow>(
    `SELECT e.order_id AS "orderId", e.actor, e.at, e.changes
     FROM unnest($1::integer[], $2::bigint[], $3::integer[]) AS seen (partner_id, order_id, version)
     JOIN order_event e ON e.partner_id = seen.partner_id AND e.order_id = seen.order_id AND e.version > seen.version
     ORDER BY e.id`,
    [
      seen.map(({ partnerId }) => partnerId),
      seen.map(({ orderId }) => orderId),
      seen.map(({ version }) => version),
    ],
  );
  return new Map(
    [...Map.groupBy(events, ({ orderId }) => orderId)].map(([orderId, all]) => [orderId, told(all)]),
  );
}

/** `Tomás Reyes changed it, Mon 23 Nov 2026, 9:31 AM PT: detailed status from Reviewed to Cancelled.` */
export function sinceSentence(since: Since | undefined): string {
  if (!since) return 'It has been changed since.';
  const what = describeChanges(since.changes);
  return `${since.by} changed it, ${formatMoment(since.at)}${what === '' ? '' : `: ${what}`}.`;
}

function told(events: readonly EventRow[]): Since {
  const by = [...new Set(events.map(({ actor }) => actor))].join(' and ');
  const at = events.at(-1)?.at ?? new Date(0);
  return { by, at, changes: mergeChanges(events.map(({ changes }) => changes)) };
}
