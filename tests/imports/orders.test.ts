import { describe, expect, it } from 'vitest';
import { makeNumber, makeOrder, makePartner, makeRequest } from '../support/factories.ts';
import { asOwner } from '../support/owner.ts';
import { eventsOf, importRows, lastEvent, ordersOf, phones, type Row, row, rowVersions } from './support.ts';

const [A = '', B = '', C = '', D = '', E = '', F = '', G = ''] = phones(7);
const [T = '', U = ''] = phones(2, '800');

const submitted = (...of: string[]) => of.map((phone) => row(phone));
const rejected = (...of: string[]) => of.map((phone) => row(phone, { detailedStatus: 'Rejected' }));
const scheduled = (...of: string[]) =>
  of.map((phone) => row(phone, { detailedStatus: 'Firm order confirmation', focOn: '2026-03-18' }));

/** A partner that the rows were imported for, and its orders. */
async function partnerWith(...rows: Row[]) {
  const partner = await makePartner();
  await importRows(partner, rows);
  return { partner, orders: await ordersOf(partner), since: await lastEvent() };
}

describe('rows become orders', () => {
  it('where those of one request with the same order fields are one', async () => {
    const { orders } = await partnerWith(
      ...submitted(A, B),
      ...rejected(C),
      row(D),
      row(E, { requestId: '500002' }),
      row(F, { estimatedOn: '2026-03-18' }),
      row(G, { estimatedOn: '3/18/2026' }),
    );
    expect(orders.map(({ request, status, phones, count }) => [request, status, phones, count])).toEqual([
      ['500001', 'submitted', [A, B, D], 3],
      ['500001', 'rejected', [C], 1],
      ['500002', 'submitted', [E], 1],
      ['500001', 'submitted', [F, G], 2],
    ]);
  });

  it('never of local and toll-free numbers together', async () => {
    const { orders } = await partnerWith(...submitted(A, T, B, U));
    expect(orders.map(({ phones }) => phones)).toEqual([
      [A, B],
      [T, U],
    ]);
  });

  it('and the same number may be in two requests, as what happened before is kept', async () => {
    const { orders } = await partnerWith(
      row(A, { requestId: '500001', detailedStatus: 'Cancelled' }),
      row(A, { requestId: '500002' }),
    );
    expect(orders.map(({ request, phones }) => [request, phones])).toEqual([
      ['500001', [A]],
      ['500002', [A]],
    ]);
  });
});

