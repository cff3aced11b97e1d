import { STATUSES } from '#domain/status.ts';
import { makePartner } from './factories.ts';
import { insert } from './owner.ts';
import { makeUser, type User } from './users.ts';

/** The receipt of an export that runs, of a user who is made when none is given. Returns its id. */
export async function makeReceipt(
  given: {
    user?: User;
    partnerId?: number;
    outcome?: 'running' | 'done';
    beganAt?: string;
    silent?: string;
  } = {},
): Promise<string> {
  const user = given.user ?? (await makeUser());
  const partnerId = given.partnerId ?? user.partner?.id ?? (await makePartner()).id;
  const done = given.outcome === 'done';
  const { id } = await insert<{ id: string }>('export_receipt', {
    partner_id: partnerId,
    id: crypto.randomUUID(),
    user_id: user.id,
    user_name: user.name,
    user_email: user.email,
    by_staff: user.role !== 'partner',
    address: '192.0.2.7',
    format: 'csv',
    columns: ['phone', 'status'],
    file_name: 'number-porting-report.csv',
    facts: {
      title: 'Partner Number Porting Report',
      confidentiality: 'Confidential',
      partner: user.partner?.name ?? '',
      madeBy: { name: user.name, email: user.email },
      asOf: '2026-11-23T17:42:00.000Z',
      parameters: ['Rejected'],
      rows: 3,
      counts: Object.fromEntries(STATUSES.map((status) => [status, 0])),
    },
    ...(given.beganAt ? { began_at: given.beganAt } : {}),
    ...(given.silent ? { heartbeat_at: given.silent } : {}),
    ...(done ? { outcome: 'done', ended_at: '2026-11-23T17:42:03Z', sha256: '0'.repeat(64) } : {}),
  });
  return id;
}
