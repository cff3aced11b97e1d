import { makeAccount, makeNumber, makeOrder } from '../tests/support/factories.ts';
import { expectFits } from './support/fits.ts';
import { alive, column, loginWithNumbers, openReport, partnerOf, reportOf } from './support/report.ts';
import { expect, test } from './support/test.ts';

test('find goes through all pages, marks what it found, and says which of how many', async ({
  page,
  login,
}) => {
  const partner = partnerOf(await login());
  const [early, late] = [
    await makeOrder({ partner, numbers: 60, createdOn: '2026-11-05' }),
    await makeOrder({ partner, createdOn: '2026-01-01', location: 'Bergen hall' }),
  ];
  await makeNumber({ order: early, phone: '+14155559137' });
  await makeNumber({ order: late, phone: '+12125559137' });
  await openReport(page, '?size=25');
  const { find, current, footer, viewer } = reportOf(page);

  await find.fill('555-9137');
  await find.press('Enter');
  await expect(viewer.getByRole('search')).toContainText('1 of 2');
  await expect(current).toHaveText('555-9137');
  await expect(current).toBeInViewport();
  await find.press('Enter');
  await expect(viewer.getByRole('search')).toContainText('2 of 2');
  await expect(footer).toContainText('Rows 51–62 of 62');
  await expect(reportOf(page).rows.filter({ has: current })).toContainText('(212) 555-9137');
  await find.press('Enter');
  await expect(viewer.getByRole('search')).toContainText('1 of 2');
  await find.press('Shift+Enter');
  await expect(viewer.getByRole('search')).toContainText('2 of 2');

  await find.fill('bergen HALL');
  await find.press('Enter');
  await expect(viewer.getByRole('search')).toContainText('1 of 1');
  await expect(current).toHaveText('Bergen hall');
  await expect(current).toBeInViewport();

  await find.fill('nowhere at all');
  await find.press('Enter');
  await expect(viewer.getByRole('search')).toContainText('No match');
  await find.press('Escape');
  await expect(find).toHaveValue('');
  await expect(page.locator('mark')).toHaveCount(0);
});

test('a match in a hidden column is told, and shown on request', async ({ page, login }) => {
  const partner = partnerOf(await login());
  await makeOrder({ partner, numbers: 1, location: 'Bergen hall' });
  await openReport(page);
  const { find, current, viewer } = reportOf(page);
  await viewer.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Location' }).uncheck();
  await page.keyboard.press('Escape');
  await find.fill('bergen');
  await find.press('Enter');
  await expect(page.getByText('This match is in Location, which is hidden.')).toBeVisible();
  await page.getByRole('button', { name: 'Show Location' }).click();
  await expect(current).toHaveText('Bergen');
});

test('columns are hidden, moved and pinned, by keyboard too, and stay so for the person alone', async ({
  page,
  login,
  visitor,
}) => {
  const { partner } = await loginWithNumbers(login);
  await openReport(page);
  const { viewer, header, sheet } = reportOf(page);
  const heads = () => sheet.locator('thead th').allInnerTexts();
  expect(await heads()).toHaveLength(19);

  await viewer.getByRole('button', { name: 'Columns' }).click();
  const panel = page.getByRole('dialog', { name: 'Columns' });
  const saved = () => page.waitForResponse((answer) => answer.request().method() === 'POST');
  await Promise.all([saved(), panel.getByRole('checkbox', { name: 'Priority' }).uncheck()]);
  const grip = panel.getByRole('button', { name: /^Place of Account ID/ });
  await grip.focus();
  for (let place = 12; place > 1; place--) await Promise.all([saved(), page.keyboard.press('ArrowUp')]);
  await expect(grip).toBeFocused();
  await Promise.all([saved(), panel.getByRole('button', { name: 'Pin Account ID' }).click()]);
  await Promise.all([saved(), panel.getByRole('button', { name: 'Move Status up' }).click()]);
  await page.keyboard.press('Escape');
  await expect(viewer.getByRole('button', { name: 'Columns' })).toBeFocused();

  await page.reload();
  await alive(page);
  await expect(header('Priority')).toHaveCount(0);
  expect((await heads()).slice(0, 3)).toEqual([
    'Phone Number',
    'Account ID',
    'Original Submission Date to Carrier',
  ]);
  await sheet.evaluate((element) => element.scrollTo(1000, 0));
  await expect(header('Account ID')).toBeInViewport({ ratio: 1 });

  const colleague = await visitor();
  await colleague.login('partner', { partner });
  await openReport(colleague.page);
  await expect(reportOf(colleague.page).header('Priority')).toBeVisible();

  await viewer.getByRole('button', { name: 'Columns' }).click();
  await panel.getByRole('button', { name: 'Reset to all 19 fields' }).click();
  await expect(header('Priority')).toBeVisible();
});

test('a column is dragged to its place', async ({ page, login }) => {
  await loginWithNumbers(login);
  await openReport(page);
  const { viewer, sheet } = reportOf(page);
  await viewer.getByRole('button', { name: 'Columns' }).click();
  const grip = page.getByRole('button', { name: /^Place of Request ID/ });
  const target = page.getByRole('button', { name: /^Place of Original Submission/ });
  const saved = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await grip.hover();
  await page.mouse.down();
  await target.hover();
  await page.mouse.up();
  await saved;
  expect((await sheet.locator('thead th').allInnerTexts()).slice(0, 3)).toEqual([
    'Phone Number',
    'Request ID',
    'Original Submission Date to Carrier',
  ]);
});