describe('an order that is there already', () => {
  it('keeps its identity when its fields change, and one event tells what became of what', async () => {
    const { partner, orders, since } = await partnerWith(...submitted(A, B));
    const changed = scheduled(A, B).map((one) => ({ ...one, focTime: '10:00 AM', priority: 'Expedite' }));
    expect(await importRows(partner, changed)).toBe('2 = 2 imported + 0 unchanged + 0 rejected');
    expect(await ordersOf(partner)).toMatchObject([
      { id: orders[0]?.id, status: 'firm-order-confirmation', foc: '2026-03-18', version: 2, phones: [A, B] },
    ]);
    expect(await eventsOf(partner, since)).toEqual([
      {
        order: orders[0]?.id,
        kind: 'changed',
        actor: 'system: import',
        changes: [
          { field: 'detailedStatus', from: 'submitted', to: 'firm-order-confirmation' },
          { field: 'priority', from: 'standard', to: 'expedite' },
          { field: 'focOn', from: null, to: '2026-03-18' },
          { field: 'focTime', from: null, to: '10:00' },
        ],
        note: null,
        visible: true,
      },
    ]);
  });

  it('has the time of its status moved on only when the detailed status changes', async () => {
    const { partner } = await partnerWith(...submitted(A));
    const since = async () => {
      const [order] = await asOwner<{ status_since: Date; updated_at: Date }>(
        'SELECT status_since, updated_at FROM port_order WHERE partner_id = $1',
        [partner.id],
      );
      return order ?? { status_since: new Date(0), updated_at: new Date(0) };
    };
    const first = await since();
    await importRows(partner, [row(A, { estimatedOn: '2026-03-18' })]);
    const second = await since();
    expect(second.status_since).toEqual(first.status_since);
    expect(second.updated_at.getTime()).toBeGreaterThan(first.updated_at.getTime());
    await importRows(partner, rejected(A));
    expect((await since()).status_since.getTime()).toBeGreaterThan(first.status_since.getTime());
  });

  it('goes to the rows that have most of its numbers; the others become a new one', async () => {
    const { partner, orders, since } = await partnerWith(...submitted(A, B, C, D, E));
    await importRows(partner, [...rejected(A, B, C), ...submitted(D, E)]);
    expect(await ordersOf(partner)).toMatchObject([
      { id: orders[0]?.id, status: 'rejected', phones: [A, B, C], count: 3, version: 2 },
      { status: 'submitted', phones: [D, E], count: 2, version: 1 },
    ]);
    expect(await eventsOf(partner, since)).toMatchObject([
      {
        kind: 'changed',
        changes: [
          { field: 'detailedStatus', from: 'submitted', to: 'rejected' },
          { field: 'numbers', from: 5, to: 3 },
        ],
        note: `Went to another order of the request: ${D}, ${E}.`,
      },
      { kind: 'created', note: `Came from another order of the request: ${D}, ${E}.` },
    ]);
  });

  it('stays with the rows that say what it is, when as many say something else', async () => {
    const { partner, orders } = await partnerWith(...submitted(A, B));
    await importRows(partner, [...rejected(A), ...submitted(B)]);
    expect(await ordersOf(partner)).toMatchObject([
      { id: orders[0]?.id, status: 'submitted', phones: [B] },
      { status: 'rejected', phones: [A] },
    ]);
  });

  it('takes in the numbers of another one when both come to the same; the emptied one remains, with an event', async () => {
    const { partner, orders, since } = await partnerWith(...submitted(A, B, C), ...rejected(D, E));
    await importRows(partner, rejected(A, B, C, D, E));
    expect(await ordersOf(partner)).toMatchObject([
      { id: orders[0]?.id, status: 'rejected', phones: [A, B, C, D, E], count: 5 },
      { id: orders[1]?.id, status: 'rejected', phones: [], count: 0 },
    ]);
    expect(await eventsOf(partner, since)).toMatchObject([
      { kind: 'changed', note: `Came from another order of the request: ${D}, ${E}.` },
      {
        kind: 'numbers-moved',
        changes: [{ field: 'numbers', from: 2, to: 0 }],
        note: `Went to another order of the request: ${D}, ${E}.`,
      },
    ]);
  });

  it('exchanges numbers with another one of its request', async () => {
    const { partner, orders, since } = await partnerWith(...submitted(A, B, C), ...rejected(D, E, F));
    await importRows(partner, [...submitted(A, B, D), ...rejected(C, E, F)]);
    expect(
      (await ordersOf(partner)).map(({ id, phones, count, version }) => [id, phones, count, version]),
    ).toEqual([
      [orders[0]?.id, [A, B, D], 3, 2],
      [orders[1]?.id, [C, E, F], 3, 2],
    ]);
    expect(await eventsOf(partner, since)).toMatchObject([
      {
        kind: 'numbers-moved',
        changes: [],
        note: `Came from another order of the request: ${D}. Went to another order of the request: ${C}.`,
      },
      { kind: 'numbers-moved', changes: [] },
    ]);
  });

  it('gets the numbers that are new in the file, told by name up to ten', async () => {
    const many = phones(13, '212');
    const { partner, orders, since } = await partnerWith(...submitted(A));
    expect(await importRows(partner, submitted(A, ...many))).toBe(
      '14 = 13 imported + 1 unchanged + 0 rejected',
    );
    expect(await ordersOf(partner)).toMatchObject([{ id: orders[0]?.id, count: 14, version: 2 }]);
    expect(await eventsOf(partner, since)).toMatchObject([
      {
        kind: 'numbers-moved',
        changes: [{ field: 'numbers', from: 1, to: 14 }],
        note: `Added: ${many.slice(0, 10).join(', ')} and 3 more.`,
      },
    ]);
  });

  it('is not touched by a file that says of its numbers what is there', async () => {
    const { partner, since } = await partnerWith(...submitted(A, B, C), ...rejected(D));
    const before = await rowVersions(partner);
    expect(await importRows(partner, submitted(A, C))).toBe('2 = 0 imported + 2 unchanged + 0 rejected');
    expect(await rowVersions(partner)).toEqual(before);
    expect(await eventsOf(partner, since)).toEqual([]);
  });

  it('is left as it is beside another one with the same facts, as long as a file says nothing else', async () => {
    const partner = await makePartner();
    const request = await makeRequest({ partner });
    const [first, second] = [await makeOrder({ request }), await makeOrder({ request })];
    const [one, two] = [await makeNumber({ order: first }), await makeNumber({ order: second })];
    const { id, account, caseNumber } = request;
    const facts = {
      requestId: id,
      accountId: account.id,
      caseNumber: caseNumber ?? '',
      createdOn: '2026-03-02',
    };
    const names = { username: account.username ?? '', company: account.company ?? '' };
    const rows = [one, two].map((phone) => row(phone, { ...facts, ...names }));
    expect(await importRows(partner, rows)).toBe('2 = 0 imported + 2 unchanged + 0 rejected');
    expect((await ordersOf(partner)).map(({ phones }) => phones)).toEqual([[one], [two]]);
  });
});

