import { expect, test } from 'vitest';
import { listRequests } from '#data/requests/list-requests.ts';
import { readRequest } from '#data/requests/read-request.ts';
import { NotFound } from '#domain/not-found.ts';
import { makeAccount, makeNumber, makeOrder, makePartner, makeRequest } from '../support/factories.ts';
import { insert } from '../support/owner.ts';
import { word } from '../support/unique.ts';
import { endUserViewer, partnerViewer } from '../support/viewers.ts';

const FIRST = { part: 1, page: 1 };

test('an end user follows its requests, the newest ID first, each with one status and a sentence', async () => {
  const account = await makeAccount();
  const long = await makeRequest({ account, id: '1000001' });
  const early = await makeRequest({ account, id: '999999' });
  await makeOrder({ request: long, detailedStatus: 'completed', numbers: 7, createdOn: '2026-03-02' });
  await makeOrder({
    request: long,
    detailedStatus: 'firm-order-confirmation',
    numbers: 2,
    focOn: '2026-03-18',
  });
  await makeOrder({ request: long, detailedStatus: 'rejected', numbers: 1, estimatedOn: '2026-04-01' });
  await makeOrder({
    request: early,
    detailedStatus: 'submitted',
    numbers: 3,
    estimatedOn: '2026-03-20',
    createdOn: null,
  });
  const list = await listRequests(endUserViewer(account), { page: 1 });
  expect(list).toMatchObject({ total: 2, page: 1, pages: 1 });
  expect(list.requests).toEqual([
    {
      id: '1000001',
      status: 'waiting-for-you',
      summary: '7 of 10 ported, 2 scheduled for 18 Mar 2026 10:00 AM PT, 1 waiting for you',
      numbers: 10,
      createdOn: '2026-03-02',
      estimatedOn: '2026-04-01',
      focOn: '2026-03-18',
      needed: ['Your provider will ask you for what the carrier needs to accept it.'],
      hits: [],
    },
    {
      id: '999999',
      status: 'in-progress',
      summary: '3 in progress',
      numbers: 3,
      createdOn: null,
      estimatedOn: '2026-03-20',
      focOn: null,
      needed: [],
      hits: [],
    },
  ]);
});

test('requests without numbers, of other accounts and of other partners are not among them', async () => {
  const account = await makeAccount();
  await makeRequest({ account });
  await makeOrder({ account, numbers: 0 });
  await makeOrder({ account: await makeAccount({ partner: account.partner }), numbers: 1 });
  await makeOrder({ account: await makeAccount({ id: account.id }), numbers: 1 });
  const list = await listRequests(endUserViewer(account), { page: 1 });
  expect(list).toMatchObject({ total: 0, page: 1, pages: 1, requests: [] });
});

test('a long list comes in pages of 25; beyond the end is the end', async () => {
  const account = await makeAccount();
  for (let id = 1; id <= 27; id++) {
    await makeOrder({ request: await makeRequest({ account, id: String(500_000 + id) }), numbers: 1 });
  }
  const first = await listRequests(endUserViewer(account), { page: 1 });
  const last = await listRequests(endUserViewer(account), { page: 99 });
  expect(first).toMatchObject({ total: 27, page: 1, pages: 2 });
  expect(first.requests.map((request) => request.id).slice(0, 2)).toEqual(['500027', '500026']);
  expect(last.page).toBe(2);
  expect(last.requests.map((request) => request.id)).toEqual(['500002', '500001']);
});

test('a request is found by the beginning of its ID and by any digits of its numbers, which are told apart', async () => {
  const account = await makeAccount();
  const one = await makeRequest({ account, id: '610001' });
  const other = await makeRequest({ account, id: '610772' });
  const waiting = await makeOrder({ request: one, detailedStatus: 'waiting-for-loa' });
  const scheduled = await makeOrder({ request: one, detailedStatus: 'firm-order-confirmation' });
  await makeNumber({ order: waiting, phone: '+14155550140' });
  await makeNumber({ order: scheduled, phone: '+14155550141' });
  await makeNumber({ order: await makeOrder({ request: other }), phone: '+12125550199' });
  const neighbour = await makeOrder({ account: await makeAccount({ partner: account.partner }) });
  await makeNumber({ order: neighbour, phone: '+14155550142' });
  const find = async (digits: string) => {
    const { requests, total } = await listRequests(endUserViewer(account), { page: 1, digits });
    expect(requests).toHaveLength(total);
    return requests.map(({ id, hits }) => [id, hits.map(({ phone }) => phone)]);
  };
  expect(await find('6107')).toEqual([['610772', []]]);
  expect(await find('4155550141')).toEqual([['610001', ['+14155550141']]]);
  expect(await find('55501')).toEqual([
    ['610772', ['+12125550199']],
    ['610001', ['+14155550140', '+14155550141']],
  ]);
  expect(await find('999')).toEqual([]);
});

