import type { CalendarDate } from '#domain/calendar-date.ts';
import type { ClockTime } from '#domain/clock-time.ts';
import { facetsOf } from '../../report/query/facet.ts';
import type { Query } from '../../tenant.ts';
import type { PortingDay } from '../home.ts';

/** The facets of orders with a confirmed date that holds or held, as the index over them says it. */
const FACETS =
  facetsOf({ statuses: ['scheduled', 'confirmed', 'completed'], details: [], ready: null }) ?? [];
const WITH_DATE = `o.facet BETWEEN ${FACETS[0]} AND ${FACETS.at(-1)}`;
const COMPLETED = facetsOf({ statuses: ['completed'], details: [], ready: null })?.[0];

type Row = {
  day: CalendarDate;
  time: ClockTime | null;
  accountId: string;
  company: string | null;
  numbers: number;
  ported: number;
};

/** What ports from one day to another, both included: the days on which something does, the earliest first. */
export async function readPorts(
  query: Query,
  partnerId: number,
  from: CalendarDate,
  to: CalendarDate,
): Promise<PortingDay[]> {
  const rows = await query<Row>(
    `SELECT p.*, coalesce(a.company_name, a.username) AS company
     FROM (
       SELECT o.foc_on AS day, to_char(o.foc_time, 'HH24:MI') AS time, o.account_id AS "accountId",
         sum(o.number_count)::integer AS numbers,
         coalesce(sum(o.number_count) FILTER (WHERE o.facet >= ${COMPLETED}), 0)::integer AS ported
       FROM port_order o
       WHERE o.partner_id = $1 AND o.foc_on BETWEEN $2::date AND $3::date AND ${WITH_DATE} AND o.number_count > 0
       GROUP BY 1, 2, 3
     ) p
     JOIN account a ON a.partner_id = $1 AND a.id = p."accountId"
     ORDER BY p.day, p.time NULLS LAST`,
    [partnerId, from, to],
  );
  return [...Map.groupBy(rows, ({ day }) => day)].map(([day, own]) => dayOf(day, own));
}

function dayOf(day: CalendarDate, rows: readonly Row[]): PortingDay {
  const accounts = [...Map.groupBy(rows, ({ accountId }) => accountId)].map(([id, own]) => ({
    id,
    company: own[0]?.company ?? null,
    numbers: sum(own),
  }));
  return {
    day,
    numbers: sum(rows),
    ported: rows.reduce((total, { ported }) => total + ported, 0),
    times: [...Map.groupBy(rows, ({ time }) => time)].map(([time, own]) => ({ time, numbers: sum(own) })),
    accounts: accounts.toSorted((a, b) => b.numbers - a.numbers || a.id.localeCompare(b.id)),
  };
}

function sum(rows: readonly { numbers: number }[]): number {
  return rows.reduce((total, { numbers }) => total + numbers, 0);
}
