import { expect, test } from 'vitest';
import { listRequests } from '#data/requests/list-requests.ts';
import { makeAccount, makeOrder, makeRequest } from '../support/factories.ts';
import { endUserViewer } from '../support/viewers.ts';

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
    },
    {
      id: '999999',
      status: 'in-progress',
      summary: '3 in progress',
      numbers: 3,
      createdOn: null,
      estimatedOn: '2026-03-20',
      focOn: null,
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
