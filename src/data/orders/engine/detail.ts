import { NotFound } from '#domain/not-found.ts';
import type { OrderFields } from '#domain/order-rules.ts';
import type { Query } from '../../tenant.ts';
import type { OrderDetail, Sibling } from '../order.ts';
import { readEntries } from './history.ts';
import { FIELDS, fieldsOf } from './read-orders.ts';

const PHONES = 2_000;

type DetailRow = OrderFields &
  Omit<OrderDetail, 'partner' | 'account' | 'siblings' | 'phones' | 'replies'> & {
    repliedAt: Date | null;
    slug: string;
    partnerName: string;
    accountId: string;
    username: string | null;
    companyName: string | null;
  };

/** One order with all that its page shows. Throws NotFound. */
export async function readDetail(query: Query, orderId: number): Promise<OrderDetail> {
  // The keys of orders begin with the partner: one look for each of the few partners.
  const [row] = await query<DetailRow>(
    `SELECT o.partner_id AS "partnerId", o.id AS "orderId", o.version, o.number_count AS numbers,
       o.status_since AS "statusSince", o.request_id AS "requestId", r.case_number AS "caseNumber", p.slug,
       p.name AS "partnerName", a.id AS "accountId", a.username, a.company_name AS "companyName",
       o.changed_by AS "changedBy", o.updated_at AS "updatedAt", o.replied_at AS "repliedAt",
       ${FIELDS}
     FROM partner p
     JOIN port_order o ON o.partner_id = p.id AND o.id = $1
     JOIN port_request r ON r.partner_id = o.partner_id AND r.id = o.request_id
     JOIN account a ON a.partner_id = o.partner_id AND a.id = o.account_id`,
    [orderId],
  );
  if (!row) throw new NotFound('order');
  const { partnerId, version, numbers, statusSince, requestId, caseNumber, changedBy, updatedAt } = row;
  return {
    ...fieldsOf(row),
    ...{ partnerId, orderId, version, numbers, statusSince, requestId, caseNumber, changedBy, updatedAt },
    partner: { id: partnerId, slug: row.slug, name: row.partnerName },
    account: { id: row.accountId, username: row.username, companyName: row.companyName },
    siblings: await readSiblings(query, row),
    phones: await readPhones(query, row),
    replies: await readReplies(query, row),
  };
}

async function readSiblings(query: Query, { partnerId, requestId, orderId }: DetailRow): Promise<Sibling[]> {
  return query<Sibling>(
    `SELECT o.id, o.version, o.number_count AS numbers, o.detailed_status AS "detailedStatus", o.foc_on AS "focOn",
       to_char(o.foc_time, 'HH24:MI') AS "focTime", CASE WHEN o.toll_free THEN 'toll-free' ELSE 'local' END AS type
     FROM port_order o
     WHERE o.partner_id = $1 AND o.request_id = $2 AND o.id <> $3 AND o.number_count > 0 ORDER BY o.id`,
    [partnerId, requestId, orderId],
  );
}

const MESSAGES = 5;

async function readReplies(
  query: Query,
  { partnerId, orderId, repliedAt }: DetailRow,
): Promise<OrderDetail['replies']> {
  if (repliedAt === null) return null;
  const waiting = `e.partner_id = $1 AND e.order_id = $2 AND e.kind = 'message' AND e.at >= $3`;
  const values = [partnerId, orderId, repliedAt];
  const [counted] = await query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM order_event e WHERE ${waiting}`,
    values,
  );
  const messages = await readEntries(query, waiting, MESSAGES, values);
  return { since: repliedAt, count: counted?.count ?? 0, messages };
}

async function readPhones(query: Query, { partnerId, orderId }: DetailRow): Promise<string[]> {
  const rows = await query<{ phone: string }>(
    `SELECT phone FROM port_number WHERE partner_id = $1 AND order_id = $2 ORDER BY phone LIMIT ${PHONES}`,
    [partnerId, orderId],
  );
  return rows.map(({ phone }) => phone);
}
