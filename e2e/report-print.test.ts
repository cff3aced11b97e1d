import { loginWithNumbers, openReport, reportOf } from './support/report.ts';
import { expect, test } from './support/test.ts';

test('printing gives the page of the report and nothing around it, light even in the dark', async ({
  page,
  login,
}) => {
  const { partner } = await loginWithNumbers(login);
  await page.emulateMedia({ colorScheme: 'dark' });
  await openReport(page, '?status=scheduled&zoom=150');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const { sheet, rows, footer } = reportOf(page);

  await expect(page.getByRole('heading', { name: 'Partner Number Porting Report' })).toBeVisible();
  await expect(page.getByText('All accounts · Scheduled · Page 1 of 2')).toBeVisible();
  await expect(page.getByText(/^As of/)).toBeVisible();
  await expect(page.getByText(`Confidential: for ${partner.name}’s authorized contacts only`)).toBeVisible();
  await expect(footer).toContainText('Rows 1–50 of 60');
  await expect(rows).toHaveCount(50);
  for (const gone of [
    page.getByRole('navigation', { name: 'Main' }),
    page.getByRole('toolbar'),
    page.getByRole('form', { name: 'Report parameters' }),
    page.getByRole('region', { name: 'Numbers by status' }),
  ]) {
    await expect(gone).toBeHidden();
  }
  await expect(sheet.locator('thead')).toHaveCSS('display', 'table-header-group');
  await expect(sheet.locator('thead th').first()).toHaveCSS('position', 'static');
  await expect(sheet.locator('tbody th').first()).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  const overhang = await sheet.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(overhang, 'all columns fit the paper').toBeLessThanOrEqual(1);
});

test('a phone prints the table as well', async ({ page, login }) => {
  await loginWithNumbers(login);
  await page.setViewportSize({ width: 390, height: 844 });
  await openReport(page);
  await expect(page.getByRole('list', { name: /^Numbers/ })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(reportOf(page).rows).toHaveCount(50);
});
