import { makeOrder, makeRequest } from '../tests/support/factories.ts';
import { expect, test } from './support/test.ts';

test('the way to the report leads over the top bar, by keyboard too', async ({ page, login }) => {
  await login('partner');
  await page.goto('/reports');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.getByRole('button', { name: 'Reports' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Business Intelligence Reports').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/reports\/business-intelligence\/number-porting$/);
});

test('breadcrumbs lead to pages that are there', async ({ page, login }) => {
  await login('agent');
  await page.goto('/reports/business-intelligence');
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Reports' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Reports' })).toBeVisible();
  await page.getByRole('link', { name: /^Business Intelligence Reports/ }).click();
  await expect(page.getByRole('link', { name: /^Partner Number Porting Report/ })).toBeVisible();
});

test('light or dark is remembered in this browser', async ({ page, login }) => {
  await login('partner');
  await page.goto('/reports');
  const html = page.locator('html');
  await page.getByRole('button', { name: 'Light or dark' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.reload();
  await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.getByRole('button', { name: 'Light or dark' }).click();
  await page.getByRole('menuitemradio', { name: 'As the system' }).click();
  await expect(html).toHaveAttribute('data-mantine-color-scheme', 'light');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the same links stand in a drawer', async ({ page, login }) => {
    await login('partner');
    await page.goto('/reports');
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Partner Number Porting Report' }).click();
    await expect(page).toHaveURL(/number-porting$/);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});

test('an end user has its status and no report in the bar', async ({ page, login }) => {
  await login('end-user');
  await page.goto('/status');
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link')).toHaveText([
    'Porting status',
  ]);
  await expect(page.getByRole('heading', { name: 'No numbers are being ported yet' })).toBeVisible();
});

test('an end user reads where each request stands, by the ID that it knows', async ({ page, login }) => {
  const { account } = await login('end-user');
  const request = await makeRequest({ account: account ?? undefined, id: '4012402' });
  await makeOrder({ request, numbers: 7, detailedStatus: 'completed' });
  await makeOrder({ request, numbers: 2, detailedStatus: 'firm-order-confirmation', focOn: '2026-03-18' });
  await page.goto('/status');
  const article = page.getByRole('article', { name: 'Request 4012402' });
  await expect(article).toContainText('7 of 9 ported, 2 scheduled for 18 Mar 2026 10:00 AM PT.');
  await expect(article).toContainText('Scheduled');
  await expect(article).toContainText('Confirmed date18 Mar 2026');
});

test.describe('where nothing is', () => {
  test.use({ expectedErrors: [/status of 404/] });

  test('a page that is not there says so, and where to go', async ({ page, login }) => {
    const user = await login('partner');
    await page.goto('/reports/no-such-report');
    await expect(page.getByRole('heading', { name: 'We cannot find that page' })).toBeVisible();
    await expect(page.getByText(`You are signed in as ${user.name}, ${user.partner?.name}.`)).toBeVisible();
    await page.getByRole('link', { name: 'Go to your home page' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^Today, / })).toBeVisible();
  });

  test('an end user on a page of partners is told whose it is, and can change who it is', async ({
    page,
    login,
  }) => {
    await login('end-user');
    await page.goto('/reports/business-intelligence/number-porting');
    await expect(page.getByRole('heading', { name: 'This page is for partner contacts' })).toBeVisible();
    await page.getByRole('button', { name: 'Use another account' }).click();
    await expect(page).toHaveURL(/\/sign-in$/);
  });
});
