import { makeAccount, makeOrder } from '../tests/support/factories.ts';
import { makeRequestLink } from '../tests/support/request-links.ts';
import { expectSoundAtEveryWidth } from './support/axe.ts';
import { partnerOf } from './support/report.ts';
import { expect, test } from './support/test.ts';

test('a partner makes a link; its end user follows it without signing in, until it is withdrawn', async ({
  page,
  login,
  visitor,
}) => {
  const partner = partnerOf(await login());
  const account = await makeAccount({ partner, company: 'Lakeshore Dental Group' });
  const { request, phones } = await makeOrder({
    account,
    numbers: 2,
    detailedStatus: 'firm-order-confirmation',
    focOn: '2029-11-28',
  });
  const { request: other } = await makeOrder({ account, numbers: 1 });

  await page.goto('/');
  await page.getByRole('button', { name: partner.name }).click();
  await page.getByRole('menuitem', { name: 'Links for end users' }).click();
  await expect(page.getByRole('heading', { name: 'No link has been made yet' })).toBeVisible();
  await page.getByLabel('Request ID').fill(`Request ${request.id}`);
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('heading', { level: 2, name: `Request ${request.id}`, exact: true }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make link' })).toBeEnabled();
  await page.getByLabel('Days until it expires').fill('7');
  await page.getByRole('button', { name: 'Make link' }).click();
  const address = page.getByRole('textbox', { name: 'Link to the request' });
  await expect(address).toHaveValue(/\/follow\/[\w-]{43}$/);
  await expect(address).toBeFocused();
  const link = await address.inputValue();
  await expect(page.getByText('Not opened yet')).toBeVisible();
  await page.reload();
  expect(await page.content()).not.toContain(link.split('/').at(-1));

  const theirs = (await visitor()).page;
  const answer = await theirs.goto(new URL(link).pathname);
  expect(answer?.headers()).toMatchObject({
    'referrer-policy': 'no-referrer',
    'x-robots-tag': expect.stringContaining('noindex'),
    'cache-control': expect.stringContaining('no-store'),
  });
  await expect(theirs.getByRole('heading', { level: 1, name: `Request ${request.id}` })).toBeVisible();
  await expect(theirs.getByText('2 scheduled for 28 Nov 2029 10:00 AM PT.')).toBeVisible();
  await expect(theirs.getByText('For Lakeshore Dental Group, shared by')).toBeVisible();
  expect(phones).toHaveLength(2);
  const text = await theirs.content();
  expect(text).not.toContain(other.id);
  expect(text).not.toContain(request.caseNumber ?? '?');
  for (const address of ['/status', `/status/${request.id}`]) {
    await theirs.goto(address);
    await expect(theirs).toHaveURL(/\/sign-in\?/);
  }

  await page.reload();
  await page.getByText(/^Opened 1 time, last/).click();
  await expect(page.getByText(/, from 127\.0\.0\.1$/)).toBeVisible();
  await page.getByRole('button', { name: `Withdraw the link to request ${request.id}` }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: `Withdraw the link to request ${request.id}` }).click();
  await expect(page.getByRole('button', { name: 'Withdraw link' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Withdrawn by /)).toBeVisible();

  await theirs.goto(new URL(link).pathname);
  await expect(theirs.getByRole('heading', { name: 'This link shows nothing' })).toBeVisible();
  expect(await theirs.content()).not.toContain(request.id);
});

test('expired, withdrawn and unknown links get the same page', async ({ page }) => {
  const { request } = await makeOrder({ numbers: 1 });
  const links = [
    await makeRequestLink({ request, expiresAt: new Date('2026-01-01T00:00:00Z') }),
    await makeRequestLink({ request, withdrawnAt: new Date('2026-01-01T00:00:00Z') }),
    { token: 'no-such-link' },
  ];
  const pages = [];
  for (const { token } of links) {
    await page.goto(`/follow/${token}`);
    pages.push(await page.getByRole('main').textContent());
  }
  expect(pages[0]).toContain('Ask whoever sent it to you');
  expect(new Set(pages).size).toBe(1);
});

test('a request that is not there is said with what was typed, and days beyond the bounds are refused in place', async ({
  page,
  login,
}) => {
  const partner = partnerOf(await login());
  const stranger = await makeOrder({ numbers: 1 });
  await page.goto(`/links?request=${stranger.request.id}`);
  await expect(page.getByRole('alert').first()).toContainText(stranger.request.id);
  await expect(page.getByLabel('Request ID')).toHaveValue(stranger.request.id);
  await expect(page.getByRole('button', { name: 'Make link' })).toHaveCount(0);
  const { request } = await makeOrder({ partner, numbers: 1 });
  await page.goto(`/links?request=${request.id}`);
  const days = page.getByLabel('Days until it expires');
  for (const wrong of ['91', '0', 'a month']) {
    await days.fill(wrong);
    await page.getByRole('button', { name: 'Make link' }).click();
    await expect(page.getByText('A link holds for 1 to 90 days.')).toBeVisible();
    await expect(days).toHaveValue(wrong);
  }
  await days.fill('90');
  await page.getByRole('button', { name: 'Make link' }).click();
  await expect(page.getByRole('textbox', { name: 'Link to the request' })).toBeVisible();
});

test('axe finds nothing on links and on what they show, light or dark, wide or on a phone', async ({
  page,
  login,
}) => {
  const user = await login();
  const account = await makeAccount({
    partner: partnerOf(user),
    company:
      'The Ocotillo Foundation for Desert Conservation, Education and the Arts of the Greater Southwest',
  });
  const { request } = await makeOrder({ account, numbers: 12, detailedStatus: 'waiting-for-loa' });
  const { token } = await makeRequestLink({ request, by: user });
  await makeRequestLink({ request, by: user, withdrawnAt: new Date('2026-11-20T17:00:00Z') });
  // Once before, so that it says when it was last opened.
  await page.goto(`/follow/${token}`);
  for (const address of ['/links', `/links?request=${request.id}`, `/follow/${token}`, '/follow/none']) {
    await page.goto(address);
    await expectSoundAtEveryWidth(page);
  }
});
