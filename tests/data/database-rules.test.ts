import { describe, expect, it } from 'vitest';
import { readIn, type Scope } from '#data/tenant.ts';
import { assignmentStanding } from '#domain/assignment.ts';
import type { CalendarDate } from '#domain/calendar-date.ts';
import { readiness } from '#domain/ready-to-assign.ts';
import { DETAILED_STATUSES, statusOf } from '#domain/status.ts';
import { makeAccount, makeNumber, makeOrder, makePartner, makeRequest } from '../support/factories.ts';
import { ownConnection, waitingFor } from '../support/held-database.ts';
import { asOwner } from '../support/owner.ts';

const DAY = '2026-03-18' as CalendarDate;

describe('what the database derives', () => {
  it('is the status that the domain derives, for every detailed status', async () => {
    const rows = await asOwner<{ detailed: string; status: string }>(
      'SELECT detailed::text, port_status(detailed) AS status FROM unnest(enum_range(NULL::detailed_status)) AS detailed',
    );
    expect(rows).toEqual(DETAILED_STATUSES.map((detailed) => ({ detailed, status: statusOf(detailed) })));
  });

  it('is ready to assign where the domain says so, for every combination of facts', async () => {
    const rows = await asOwner(
      `SELECT toll_free AS "tollFree", detailed::text, foc::text, approved::text, ready_to_assign(toll_free, detailed, foc, approved) AS ready
       FROM unnest(enum_range(NULL::detailed_status)) AS detailed,
         unnest(ARRAY[true, false]) AS toll_free,
         unnest(ARRAY[NULL, date '2026-03-18']) AS foc,
         unnest(ARRAY[NULL, date '2026-03-18']) AS approved`,
    );
    expect(rows).toHaveLength(DETAILED_STATUSES.length * 8);
    for (const { tollFree, detailed, foc, approved, ready } of rows) {
      const type = tollFree ? 'toll-free' : 'local';
      const answer = readiness({ type, detailedStatus: detailed, focOn: foc, approvedOn: approved });
      expect({ tollFree, detailed, foc, approved, ready }).toEqual({
        tollFree,
        detailed,
        foc,
        approved,
        ready: answer.ready,
      });
    }
  });

  it('is as safe an assignment as the domain says, for every combination of facts', async () => {
    const rows = await asOwner(
      `SELECT toll_free AS "tollFree", detailed::text, relied::text, foc::text, approved::text,
         assignment_standing(relied, toll_free, detailed, foc, approved) AS standing
       FROM unnest(enum_range(NULL::detailed_status) || NULL::detailed_status) AS detailed,
         unnest(ARRAY[true, false]) AS toll_free,
         unnest(ARRAY[NULL, date '2026-03-18']) AS relied,
         unnest(ARRAY[NULL, date '2026-03-18', date '2026-03-19']) AS foc,
         unnest(ARRAY[NULL, date '2026-03-18']) AS approved`,
    );
    expect(rows).toHaveLength((DETAILED_STATUSES.length + 1) * 24);
    for (const { standing, ...facts } of rows) {
      const { tollFree, detailed, relied, foc, approved } = facts;
      const type = tollFree ? 'toll-free' : 'local';
      const order = { type, detailedStatus: detailed, focOn: foc, approvedOn: approved } as const;
      expect({ ...facts, standing }).toEqual({
        ...facts,
        standing: assignmentStanding(relied, detailed === null ? null : order),
      });
    }
  });

  it('counts the numbers of an order as they come, move and go', async () => {
    const request = await makeRequest();
    const first = await makeOrder({ request, numbers: 3 });
    const second = await makeOrder({ request, numbers: 1 });
    expect(await counts(first.id, second.id)).toEqual([3, 1]);
    await asOwner('UPDATE port_number SET order_id = $1 WHERE order_id = $2 AND phone = $3', [
      second.id,
      first.id,
      first.phones[0],
    ]);
    expect(await counts(first.id, second.id)).toEqual([2, 2]);
    await asOwner('DELETE FROM port_number WHERE order_id = $1', [second.id]);
    expect(await counts(first.id, second.id)).toEqual([2, 0]);
  });

  it('sorts the orders of a request by its case number, as soon as they or it are there, and as it changes', async () => {
    const request = await makeRequest({ caseNumber: 'FP-999' });
    const [first, second] = [await makeOrder({ request }), await makeOrder({ request })];
    const other = await makeOrder({ request: await makeRequest({ caseNumber: null }) });
    const keys = () =>
      asOwner('SELECT case_key AS key FROM port_order WHERE id = ANY ($1) ORDER BY id', [
        [first.id, second.id, other.id],
      ]);
    expect(await keys()).toEqual([{ key: '&fp-999' }, { key: '&fp-999' }, { key: null }]);
    await asOwner(`UPDATE port_request SET case_number = '1000' WHERE id = $1`, [request.id]);
    expect(await keys()).toEqual([{ key: '$1000' }, { key: '$1000' }, { key: null }]);
    await asOwner(`UPDATE port_request SET case_number = NULL WHERE id = $1`, [request.id]);
    expect(await keys()).toEqual([{ key: null }, { key: null }, { key: null }]);
  });

  it('lets a new case number wait for an order that is just being made', async () => {
    const request = await makeRequest({ caseNumber: '7' });
    const { id } = await makeOrder({ request });
    const maker = await ownConnection();
    await maker.query('BEGIN');
    await maker.query(
      `INSERT INTO port_order (partner_id, request_id, account_id, toll_free, detailed_status)
       SELECT partner_id, request_id, account_id, true, 'submitted' FROM port_order WHERE id = $1`,
      [id],
    );
    const changed = asOwner(`UPDATE port_request SET case_number = '8' WHERE id = $1`, [request.id]);
    await waitingFor(maker, 1);
    await maker.query('COMMIT');
    await changed;
    const keys = await asOwner('SELECT DISTINCT case_key AS key FROM port_order WHERE request_id = $1', [
      request.id,
    ]);
    expect(keys).toEqual([{ key: '!8' }]);
  });
});

