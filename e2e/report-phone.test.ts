import { COLUMNS } from '#domain/columns.ts';
import { makeOrder } from '../tests/support/factories.ts';
import { expectFits } from './support/fits.ts';
import { loginWithNumbers, openReport, partnerOf, reportOf } from './support/report.ts';
import { expect, test } from './support/test.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('on a phone the report is a list: number, status, company, the date that counts', async ({
  page,
  login,
}) => {
  const partner = partnerOf(await login());
  const rejected = { detailedStatus: 'rejected', estimatedOn: '2026-01-15' } as const;
  await makeOrder({ partner, numbers: 1, createdOn: '2026-11-03', ...rejected });
  await makeOrder({
    partner,
    numbers: 1,
    createdOn: '2026-11-02',
    detailedStatus: 'firm-order-confirmation',
    focOn: '2099-12-02',
    estimatedOn: '2099-12-01',
  });
  await makeOrder({
    partner,
    numbers: 1,
    createdOn: '2026-11-01',
    detailedStatus: 'completed',
    focOn: '2026-01-15',
  });
  await openReport(page);
  const items = page.getByRole('list', { name: /^Numbers, page 1 of 1/ }).getByRole('listitem');
  await expect(items).toHaveCount(3);
  await expect(items.nth(0)).toContainText('Waiting for You');
  await expect(items.nth(0)).toContainText('Rejected');
  await expect(items.nth(0)).toContainText(/EPD\s+15 Jan 2026, late/);
  await expect(items.nth(1)).toContainText(/FOC\s+2 Dec 2099$|FOC\s+2 Dec 2099/);
  await expect(items.nth(1)).not.toContainText('late');
  await expect(items.nth(2)).toContainText(/FOC\s+15 Jan 2026/);
  await expect(items.nth(2)).not.toContainText('late');
  await expect(page.getByRole('table')).toHaveCount(0);
});

test('on a phone parameters come from below, and the pager is under the thumb', async ({ page, login }) => {
  await loginWithNumbers(login);
  await openReport(page);
  const items = page.getByRole('list', { name: /^Numbers/ }).getByRole('listitem');
  await expect(items).toHaveCount(50);
  await page.getByRole('button', { name: 'Next page' }).tap();
  await expect(reportOf(page).footer).toContainText('Rows 51–100 of 130');
  await expect(items.first()).toBeInViewport();

  await page.getByRole('button', { name: 'All accounts, all statuses Change' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Report parameters' });
  await sheet.getByRole('checkbox', { name: /^Waiting for You/ }).check();
  await sheet.getByRole('button', { name: 'View Report' }).tap();
  await expect(sheet).toHaveCount(0);
  await expect(items).toHaveCount(20);
  await expect(page.getByRole('button', { name: 'All accounts, Waiting for You Change' })).toBeVisible();
});

test('on a phone a match in what the list leaves out is added to its row', async ({ page, login }) => {
  await loginWithNumbers(login);
  await openReport(page, '?find=bergen+hall&match=2');
  const current = page.locator('mark[aria-current]');
  await expect(current).toHaveText('Bergen hall');
  await expect(current).toBeInViewport();
  await expect(page.getByRole('listitem').filter({ has: current })).toContainText('Location Bergen hall');
});

test('on a phone the table is there for who asks for it', async ({ page, login }) => {
  await loginWithNumbers(login);
  await openReport(page);
  await page.getByRole('button', { name: /^More:/ }).tap();
  await page.getByRole('menuitem', { name: 'Show as table' }).tap();
  await expect(reportOf(page).rows).toHaveCount(50);
  await reportOf(page).header('Phone Number').getByRole('button').tap();
  await expect(page.getByRole('tooltip')).toContainText('The number being ported to us.');
  await expectFits(page);
  await page.getByRole('button', { name: /^More:/ }).tap();
  await page.getByRole('menuitem', { name: 'Columns' }).tap();
  await expect(page.getByRole('dialog', { name: 'Columns' }).getByRole('checkbox')).toHaveCount(
    COLUMNS.length,
  );
});

test('what a finger presses is large enough', async ({ page, login }) => {
  await loginWithNumbers(login);
  await openReport(page);
  const controls = page
    .getByRole('region', { name: 'Report', exact: true })
    .locator('button:visible, select:visible');
  for (const control of await controls.all()) {
    const box = await control.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  }
  const next = await page.getByRole('button', { name: 'Next page' }).boundingBox();
  expect(Math.min(next?.width ?? 0, next?.height ?? 0)).toBeGreaterThanOrEqual(36);
});