describe('numbers that the file does not name', () => {
  it('stay as they are when a few of their order change', async () => {
    const { partner, orders, since } = await partnerWith(...submitted(A, B, C, D));
    await importRows(partner, rejected(A));
    expect(await ordersOf(partner)).toMatchObject([
      { id: orders[0]?.id, status: 'submitted', phones: [B, C, D] },
      { status: 'rejected', phones: [A] },
    ]);
    expect((await eventsOf(partner, since)).map(({ kind }) => kind)).toEqual(['numbers-moved', 'created']);
  });

  it('stay as they are, in an order of their own, when most of their order change; its status is as old as it was', async () => {
    const { partner, orders } = await partnerWith(...submitted(A, B, C, D));
    const [before] = await asOwner('SELECT status_since FROM port_order WHERE partner_id = $1', [partner.id]);
    await importRows(partner, rejected(A, B, C));
    const now = await ordersOf(partner);
    expect(now).toMatchObject([
      { id: orders[0]?.id, status: 'rejected', phones: [A, B, C] },
      { status: 'submitted', phones: [D] },
    ]);
    const [split] = await asOwner('SELECT status_since FROM port_order WHERE partner_id = $1 AND id = $2', [
      partner.id,
      now[1]?.id,
    ]);
    expect(split).toEqual(before);
  });

  it('come together again with the others once a file says the same of them', async () => {
    const { partner, orders } = await partnerWith(...submitted(A, B, C, D));
    await importRows(partner, rejected(A, B, C));
    await importRows(partner, rejected(D));
    expect((await ordersOf(partner)).map(({ id, phones }) => [id === orders[0]?.id, phones])).toEqual([
      [true, [A, B, C, D]],
      [false, []],
    ]);
  });

  it('are joined by new numbers of which the file says the same', async () => {
    const { partner, orders } = await partnerWith(...submitted(A, B));
    await importRows(partner, submitted(C));
    expect(await ordersOf(partner)).toMatchObject([{ id: orders[0]?.id, phones: [A, B, C] }]);
  });

  it('and other requests and partners are not touched', async () => {
    const { partner } = await partnerWith(...submitted(A), row(B, { requestId: '500002' }));
    const other = await partnerWith(...submitted(A));
    const before = await rowVersions(other.partner);
    await importRows(partner, rejected(A));
    expect(await ordersOf(partner)).toMatchObject([
      { request: '500001', status: 'rejected' },
      { request: '500002', status: 'submitted', version: 1 },
    ]);
    expect(await rowVersions(other.partner)).toEqual(before);
  });
});

describe('the facts of a request and of an account', () => {
  it('count as changes of each of their rows; those of a request are told in each of its orders', async () => {
    const given = { caseNumber: '4000001', username: 'harbor', company: 'Harbor' };
    const { partner, orders, since } = await partnerWith(
      row(A, given),
      row(B, { ...given, detailedStatus: 'Rejected' }),
    );
    const moved = { ...given, accountId: '7002', caseNumber: '4000002' };
    expect(await importRows(partner, [row(A, moved), row(B, { ...moved, detailedStatus: 'Rejected' })])).toBe(
      '2 = 2 imported + 0 unchanged + 0 rejected',
    );
    expect((await ordersOf(partner)).map(({ id, account }) => [id, account])).toEqual(
      orders.map(({ id }) => [id, '7002']),
    );
    const changes = [
      { field: 'accountId', from: '7001', to: '7002' },
      { field: 'caseNumber', from: '4000001', to: '4000002' },
    ];
    expect(await eventsOf(partner, since)).toMatchObject([
      { kind: 'changed', changes },
      { kind: 'changed', changes },
    ]);
  });

  it('of which the account has its own: a new name changes its rows, and no order', async () => {
    const { partner, since } = await partnerWith(
      row(A, { company: 'Harbor' }),
      row(B, { accountId: '7002', requestId: '2' }),
    );
    const rows = [row(A, { company: 'Harbor Ltd' }), row(B, { accountId: '7002', requestId: '2' })];
    expect(await importRows(partner, rows)).toBe('2 = 1 imported + 1 unchanged + 0 rejected');
    expect(await eventsOf(partner, since)).toEqual([]);
    const accounts = await asOwner('SELECT id, company_name FROM account WHERE partner_id = $1 ORDER BY id', [
      partner.id,
    ]);
    expect(accounts).toEqual([
      { id: '7001', company_name: 'Harbor Ltd' },
      { id: '7002', company_name: null },
    ]);
  });

  it('are blank when the file leaves them blank, and fill up from the rows that have them', async () => {
    const { partner } = await partnerWith(row(A, { caseNumber: '4000001', company: 'Harbor' }));
    await importRows(partner, [row(A), row(B, { username: 'harbor', caseNumber: '4000009' })]);
    const facts =
      'SELECT username, company_name, case_number FROM account a JOIN port_request r ON r.partner_id = a.partner_id AND r.account_id = a.id WHERE a.partner_id = $1';
    expect(await asOwner(facts, [partner.id])).toEqual([
      { username: 'harbor', company_name: null, case_number: '4000009' },
    ]);
  });
});