test('zoom applies to the sheet alone, stands in the address, and is remembered', async ({ page, login }) => {
  await loginWithNumbers(login);
  await openReport(page);
  const { viewer, phones, sheet } = reportOf(page);
  const height = async () => (await phones.first().boundingBox())?.height ?? 0;
  const tool = async () => (await viewer.getByRole('button', { name: 'Refresh' }).boundingBox())?.height;
  const [rowBefore, toolBefore] = [await height(), await tool()];

  await viewer.getByRole('button', { name: 'Zoom in' }).click();
  await viewer.getByRole('button', { name: 'Zoom, 110%' }).click();
  const saved = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await page.getByRole('menuitemradio', { name: '200%' }).click();
  await saved;
  expect(await height()).toBeCloseTo(rowBefore * 2, 0);
  expect(await tool()).toBe(toolBefore);
  expect(new URL(page.url()).searchParams.get('zoom')).toBe('200');
  await expect(viewer.getByRole('button', { name: 'Zoom in' })).toHaveAttribute('aria-disabled', 'true');

  await openReport(page);
  await expect(viewer.getByRole('button', { name: 'Zoom, 200%' })).toBeVisible();
  await openReport(page, '?zoom=width');
  await expect
    .poll(() => sheet.evaluate((element) => element.scrollWidth - element.clientWidth))
    .toBeLessThanOrEqual(1);
});

test('long names and line breaks do not break the page, and are read whole', async ({ page, login }) => {
  const partner = partnerOf(await login());
  const company = `${'A very long name indeed '.repeat(12)}${'x'.repeat(40)}\nand a second line`;
  const account = await makeAccount({ partner, company });
  await makeOrder({ account, numbers: 2 });
  await openReport(page, `?account=${account.id}`);
  const { rows, sheet } = reportOf(page);
  await expectFits(page);

  const cell = sheet.locator('td', { hasText: 'A very long name' }).first();
  await cell.hover();
  await expect(page.getByRole('tooltip')).toContainText('and a second line');
  const before = (await rows.first().boundingBox())?.height ?? 0;
  await sheet.focus();
  await page.keyboard.press('Enter');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('Space');
  expect((await rows.first().boundingBox())?.height).toBeGreaterThan(before * 3);
  await expectFits(page);
});

test('the help of a column is there for pointer, keyboard and finger', async ({ page, login }) => {
  await loginWithNumbers(login);
  await openReport(page);
  const { header } = reportOf(page);
  const tip = page.getByRole('tooltip');
  await header('Priority').hover();
  await expect(tip).toContainText('unless an expedite was arranged');
  await page.keyboard.press('Escape');
  await expect(tip).toHaveCount(0);
  await header('Request ID').getByRole('button').focus();
  await page.keyboard.press('Shift');
  await page.keyboard.press('Tab');
  await expect(tip).toContainText('Tentative: it moves until a date is confirmed.');
});

test('the whole report by keyboard alone', async ({ page, login }) => {
  await loginWithNumbers(login);
  await openReport(page);
  const { find, pageBox, footer, rows, viewer } = reportOf(page);

  await page.keyboard.press(']');
  await expect(footer).toContainText('Rows 51–100 of 130');
  await page.keyboard.press('[');
  await expect(footer).toContainText('Rows 1–50 of 130');
  await page.keyboard.press('g');
  await expect(pageBox).toBeFocused();
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect(footer).toContainText('Rows 101–130 of 130');

  await rows.first().evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('j');
  await expect(rows.nth(0)).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(rows.nth(1)).toBeFocused();

  await page.keyboard.press('e');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await expect(page.getByRole('dialog', { name: 'Columns' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('/');
  await expect(find).toBeFocused();
  await page.keyboard.type('lakeshore[]gj');
  await expect(footer).toContainText('Rows 101–130 of 130');
  await page.keyboard.press('Escape');

  await viewer.getByRole('button', { name: 'Refresh' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(viewer.getByRole('button', { name: 'Zoom out' })).toBeFocused();
});

test('single keys are listed, can be turned off, and stay off', async ({ page, login }) => {
  await loginWithNumbers(login);
  await openReport(page);
  const { footer, viewer } = reportOf(page);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const saved = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await help.getByRole('switch', { name: 'Single keys act by themselves' }).uncheck();
  await saved;
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await page.reload();
  await alive(page);
  await page.keyboard.press(']');
  await page.keyboard.press('?');
  await expect(help).toHaveCount(0);
  await expect(footer).toContainText('Rows 1–50 of 130');
  await viewer.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(help).toBeVisible();
});

test('one-digit days stand under two-digit ones, and blank stays blank', async ({ page, login }) => {
  const partner = partnerOf(await login());
  await makeOrder({ partner, numbers: 1, createdOn: '2026-11-08' });
  await openReport(page);
  expect(await column(page, 'Order Creation Date')).toEqual(['\u20078 Nov 2026']);
  expect(await column(page, 'Location')).toEqual(['']);
});