test('a request shows its numbers by what becomes of them: what waits first, orders that stand alike as one', async () => {
  const account = await makeAccount({ company: 'Lakeshore Dental' });
  const request = await makeRequest({ account });
  const foc = { detailedStatus: 'firm-order-confirmation', focOn: '2026-03-18' } as const;
  await makeOrder({ request, ...foc, numbers: 2, estimatedOn: '2026-03-11' });
  await makeOrder({ request, ...foc, numbers: 1, estimatedOn: '2026-03-12' });
  await makeOrder({ request, ...foc, numbers: 1, focTime: '13:30' });
  await makeOrder({ request, detailedStatus: 'completed', numbers: 4 });
  const rejected = await makeOrder({
    request,
    detailedStatus: 'rejected',
    numbers: 1,
    rejectReason: 'ACCOUNT NUMBER does not match',
  });
  const view = await readRequest(endUserViewer(account), request.id, FIRST);
  expect(view).toMatchObject({
    id: request.id,
    status: 'waiting-for-you',
    numbers: 9,
    company: 'Lakeshore Dental',
    provider: account.partner.name,
  });
  expect(
    view.parts.map(({ detailedStatus, focTime, numbers }) => [detailedStatus, focTime, numbers]),
  ).toEqual([
    ['rejected', null, 1],
    ['firm-order-confirmation', '10:00', 3],
    ['firm-order-confirmation', '13:30', 1],
    ['completed', null, 4],
  ]);
  expect(view.parts[0]).toMatchObject({ phones: rejected.phones, known: { turn: 'partner' } });
  expect(view.parts.map(({ phones, numbers }) => phones.length === numbers)).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

test('numbers of a large group come in pages of 50; other groups begin at their beginning', async () => {
  const account = await makeAccount();
  const request = await makeRequest({ account });
  const large = await makeOrder({ request, numbers: 120 });
  const small = await makeOrder({ request, numbers: 2, detailedStatus: 'completed' });
  const phones = large.phones.toSorted();
  const read = async (part: number, page: number) =>
    (await readRequest(endUserViewer(account), request.id, { part, page })).parts;
  const [first] = await read(1, 1);
  expect(first).toMatchObject({ page: 1, pages: 3, phones: phones.slice(0, 50) });
  const third = await read(1, 3);
  expect(third[0]).toMatchObject({ page: 3, phones: phones.slice(100) });
  expect(third[1]?.phones).toEqual(small.phones.toSorted());
  expect((await read(1, 99))[0]?.page).toBe(3);
  expect((await read(9, 2))[0]?.page).toBe(1);
});

test('nothing of the porting team, of carriers or of others is in what an end user reads', async () => {
  const account = await makeAccount();
  const secrets = Array.from({ length: 4 }, () => `secret ${word()}`);
  const [caseNumber = '', coordinator = '', location = '', note = ''] = secrets;
  const request = await makeRequest({ account, caseNumber });
  const order = await makeOrder({
    request,
    numbers: 1,
    coordinator,
    location,
    rejectReason: 'Answered long ago',
  });
  await insert('order_event', {
    ...{ partner_id: account.partner.id, order_id: order.id, actor: 'Priya', kind: 'note', note },
    visible_to_partner: false,
  });
  const viewer = endUserViewer(account);
  const text = JSON.stringify([
    await readRequest(viewer, request.id, FIRST),
    await listRequests(viewer, { page: 1 }),
  ]);
  expect(text).toContain(request.id);
  for (const secret of [...secrets, 'Answered long ago']) expect(text).not.toContain(secret);
});

test('a request of another account, of another partner, or without numbers is not there', async () => {
  const account = await makeAccount();
  const partner = await makePartner();
  const neighbour = await makeOrder({ account: await makeAccount({ partner: account.partner }), numbers: 1 });
  const stranger = await makeOrder({ account: await makeAccount({ partner, id: account.id }), numbers: 1 });
  const empty = await makeOrder({ account, numbers: 0 });
  for (const { request } of [neighbour, stranger, empty]) {
    const asked = readRequest(endUserViewer(account), request.id, FIRST);
    await expect(asked).rejects.toBeInstanceOf(NotFound);
  }
  const asPartner = readRequest(partnerViewer(account.partner), neighbour.request.id, FIRST);
  await expect(asPartner).rejects.toBeInstanceOf(NotFound);
});
