import type { Order } from './factories.ts';
import { asOwner, insert } from './owner.ts';
import { makeUser, type User } from './users.ts';

/** A carrier's list of one row, previewed to change nothing, that names an order in a cell of its own; and a partner's report. */
export type Uploads = { list: string; report: string };

const FILE = { sha256: 'a'.repeat(64), content: Buffer.from('TN,Status\n') };

/** A list that is about an order, and a report of its partner, of an agent and a lead who are made when none is given. */
export async function makeUploads(order: Order, mark: string, by?: User): Promise<Uploads> {
  const agent = by ?? (await makeUser({ role: 'agent' }));
  const { partner } = order.request.account;
  // Ahead of what other tests upload, on the first page of the list.
  const about = {
    at: '2030-01-01',
    actor_id: agent.id,
    actor: agent.name,
    file_name: `${mark}.csv`,
    ...FILE,
  };
  const list = await insert<{ id: string }>('desk_upload', {
    ...about,
    headers: ['TN', 'Order ID', 'Status'],
    records: 1,
    mapping: JSON.stringify({ orderId: 'Order ID', detailedStatus: 'Status' }),
    counts: JSON.stringify({ unchanged: 1 }),
  });
  await insert('desk_upload_row', {
    ...{ upload_id: list.id, record: 2, partner_id: partner.id, order_id: order.id },
    cells: [mark, String(order.id), 'Rejected'],
  });
  const report = await insert<{ id: string }>('report_upload', { ...about, partner_id: partner.id });
  return { list: list.id, report: report.id };
}

/** The state that an order is in, with its version and who changed it last. */
export async function orderNow({ id }: Order) {
  const [row] = await asOwner(
    `SELECT detailed_status AS status, foc_on AS foc, estimated_on AS epd, version, changed_by AS by
     FROM port_order WHERE id = $1`,
    [id],
  );
  return row;
}
