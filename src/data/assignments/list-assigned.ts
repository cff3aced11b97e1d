import type { AssignmentStanding } from '#domain/assignment.ts';
import type { CalendarDate } from '#domain/calendar-date.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { bindings } from '../report/query/bindings.ts';
import { readIn, scopeOf } from '../tenant.ts';
import type { AssignedNumber, NumberCounts, NumberFilter, OrderOfNumber, OwnNumber } from './assignment.ts';
import { accountsOfNumbers } from './engine/accounts.ts';
import { assignedNumbers } from './engine/conditions.ts';
import { countNumbers, readyByAccount } from './engine/counts.ts';
import { ALERTS, ASSIGNED, allAssigned, OF_REQUEST, SEEN_NOW, STANDING } from './engine/standing.ts';

/** The number after which a page begins. */
export type AssignedPosition = OwnNumber & { alerts: boolean; at: Date };

export type AssignedList = {
  numbers: AssignedNumber[];
  counts: NumberCounts;
  /** The last number of the page; null on the last page. */
  next: AssignedPosition | null;
};

export const ASSIGNED_PAGE = 100;

/**
 * A partner's assigned numbers, the newest first; 100 of them after a position. `unsafe`: those alone that are no longer
 * safe, and of these first what nobody has looked at. Throws NotFound for a stranger.
 */
export async function listAssigned(
  viewer: Viewer,
  partner: { id: number },
  { filter, unsafe, after }: { filter: NumberFilter; unsafe: boolean; after: AssignedPosition | null },
): Promise<AssignedList> {
  demand(viewer, 'report.read');
  return readIn(scopeOf(viewer, partner.id), async (query) => {
    const accounts = await accountsOfNumbers(query, partner.id);
    const { values, bind } = bindings();
    const conditions = [assignedNumbers(partner.id, filter, bind)];
    if (unsafe) conditions.push(`${STANDING} <> 'safe'`);
    // To find the few that are not safe, all are looked at.
    const from = unsafe ? `${allAssigned(bind(partner.id, 'integer'))} ${OF_REQUEST}` : ASSIGNED;
    const beyond = after && [bind(after.at), bind(after.requestId, 'text'), bind(after.phone, 'text')];
    if (beyond) {
      const [at, requestId, phone] = beyond;
      const later = `(s.at < ${at}::timestamptz OR s.at = ${at}::timestamptz AND (s.request_id, s.phone) > (${requestId}, ${phone}))`;
      if (!unsafe) conditions.push(later);
      else conditions.push(after.alerts ? `(NOT ${ALERTS} OR ${later})` : `NOT ${ALERTS} AND ${later}`);
    }
    const rows = await query<Row>(
      `SELECT ${COLUMNS} FROM ${from} JOIN account a ON a.partner_id = r.partner_id AND a.id = r.account_id
       WHERE ${conditions.join(' AND ')}
       ORDER BY ${unsafe ? `${ALERTS} DESC, ` : ''}s.at DESC, s.request_id, s.phone LIMIT ${ASSIGNED_PAGE + 1}`,
      values,
    );
    const numbers = rows.slice(0, ASSIGNED_PAGE).map(numberOf);
    const last = numbers.at(-1);
    const ready = await readyByAccount(query, partner.id, filter, accounts);
    return {
      numbers,
      counts: await countNumbers(query, partner.id, filter, ready),
      next: rows.length > ASSIGNED_PAGE && last ? positionOf(last) : null,
    };
  });
}

function positionOf({ alerts, at, requestId, phone }: AssignedNumber): AssignedPosition {
  return { alerts, at, requestId, phone };
}

type Row = Omit<AssignedNumber, 'order'> & {
  orderId: number | null;
  type: OrderOfNumber['type'];
  detailedStatus: OrderOfNumber['detailedStatus'];
  focOn: CalendarDate | null;
  focTime: OrderOfNumber['focTime'];
  approvedOn: CalendarDate | null;
  standing: AssignmentStanding;
};

const COLUMNS = `s.request_id AS "requestId", s.phone, r.account_id AS "accountId", a.company_name AS company,
  s.at, s.actor, s.assigned_to AS "assignedTo", s.batch_id AS "batchId", s.foc_on AS "reliedOn",
  o.id AS "orderId", CASE WHEN o.toll_free THEN 'toll-free' ELSE 'local' END AS type,
  o.detailed_status AS "detailedStatus", o.foc_on AS "focOn", to_char(o.foc_time, 'HH24:MI') AS "focTime",
  o.approved_on AS "approvedOn", ${STANDING} AS standing, ${ALERTS} AS alerts, ${SEEN_NOW} AS "seenNow"`;

function numberOf(row: Row): AssignedNumber {
  const { orderId, type, detailedStatus, focOn, focTime, approvedOn, ...assigned } = row;
  const order = orderId === null ? null : { orderId, type, detailedStatus, focOn, focTime, approvedOn };
  return { ...assigned, order };
}
