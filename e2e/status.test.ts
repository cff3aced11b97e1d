import { makeAccount, makeNumber, makeOrder, makeRequest } from '../tests/support/factories.ts';
import { insert } from '../tests/support/owner.ts';
import { expectSoundAtEveryWidth } from './support/axe.ts';
import { expectFits } from './support/fits.ts';
import { expect, test } from './support/test.ts';

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('an end user reads where its request is, what is needed, and what each date means', async ({
    page,
    login,
  }) => {
    const account = (await login('end-user')).account ?? undefined;
    const request = await makeRequest({ account, id: '4012402', caseNumber: '9998887' });
    await makeOrder({ request, numbers: 2, detailedStatus: 'firm-order-confirmation', focOn: '2029-11-28' });
    await makeOrder({ request, numbers: 1, detailedStatus: 'submitted', estimatedOn: '2029-12-05' });
    const rejected = await makeOrder({
      request,
      ...{ detailedStatus: 'rejected', rejectReason: 'Service address does not match' },
      ...{ coordinator: 'PC D. Reyes', location: 'North campus' },
    });
    await makeNumber({ order: rejected, phone: '+14155550140' });
    await page.goto('/status');
    await page.getByRole('link', { name: 'Request 4012402' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Request 4012402' })).toBeVisible();
    const where = page.getByRole('region', { name: 'Where it is' });
    await expect(where).toContainText(
      '2 scheduled for 28 Nov 2029 10:00 AM PT, 1 in progress, 1 waiting for you.',
    );
    await expect(where).toContainText('Your provider will ask you for this: Send the service address');
    const parts = page.getByRole('main').locator('li[id^="part-"]');
    await expect(parts).toHaveCount(3);
    await expect(parts.nth(0)).toContainText('(415) 555-0140');
    await expect(parts.nth(0)).toContainText('Service address does not match');
    await expect(parts.nth(1)).toContainText('Wed 5 Dec 2029');
    await expect(parts.nth(1)).toContainText('may still move');
    await expect(parts.nth(2)).toContainText('Wed 28 Nov 2029, 10:00 AM PT');
    await expect(parts.nth(2).locator('[aria-current="step"]')).toHaveText('Date agreed');
    const text = await page.content();
    for (const secret of ['9998887', 'Reyes', 'North campus']) expect(text).not.toContain(secret);
    await expectFits(page);
  });
});

test('numbers of a large group are unfolded by keyboard and turned page by page', async ({ page, login }) => {
  const account = (await login('end-user')).account ?? undefined;
  const request = await makeRequest({ account });
  const order = await makeOrder({ request, numbers: 60 });
  const phones = order.phones.toSorted();
  await page.goto(`/status/${request.id}`);
  const numbers = page.locator('details li');
  await expect(numbers.first()).toBeHidden();
  await page.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(numbers).toHaveCount(50);
  await expect(numbers.first()).toBeVisible();
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(numbers).toHaveCount(10);
  await expect(page.getByText('51–60 of 60')).toBeVisible();
  const last = phones.at(-1) ?? '';
  await expect(numbers.last()).toHaveText(`(${last.slice(2, 5)}) ${last.slice(5, 8)}-${last.slice(8)}`);
});

test('a request is found by its ID or by a number, however it is written; what cannot be one is said', async ({
  page,
  login,
}) => {
  const account = (await login('end-user')).account ?? undefined;
  const order = await makeOrder({ request: await makeRequest({ account, id: '7300001' }) });
  await makeNumber({ order, phone: '+14155550140' });
  await makeOrder({ request: await makeRequest({ account, id: '7300002' }), numbers: 1, type: 'toll-free' });
  await page.goto('/status');
  const field = page.getByLabel('Request ID or phone number');
  const find = async (text: string) => {
    await field.fill(text);
    await field.press('Enter');
  };
  await find('(415) 555-0140');
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByRole('article', { name: 'Request 7300001' })).toContainText(
    '(415) 555-0140In Progress',
  );
  await find('request 7300002');
  await expect(page.getByRole('article', { name: 'Request 7300002' })).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(1);
  await find('99999999');
  await expect(page.getByRole('heading', { name: 'No request matches' })).toBeVisible();
  await find('my numbers');
  await expect(page.getByRole('alert').first()).toContainText('Type a request ID or a phone number: digits.');
  await expect(field).toHaveValue('my numbers');
  await expect(page.getByRole('article')).toHaveCount(2);
});

test.describe('what is another’s', () => {
  test.use({ expectedErrors: [/status of 404/] });

  test('is not found, by its address either', async ({ page, login }) => {
    const { account } = await login('end-user');
    const neighbour = await makeAccount({ partner: account?.partner });
    const { request } = await makeOrder({ account: neighbour, numbers: 1 });
    await page.goto(`/status/${request.id}`);
    await expect(page.getByRole('heading', { name: 'We cannot find that page' })).toBeVisible();
    expect(await page.content()).not.toContain(neighbour.company ?? '?');
  });
});

test('axe finds nothing on a request, light or dark, wide or on a phone', async ({ page, login }) => {
  const account = (await login('end-user')).account ?? undefined;
  const request = await makeRequest({ account });
  await makeOrder({ request, numbers: 60, detailedStatus: 'firm-order-confirmation', focOn: '2029-11-28' });
  await makeOrder({ request, numbers: 1, detailedStatus: 'rejected', rejectReason: 'Carrier: no. 12345' });
  await makeOrder({ request, numbers: 1, detailedStatus: 'completed' });
  await makeOrder({ request, numbers: 1, detailedStatus: 'cancelled' });
  await makeOrder({ request, numbers: 1, type: 'toll-free', detailedStatus: 'accepted' });
  for (const address of [`/status/${request.id}?part=2&page=2`, '/status?find=555']) {
    await page.goto(address);
    await expectSoundAtEveryWidth(page);
  }
});

test('an internal note never reaches an end user', async ({ page, login }) => {
  const account = (await login('end-user')).account ?? undefined;
  const order = await makeOrder({ account, numbers: 1 });
  await insert('order_event', {
    ...{ partner_id: account?.partner.id, order_id: order.id, actor: 'Priya Raman', kind: 'note' },
    ...{ note: 'Carrier was rude', visible_to_partner: false },
  });
  await page.goto(`/status/${order.request.id}`);
  const text = await page.content();
  expect(text).toContain(order.request.id);
  expect(text).not.toContain('Carrier was rude');
  expect(text).not.toContain('Priya Raman');
});
