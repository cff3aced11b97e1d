import { makeNumber, makeOrder } from '../tests/support/factories.ts';
import { asOwner } from '../tests/support/owner.ts';
import {
  column,
  loginWithNumbers,
  openReport,
  openStatuses,
  partnerOf,
  REPORT,
  reportOf,
} from './support/report.ts';
import { expect, test } from './support/test.ts';

test('opening the page runs the report, newest order first, and says what it is', async ({ page, login }) => {
  const { partner, harper } = await loginWithNumbers(login);
  await openReport(page);

  const { rows, footer } = reportOf(page);
  await expect(rows).toHaveCount(50);
  await expect(footer).toContainText('Rows 1–50 of 130');
  expect(new Set(await column(page, 'Account ID'))).toEqual(new Set([harper.id]));
  await expect(page.getByText(`Confidential: for ${partner.name}’s authorized contacts only`)).toBeVisible();
  await expect(page.getByText(/^As of \w{3} \d+ \w{3} \d{4}, \d+:\d\d [AP]M PT$/)).toBeVisible();
});

test('choosing does not run the report; View Report does, from page 1, and back and forward follow', async ({
  page,
  login,
}) => {
  await loginWithNumbers(login);
  await openReport(page, '?page=2');
  const { footer, run } = reportOf(page);
  await expect(footer).toContainText('Rows 51–100 of 130');

  const statuses = await openStatuses(page);
  await statuses.getByRole('checkbox', { name: /^Completed/ }).check();
  await statuses.getByRole('checkbox', { name: /^Waiting for You/ }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Status 2 statuses' })).toBeFocused();
  await expect(footer).toContainText('Rows 51–100 of 130');

  await run.click();
  await expect(footer).toContainText('Rows 1–50 of 70');
  expect(new URL(page.url()).searchParams.getAll('status')).toEqual(['completed', 'waiting-for-you']);

  await page.goBack();
  await expect(footer).toContainText('Rows 51–100 of 130');
  await expect(page.getByRole('button', { name: 'Status All statuses' })).toBeVisible();
  await page.goForward();
  await expect(footer).toContainText('Rows 1–50 of 70');
  await expect(page.getByRole('button', { name: 'Status 2 statuses' })).toBeVisible();
});

test('an account is found by ID, username or company; Enter runs, and an ID of nobody says so', async ({
  page,
  login,
}) => {
  const { partner, harper, kestrel } = await loginWithNumbers(login);
  await openReport(page);
  const { account, footer } = reportOf(page);

  await account.fill('kestrel');
  const option = page.getByRole('option', { name: 'Kestrel Logistics' });
  await expect(option).toContainText('kestrellog');
  await expect(option).toContainText(kestrel.id);
  await account.press('ArrowDown');
  await account.press('Enter');
  await expect(account).toHaveValue(kestrel.id);
  await account.press('Enter');
  await expect(footer).toContainText('Rows 1–50 of 50');

  await account.fill('harperfinch');
  await account.press('Enter');
  await expect(footer).toContainText('Rows 1–50 of 60');
  await expect(account).toHaveValue(harper.id);

  await account.fill('4815162342');
  await account.press('Enter');
  await expect(page.getByText(`“4815162342” is not an account of ${partner.name}.`)).toBeVisible();
  await expect(account).toHaveAttribute('aria-invalid', 'true');
  await expect(footer).toContainText('Rows 1–50 of 60');
});

test('more filters narrow by detailed status, type, readiness and a range of dates, and count themselves', async ({
  page,
  login,
}) => {
  const { partner } = await loginWithNumbers(login);
  await makeOrder({ partner, numbers: 3, type: 'toll-free', detailedStatus: 'accepted' });
  await openReport(page);
  const { footer } = reportOf(page);

  await page.getByRole('button', { name: 'More filters' }).click();
  const filters = page.getByRole('dialog', { name: 'More filters' });
  await filters.getByRole('radio', { name: 'Toll-free' }).check();
  await filters.getByRole('radio', { name: 'Ready', exact: true }).check();
  await filters.getByRole('checkbox', { name: 'Accepted' }).check();
  await filters.getByRole('checkbox', { name: 'Accepted' }).press('Enter');
  await expect(footer).toContainText('Rows 1–3 of 3');
  await expect(page.getByRole('button', { name: 'More filters 3 in use' })).toBeVisible();

  await page.getByRole('button', { name: /^More filters/ }).click();
  await filters.getByRole('button', { name: 'Clear these' }).click();
  await filters.getByLabel('From').fill('2026-11-25');
  await filters.getByLabel('To', { exact: true }).fill('2026-11-24');
  await filters.getByRole('button', { name: 'View Report' }).click();
  await expect(filters.getByRole('alert')).toHaveText('The first day is later than the last.');
  await filters.getByLabel('To', { exact: true }).fill('2026-11-30');
  await filters.getByRole('button', { name: 'View Report' }).click();
  await expect(footer).toContainText('Rows 1–50 of 60');
  expect(new URL(page.url()).search).toBe('?date=focOn&from=2026-11-25&to=2026-11-30');
});

test('the strip counts each status without the status itself; a press filters, another lets go', async ({
  page,
  login,
}) => {
  await loginWithNumbers(login);
  await openReport(page);
  const { facet, footer } = reportOf(page);

  await expect(facet('Completed 50')).toHaveAttribute('aria-pressed', 'false');
  await facet('Completed 50').click();
  await expect(footer).toContainText('Rows 1–50 of 50');
  await expect(facet('Completed 50')).toHaveAttribute('aria-pressed', 'true');
  await expect(facet('Waiting for You 20')).toBeVisible();
  await facet('Completed 50').press(' ');
  await expect(footer).toContainText('of 130');

  await facet('Ready to assign 60').click();
  await expect(footer).toContainText('Rows 1–50 of 60');
  expect(new URL(page.url()).searchParams.get('ready')).toBe('yes');
});

test('pages turn by buttons and by number; beyond the end is the end', async ({ page, login }) => {
  await loginWithNumbers(login);
  await openReport(page);
  const { footer, pageBox, rows, viewer } = reportOf(page);

  await viewer.getByRole('button', { name: 'Next page' }).click();
  await expect(footer).toContainText('Rows 51–100 of 130');
  await pageBox.fill('999');
  await pageBox.press('Enter');
  await expect(footer).toContainText('Rows 101–130 of 130');
  await expect(pageBox).toHaveValue('3');
  await expect(rows).toHaveCount(30);
  await expect(viewer.getByRole('button', { name: 'Next page' })).toHaveAttribute('aria-disabled', 'true');
  await viewer.getByRole('button', { name: 'First page' }).click();
  await expect(footer).toContainText('Rows 1–50 of 130');

  await viewer.getByRole('combobox', { name: 'Rows per page' }).selectOption('100');
  await expect(rows).toHaveCount(100);
  expect(new URL(page.url()).searchParams.get('size')).toBe('100');
});

test('any header sorts the whole report: up, down, and back to its own order', async ({ page, login }) => {
  await loginWithNumbers(login);
  await openReport(page);
  const { header } = reportOf(page);
  const company = header('Account Company Name');
  const first = async () => (await column(page, 'Account Company Name'))[0];

  await company.getByRole('button').click();
  await expect(company).toHaveAttribute('aria-sort', 'ascending');
  expect(await first()).toBe('Harper & Finch Architects');
  await company.getByRole('button').click();
  await expect(company).toHaveAttribute('aria-sort', 'descending');
  expect(await first()).toBe('Lakeshore Dental Group');
  await company.getByRole('button').click();
  await expect(company).not.toHaveAttribute('aria-sort');
  expect(new URL(page.url()).search).toBe('');
});

test('refreshing reads anew and keeps the rows while it does', async ({ page, login }) => {
  const partner = partnerOf(await login());
  const order = await makeOrder({ partner, numbers: 1 });
  await openReport(page);
  const { rows, viewer, facet } = reportOf(page);
  await expect(rows).toHaveCount(1);

  await makeNumber({ order, phone: '+14155550140' });
  await viewer.getByRole('button', { name: 'Refresh' }).click();
  await expect(rows).toHaveCount(2);
  await expect(facet('In Progress 2')).toBeVisible();
});

test('a copied link shows a colleague the same', async ({ page, login, visitor }) => {
  const { partner } = await loginWithNumbers(login);
  await openReport(page, '?status=completed&sort=-phone&size=25&page=2&zoom=75');
  const colleague = await visitor();
  await colleague.login('partner', { partner });
  await openReport(colleague.page, new URL(page.url()).search);

  await expect(reportOf(colleague.page).footer).toContainText('Rows 26–50 of 50');
  expect(await reportOf(colleague.page).phones.allInnerTexts()).toEqual(
    await reportOf(page).phones.allInnerTexts(),
  );
  await expect(colleague.page.getByRole('button', { name: 'Zoom, 75%' })).toBeVisible();
});

test('what the address cannot mean is named on the page, and the rest applies', async ({ page, login }) => {
  await loginWithNumbers(login);
  await openReport(page, '?status=sleeping&status=canceled&status=completed&size=33&colour=red&find=a%00b');
  const banner = page.getByRole('status').filter({ hasText: 'could not be used' });
  await expect(banner).toContainText('status “sleeping” is not a status of this report.');
  await expect(banner).toContainText('size “33” is not a page size');
  await expect(banner).toContainText('colour “red” is for a name that this report does not know.');
  await expect(banner).toContainText('find');
  await expect(reportOf(page).footer).toContainText('Rows 1–50 of 50');
});

test('the CSV holds what the pages show, for the parameters that were chosen', async ({ page, login }) => {
  await loginWithNumbers(login);
  await openReport(page, '?status=waiting-for-you&size=100');
  const shown = await reportOf(page).phones.allInnerTexts();
  expect(shown).toHaveLength(20);

  const answer = await page.request.get(`${REPORT}/export?status=waiting-for-you&format=csv`);
  const lines = (await answer.text()).trim().split(/\r?\n/).slice(1);
  const exported = lines.map((line) => line.match(/\+1\d{10}/)?.[0]);
  expect(exported).toEqual(shown.map((text) => `+1${text.replace(/\D/g, '')}`));
});

test('copying a number gives it as machines read it; copying rows sets cells apart', async ({
  page,
  login,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const partner = partnerOf(await login());
  const order = await makeOrder({ partner, location: 'Bergen hall' });
  await makeNumber({ order, phone: '+14155550140' });
  await makeNumber({ order, phone: '+14155550141' });
  await openReport(page);
  const copied = async () => {
    await page.keyboard.press('Control+C');
    return page.evaluate(() => navigator.clipboard.readText());
  };

  const { phones, sheet } = reportOf(page);
  await phones.first().click({ clickCount: 3 });
  await phones.first().evaluate((cell) => document.getSelection()?.selectAllChildren(cell));
  expect(await copied()).toBe('+14155550140');
  await sheet.locator('tbody').evaluate((body) => document.getSelection()?.selectAllChildren(body));
  const [first, second] = (await copied()).split('\n');
  expect(first?.split('\t')).toContain('Bergen hall');
  expect(first).toMatch(/^\+14155550140\t/);
  expect(second).toMatch(/^\+14155550141\t/);
});

test('no rows: the filter to drop is named with what it would bring back', async ({ page, login }) => {
  const { partner } = await loginWithNumbers(login);
  await openReport(page, '?status=completed&type=toll-free');
  await expect(page.getByRole('heading', { name: 'No numbers match' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove the number type filter 50' }).click();
  await expect(reportOf(page).footer).toContainText('Rows 1–50 of 50');

  await asOwner('DELETE FROM port_number WHERE partner_id = $1', [partner.id]);
  await openReport(page);
  await expect(page.getByRole('heading', { name: 'No numbers yet' })).toBeVisible();
});

test('staff choose a partner first, and may change it with the parameters', async ({ page, login }) => {
  const { partner } = (await makeOrder({ numbers: 2 })).request.account;
  const other = (await makeOrder({ numbers: 3 })).request.account.partner;
  await login('agent');
  await page.goto(`${REPORT}?partner=nobody-of-this-name`);
  await expect(page.getByText('partner “nobody-of-this-name” is not a partner.')).toBeVisible();
  await page.getByRole('link', { name: partner.name }).click();
  const { footer, run } = reportOf(page);
  await expect(footer).toContainText('Rows 1–2 of 2');
  await page.getByRole('combobox', { name: 'Partner', exact: true }).selectOption(other.slug);
  await run.click();
  await expect(footer).toContainText('Rows 1–3 of 3');
  expect(new URL(page.url()).searchParams.get('partner')).toBe(other.slug);
});
