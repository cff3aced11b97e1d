import { businessDaysSince, type Holidays } from '#domain/business-days.ts';
import type { CalendarDate } from '#domain/calendar-date.ts';
import { nextStep } from '#domain/next-step.ts';
import { pacificDate } from '#domain/pacific-time.ts';
import type { RejectTurn } from '#domain/reject-reason.ts';
import { folded } from '../../folded.ts';
import { facetsOf } from '../../report/query/facet.ts';
import type { Query } from '../../tenant.ts';
import type { Home, WaitingOrder } from '../home.ts';
import { FIRST_PHONE } from './first-phone.ts';

const SHOWN = 6;

/** The facets from the first on that wait for the partner: a number in the query, as the index over them says it. */
const WAITING = `o.facet < ${(facetsOf({ statuses: ['waiting-for-you'], details: [], ready: null }) ?? []).length}`;

type Row = Omit<WaitingOrder, 'age' | 'step'> & { reason: { nextStep: string; turn: RejectTurn } | null };

/** What waits for a partner: how much, and the orders that have waited longest. */
export async function readWaiting(
  query: Query,
  partnerId: number,
  { today, holidays }: { today: CalendarDate; holidays: Holidays },
): Promise<Home['waiting']> {
  const [counted] = await query<{ numbers: number; count: number }>(
    `SELECT coalesce(sum(o.number_count), 0)::integer AS numbers, count(*)::integer AS count
     FROM port_order o WHERE o.partner_id = $1 AND ${WAITING} AND o.number_count > 0`,
    [partnerId],
  );
  const rows = await query<Row>(OLDEST, [partnerId]);
  const orders = rows.map(({ reason, ...row }) => ({
    ...row,
    age: businessDaysSince(pacificDate(row.statusSince), today, holidays),
    step: nextStep(row, reason),
  }));
  return { numbers: counted?.numbers ?? 0, count: counted?.count ?? 0, orders };
}

const OLDEST = `
  SELECT o.id AS "orderId", o.request_id AS "requestId", o.account_id AS "accountId", ${FIRST_PHONE} AS phone,
    coalesce(a.company_name, a.username) AS company, o.detailed_status AS "detailedStatus", o.number_count AS numbers,
    CASE WHEN o.toll_free THEN 'toll-free' ELSE 'local' END AS type, o.status_since AS "statusSince",
    CASE WHEN o.detailed_status = 'rejected' THEN o.reject_reason END AS "rejectReason",
    CASE WHEN o.detailed_status = 'rejected' THEN (
      SELECT jsonb_build_object('nextStep', c.next_step, 'turn', c.turn) FROM reject_reason c
      WHERE ${folded('c.reason')} = ${folded('o.reject_reason')} ORDER BY c.retired, c.id LIMIT 1
    ) END AS reason,
    CASE WHEN o.detailed_status = 'additional-info-required' THEN (
      SELECT e.note FROM order_event e
      WHERE e.partner_id = o.partner_id AND e.order_id = o.id AND e.note IS NOT NULL AND e.kind IN ('changed', 'corrected', 'note')
      ORDER BY e.at DESC, e.id DESC LIMIT 1
    ) END AS note
  FROM (
    SELECT * FROM port_order o WHERE o.partner_id = $1 AND ${WAITING} AND o.number_count > 0
    ORDER BY o.status_since, o.id LIMIT ${SHOWN}
  ) o
  JOIN account a ON a.partner_id = o.partner_id AND a.id = o.account_id
  ORDER BY o.status_since, o.id`;