describe('what the database refuses', () => {
  it.each<[string, Parameters<typeof makeOrder>[0]]>([
    ['firm_order_confirmation_is_local', { type: 'toll-free', detailedStatus: 'firm-order-confirmation' }],
    ['accepted_is_toll_free', { detailedStatus: 'accepted' }],
    ['scheduled_and_confirmed_have_foc', { detailedStatus: 'firm-order-confirmation', focOn: null }],
    ['scheduled_and_confirmed_have_foc', { detailedStatus: 'confirmed', focOn: null }],
    ['toll_free_has_no_foc', { type: 'toll-free', focOn: DAY }],
    ['toll_free_has_no_requested_date', { type: 'toll-free', requestedOn: DAY }],
    ['toll_free_is_never_expedited', { type: 'toll-free', priority: 'expedite' }],
    ['approved_date_is_toll_free', { approvedOn: DAY }],
    ['foc_time_has_foc_date', { focTime: '10:00' }],
  ])('%s', async (constraint, facts) => {
    await expect(makeOrder(facts)).rejects.toThrow(constraint);
  });

  it('a toll-free number in a local order, and a local one in a toll-free order', async () => {
    const local = await makeOrder();
    const tollFree = await makeOrder({ type: 'toll-free' });
    await expect(makeNumber({ order: local, phone: '+18005550100' })).rejects.toThrow('foreign key');
    await expect(makeNumber({ order: tollFree, phone: '+12125550100' })).rejects.toThrow('foreign key');
  });

  it('a number in an order of another request, partner or account', async () => {
    const account = await makeAccount();
    const order = await makeOrder({ account });
    const other = await makeRequest({ account });
    await expect(makeNumber({ order: { ...order, request: other } })).rejects.toThrow('foreign key');
    const stranger = await makeRequest();
    await expect(makeOrder({ request: { ...stranger, account } })).rejects.toThrow('foreign key');
  });

  it('to change or remove what happened', async () => {
    const order = await makeOrder({ numbers: 1 });
    await asOwner(
      `INSERT INTO order_event (partner_id, order_id, actor, kind, visible_to_partner) VALUES ($1, $2, 'test', 'note', true)`,
      [order.request.account.partner.id, order.id],
    );
    await expect(
      asOwner('UPDATE order_event SET note = $1 WHERE order_id = $2', ['x', order.id]),
    ).rejects.toThrow('append-only');
    await expect(asOwner('DELETE FROM order_event WHERE order_id = $1', [order.id])).rejects.toThrow(
      'append-only',
    );
  });
});

