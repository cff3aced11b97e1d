import { PROVISIONING_COLUMNS, type ProvisioningOf } from '#domain/provisioning.ts';
import { STATUSES, type Status } from '#domain/status.ts';
import { type Bind, bindings } from '../../report/query/bindings.ts';
import { CELLS, type CellStyle } from '../../report/query/export-cells.ts';
import { literal } from '../../report/query/literals.ts';
import type { SnapshotFacts } from '../../report/query/snapshot-facts.ts';
import type { Query } from '../../tenant.ts';
import type { NumberFilter } from '../assignment.ts';
import { assignedNumbers, readyFrom } from './conditions.ts';
import { ASSIGNED } from './standing.ts';

/** Which numbers a file holds, and what narrows them. */
export type Provisioning = { of: ProvisioningOf; filter: NumberFilter };

/** The SELECT of all rows of a file for provisioning, without parameters: account by account, the soonest first. */
export function provisioningSelect(partnerId: number, asked: Provisioning, style: CellStyle): string {
  const cells = PROVISIONING_COLUMNS[asked.of].map((column) => CELLS[style](column));
  const order = { ready: 'o.foc_on, n.phone', assigned: 's.at DESC, s.request_id, s.phone' }[asked.of];
  return `SELECT ${cells.join(', ')} FROM ${fromWhere(partnerId, asked, literal)}
    ORDER BY lower(coalesce(a.company_name, a.username, a.id) COLLATE pg_c_utf8), a.id, ${order}`;
}

/** What there is to say of these rows, in the transaction that they are read in. Rows on no order count in no status. */
export async function readProvisioningFacts(
  query: Query,
  partnerId: number,
  asked: Provisioning,
): Promise<SnapshotFacts> {
  const { values, bind } = bindings();
  const rows = await query<{ status: Status | null; numbers: number }>(
    `SELECT port_status(o.detailed_status) AS status, count(*) AS numbers
     FROM ${fromWhere(partnerId, asked, bind)} GROUP BY 1`,
    values,
  );
  const [now] = await query<{ asOf: Date }>('SELECT now() AS "asOf"');
  if (!now) throw new Error('Postgres told no time.');
  const of = (status: Status) => rows.find((row) => row.status === status)?.numbers ?? 0;
  return {
    asOf: now.asOf,
    rows: rows.reduce((total, { numbers }) => total + numbers, 0),
    counts: Object.fromEntries(STATUSES.map((status) => [status, of(status)])) as Record<Status, number>,
  };
}

function fromWhere(partnerId: number, { of, filter }: Provisioning, bind: Bind): string {
  const account = 'JOIN account a ON a.partner_id = r.partner_id AND a.id = r.account_id';
  if (of === 'assigned') {
    return `${ASSIGNED} ${account} WHERE ${assignedNumbers(partnerId, filter, bind)}`;
  }
  return `${readyFrom(partnerId, filter, bind)}
    JOIN port_request r ON r.partner_id = o.partner_id AND r.id = o.request_id ${account}`;
}
