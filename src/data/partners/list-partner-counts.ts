import { demand } from '#domain/permissions.ts';
import { STATUSES } from '#domain/status.ts';
import type { Viewer } from '#domain/viewer.ts';
import { pool } from '../connection.ts';
import { facetsOf } from '../report/query/facet.ts';
import { readIn } from '../tenant.ts';
import type { Partner } from './read-partner.ts';

/** A partner with what belongs to it; `users` are its own and its end users, `openOrders` those that are not over. */
export type CountedPartner = Partner & {
  accounts: number;
  users: number;
  openOrders: number;
  numbers: number;
};

/** All partners by name, each with its counts. */
export async function listPartnerCounts(viewer: Viewer): Promise<CountedPartner[]> {
  demand(viewer, 'admin.read');
  const [partners, users] = await Promise.all([
    readIn({ role: 'portal_staff' }, (query) => query<Omit<CountedPartner, 'users'>>(COUNTS, [OPEN])),
    pool().query<{ id: number; users: number }>(
      'SELECT partner_id AS id, count(*)::integer AS users FROM app_user WHERE partner_id IS NOT NULL GROUP BY 1',
    ),
  ]);
  const usersOf = new Map(users.rows.map((row) => [row.id, row.users]));
  return partners.map((partner) => ({ ...partner, users: usersOf.get(partner.id) ?? 0 }));
}

const OPEN = facetsOf({
  statuses: STATUSES.filter((status) => status !== 'completed' && status !== 'cancelled'),
  details: [],
  ready: null,
});

/** The facet tells where an order stands from the index, without its row. */
const COUNTS = `
  SELECT p.id, p.slug, p.name,
    (SELECT count(*)::integer FROM account a WHERE a.partner_id = p.id) AS accounts,
    coalesce(o.open, 0)::integer AS "openOrders", coalesce(o.numbers, 0)::integer AS numbers
  FROM partner p
  LEFT JOIN (
    SELECT partner_id, sum(number_count) AS numbers, count(*) FILTER (WHERE facet = ANY ($1)) AS open
    FROM port_order GROUP BY 1
  ) o ON o.partner_id = p.id
  ORDER BY lower(p.name), p.id`;