describe('the second lock', () => {
  const TABLES = ['account', 'port_request', 'port_order', 'port_number', 'order_event'];

  it('shows a query that forgets its WHERE one partner, and an end user one account', async () => {
    const mine = await makePartner();
    const [account, sibling] = [await makeAccount({ partner: mine }), await makeAccount({ partner: mine })];
    for (const owned of [account, sibling, await makeAccount()]) {
      const order = await makeOrder({ account: owned, numbers: 2 });
      await asOwner(
        `INSERT INTO order_event (partner_id, order_id, actor, kind, visible_to_partner)
         VALUES ($1, $2, 'test', 'note', true), ($1, $2, 'test', 'note', false)`,
        [owned.partner.id, order.id],
      );
    }
    expect(await visible({ role: 'portal_partner', partnerId: mine.id })).toEqual([2, 2, 2, 4, 2]);
    expect(await visible({ role: 'portal_end_user', partnerId: mine.id, accountId: account.id })).toEqual([
      1, 1, 1, 2, 1,
    ]);
  });

  it('covers every table: each has row-level security, and only tenant tables are open to partners', async () => {
    const rows = await asOwner<{ table: string; secured: boolean; readable: boolean }>(
      `SELECT relname AS table, relrowsecurity AS secured, has_table_privilege('portal_partner', oid, 'SELECT') AS readable
       FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'`,
    );
    expect(rows.filter((row) => !row.secured)).toEqual([]);
    const readable = rows.filter((row) => row.readable).map((row) => row.table);
    const others = [
      'partner',
      'partner_change',
      'export_receipt',
      'holiday',
      'reject_reason',
      'request_link_use',
      ...Object.keys(OWN),
    ];
    expect([...new Set(readable)].toSorted()).toEqual([...new Set([...TABLES, ...others])].toSorted());
  });

  /** What partners write of their own, by table. End users write nothing. */
  const OWN: Record<string, string> = {
    account: 'INSERT UPDATE DELETE',
    document: 'INSERT DELETE',
    export_receipt: 'INSERT',
    mail: 'INSERT',
    number_assignment: 'INSERT UPDATE DELETE',
    number_order: 'INSERT UPDATE DELETE',
    order_event: 'INSERT',
    port_number: 'INSERT',
    port_order: 'INSERT UPDATE',
    port_request: 'INSERT',
    request_link: 'INSERT UPDATE',
    secret_reveal: 'INSERT',
    setup_transfer: 'INSERT UPDATE DELETE',
    unite_setup: 'INSERT UPDATE DELETE',
  };

  it('lets partners write what is theirs, and end users nothing', async () => {
    const rows = await asOwner<{ table: string; role: string; privileges: string }>(
      `SELECT relname AS table, role, string_agg(privilege, ' ' ORDER BY n) AS privileges
       FROM pg_class, unnest(ARRAY['portal_partner', 'portal_end_user']) AS role,
         unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) WITH ORDINALITY AS p (privilege, n)
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND has_table_privilege(role, oid, privilege)
       GROUP BY 1, 2 ORDER BY 1`,
    );
    expect(rows.filter(({ role }) => role !== 'portal_partner')).toEqual([]);
    expect(Object.fromEntries(rows.map((row) => [row.table, row.privileges]))).toEqual(OWN);
  });

  it('holds what a partner writes to its own rows, whatever the table', async () => {
    const policies = await asOwner<{ table: string; cmd: string; qual: string | null; check: string | null }>(
      `SELECT tablename AS table, cmd, qual, with_check AS check FROM pg_policies WHERE 'portal_partner' = ANY (roles)`,
    );
    const mine = (text: string | null) =>
      text?.includes("partner_id = (current_setting('app.partner_id'") === true;
    for (const [table, verbs] of Object.entries(OWN)) {
      for (const verb of verbs.split(' ')) {
        const holding = policies.filter((p) => p.table === table && ['ALL', verb].includes(p.cmd));
        expect(holding, `${verb} ${table}`).not.toEqual([]);
        for (const { qual, check } of holding) {
          expect(verb === 'DELETE' || mine(check), `${verb} ${table}`).toBe(true);
          expect(verb === 'INSERT' || mine(qual), `${verb} ${table}`).toBe(true);
        }
      }
    }
  });

  async function visible(scope: Scope): Promise<number[]> {
    return readIn(scope, async (query) => {
      const counted: number[] = [];
      for (const table of TABLES) {
        const [row] = await query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`);
        counted.push(row?.n ?? -1);
      }
      return counted;
    });
  }
});

async function counts(...orders: number[]): Promise<number[]> {
  const rows = await asOwner('SELECT number_count FROM port_order WHERE id = ANY($1) ORDER BY id', [orders]);
  return rows.map((row) => row.number_count);
}
