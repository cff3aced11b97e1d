import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { formatCalendarDate } from '#domain/calendar-date.ts';
import {
  makeNumber,
  makeOrder,
  makePartner,
  type Order,
  type OrderFacts,
  type Partner,
} from '../tests/support/factories.ts';
import { asOwner } from '../tests/support/owner.ts';
import { word } from '../tests/support/unique.ts';
import { orderNow } from '../tests/support/uploads.ts';
import { expectSoundAtEveryWidth } from './support/axe.ts';
import { alive, portingDay } from './support/order.ts';
import { expect, test } from './support/test.ts';

const IMPORT = '/desk/import';

async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  const buffer = Buffer.from(content);
  await alive(page);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}

async function uploaded(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.goto(`${IMPORT}/new`);
  await choose(page, name, content);
  await atColumns(page);
}

async function atColumns(page: Page): Promise<void> {
  await page.waitForURL(/\/columns$/);
  await expect(page.locator('form[data-alive]')).toBeVisible();
}

async function previewed(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Preview \d/ }).click();
  await page.waitForURL(/\/preview$/);
}

async function linesOf(download: Promise<Download>): Promise<string[][]> {
  return parse(await readFile(await (await download).path()), { bom: true });
}

let named = 0;

/** An order with numbers that no other journey has: what names a number must find one order. */
async function makeNamed(
  numbers: number,
  facts: Partial<OrderFacts> & { partner?: Partner } = {},
): Promise<Order> {
  const order = await makeOrder(facts);
  for (let i = 0; i < numbers; i++, named++) {
    const exchange = 600 + ((Math.floor(RUN * 300) + named) % 300);
    await makeNumber({ order, phone: `+1689${exchange}01${String(named % 100).padStart(2, '0')}` });
  }
  return order;
}

/** Journeys of one file may run in two processes, which count alike. */
const RUN = Math.random();

const rowsOn = (page: Page) => page.getByRole('table').locator('tbody tr');

test('a list is taken in, mapped, previewed, applied, undone and downloaded', async ({ page, login }) => {
  await login('agent');
  const partner = await makePartner({ name: `Harborlight ${word()}` });
  const confirmed = await makeNamed(3, { partner, detailedStatus: 'pending-carrier-response' });
  const same = await makeNamed(1, { partner, detailedStatus: 'submitted' });
  const day = await portingDay(7);
  const list = [
    'Phone,State,Due,Remark',
    `${confirmed.phones[0]},FOC,${day},"one, two"`,
    `${confirmed.phones[1]},FOC,${day},`,
    `${same.phones[0]},Submitted,,`,
    `not a number,FOC,${day},=1+1`,
  ].join('\n');

  await page.goto(IMPORT);
  await page.getByRole('link', { name: 'Upload a list' }).click();
  await choose(page, 'weekly.csv', list);
  await atColumns(page);
  await expect(page.getByLabel('Phone number')).toHaveValue('Phone');
  await expect(page.getByText(String(confirmed.phones[0]))).toBeVisible();
  // Nothing says what is new yet.
  await page.getByRole('button', { name: 'Preview 4 rows' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'Say which column has something new' }),
  ).toBeVisible();
  await page.getByLabel('Detailed status').selectOption('State');
  await page.getByLabel('FOC date').selectOption('Due');
  const name = `Carrier ${word()}`;
  await page.getByLabel(/^Keep these columns as/).fill(name);
  await previewed(page);

  await expect(rowsOn(page)).toHaveCount(4);
  await expect(rowsOn(page).nth(0)).toContainText('Firm order confirmation');
  await expect(rowsOn(page).nth(0)).toContainText(formatCalendarDate(day));
  await expect(rowsOn(page).nth(0)).toContainText(
    `The list names 2 of the 3 numbers of order ${confirmed.id}`,
  );
  await expect(rowsOn(page).nth(2)).toContainText('Nothing new');
  await expect(rowsOn(page).nth(3)).toContainText('“not a number” is not a North American number');
  await page.getByRole('link', { name: 'Refused 1' }).click();
  await expect(rowsOn(page)).toHaveCount(1);
  const refused = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download 1 refused row' }).click();
  const [header, row] = await linesOf(refused);
  expect(header).toEqual(['Phone', 'State', 'Due', 'Remark', 'Why the desk refused this row']);
  expect(row?.slice(0, 4)).toEqual(['not a number', 'FOC', day, '=1+1']);
  expect(await orderNow(confirmed)).toMatchObject({ status: 'pending-carrier-response', version: 1 });

  await page.getByRole('link', { name: 'Go on with 1 order' }).click();
  await expect(page.getByRole('heading', { name: 'Change 1 order' })).toBeVisible();
  await expect(page.getByText('3 numbers of 1 partner; 1 refused row stays out.')).toBeVisible();
  await alive(page);
  await page.getByRole('button', { name: 'Change 1 order' }).click();
  await page.waitForURL(/\/results$/);
  await expect(page.getByText(/^2 rows changed, 1 unchanged, 1 refused\./)).toBeVisible();
  expect(await orderNow(confirmed)).toMatchObject({
    status: 'firm-order-confirmation',
    foc: day,
    version: 2,
  });
  const results = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Results', exact: true }).last().click();
  const told = await linesOf(results);
  expect(told.map((line) => line[5])).toEqual(['Result', 'Changed', 'Changed', 'Unchanged', 'Refused']);

  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByText(/Undone, /)).toBeVisible();
  expect(await orderNow(confirmed)).toMatchObject({
    status: 'pending-carrier-response',
    foc: null,
    version: 3,
  });

  const original = page.waitForEvent('download');
  await page.getByRole('link', { name: 'The file as it came' }).click();
  expect((await readFile(await (await original).path())).toString()).toBe(list);

  // The next list of this carrier is read the same way.
  await uploaded(page, 'next-week.csv', `Due,Phone,Remark,State\n${day},${confirmed.phones[0]},,FOC\n`);
  await expect(page.getByLabel(/^Keep these columns as/)).toHaveValue(name);
  await expect(page.getByLabel('FOC date')).toHaveValue('Due');
  await previewed(page);
  await page.goto(IMPORT);
  await expect(page.getByRole('listitem').filter({ hasText: 'next-week.csv' }).first()).toContainText(
    'Preview: 1 row to change',
  );
});

test('an Excel list by order and request is read as it looks', async ({ page, login }) => {
  await login('agent');
  const order = await makeOrder({ numbers: 1, type: 'toll-free', detailedStatus: 'submitted' });
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Updates');
  sheet.addRow(['Order ID', 'Status', 'Approved Date', 'Reject Reason']);
  sheet.addRow([order.id, 'Accepted', new Date('2026-11-02T00:00:00Z'), '']);
  await uploaded(page, 'updates.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
  await expect(page.getByText('2026-11-02')).toBeVisible();
  await previewed(page);
  await expect(rowsOn(page).first()).toContainText('Accepted');
  await expect(rowsOn(page).first()).toContainText('2 Nov 2026');
});

test.describe('files that are no list', () => {
  test.use({ expectedErrors: [/status of 400/] });

  test('are refused with one sentence, and the next can be chosen', async ({ page, login }) => {
    await login('agent');
    await page.goto(`${IMPORT}/new`);
    const cases: [string, string | Buffer, string][] = [
      [
        'list.xlsx',
        'TN,Status\n4155550140,FOC\n',
        'list.xlsx is not an Excel file, although it is named like one.',
      ],
      ['list.csv', Buffer.from('89504e470d0a1a0a', 'hex'), 'Line 1 of list.csv is not UTF-8'],
      ['list.csv', 'TN,Status\n', 'list.csv has a header and no rows below it.'],
      ['list.csv', 'Name,Colour\nAnna,red\n', 'No column of list.csv holds a phone number'],
      ['big.csv', Buffer.alloc(20_000_001, 'x'), 'big.csv is larger than 20 MB'],
    ];
    for (const [name, content, sentence] of cases) {
      await choose(page, name, content);
      await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
    }
    await choose(page, 'list.csv', 'TN,Status\n4155550140,FOC\n');
    await page.waitForURL(/\/columns$/);
  });

  test('are refused when they are sent past the page, however large', async ({ page, login }) => {
    await login('agent');
    const data = Buffer.alloc(24_000_000, 'x');
    const answer = await page.request.post(`${IMPORT}/upload?name=big.csv`, { data });
    expect([answer.status(), (await answer.text()).trim()]).toEqual([
      400,
      'big.csv is larger than 20 MB: split it, or take out the columns that are not needed.',
    ]);
    // Almost as large goes through whole.
    const rows = Array.from({ length: 190 }, () => `4155550140,FOC,${'x'.repeat(100_000)}`);
    const whole = `TN,Status,Remark\n${rows.join('\n')}\n`;
    const kept = await page.request.post(`${IMPORT}/upload?name=padded.csv`, { data: whole });
    expect(kept.status(), await kept.text()).toBe(200);
    const { id } = await kept.json();
    const [row] = await asOwner('SELECT length(content) AS bytes FROM desk_upload WHERE id = $1', [id]);
    expect(row).toEqual({ bytes: whole.length });
  });
});

test('strangers can send nothing', async ({ page, visitor }) => {
  const send = (on: Page, path: string) =>
    on.request.post(`${IMPORT}/upload${path}`, { data: 'TN,Status\n4155550140,FOC\n', maxRedirects: 0 });
  expect((await send(page, '?name=a.csv')).headers().location).toContain('/sign-in');
  for (const role of ['partner', 'end-user'] as const) {
    const stranger = await visitor();
    await stranger.login(role);
    expect((await send(stranger.page, '?name=a.csv')).status()).toBe(404);
    expect((await send(stranger.page, '/report?name=a.csv')).status()).toBe(404);
  }
  const agent = await visitor();
  await agent.login('agent');
  expect((await send(agent.page, '/report?name=a.csv')).status(), 'full reports are for leads').toBe(404);
});

test('a lead imports a full report, dry run first', async ({ page, login }) => {
  await login('lead');
  const partner = await makePartner({ name: `Quarry Bay ${word()}` });
  await page.goto(IMPORT);
  await page.getByRole('link', { name: 'Full report' }).click();
  await page.getByLabel('Whose report is it').selectOption(partner.slug);
  const report =
    'Phone Number,Request ID,Account ID,Detailed Status\n4155550140,500001,7001,Submitted\n4155550141,500001,7001,Odd\n';
  await choose(page, 'report.csv', report);
  await page.waitForURL(/\/report\/[0-9a-f-]+$/);
  await expect(page.locator('section[data-alive]')).toBeVisible();
  await page.getByRole('button', { name: 'Dry run', exact: true }).click();
  await expect(page.getByText(/^Dry run, nothing was changed/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Rejected rows' })).toContainText('Row 3');
  const rejects = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Rejected rows' }).click();
  expect((await linesOf(rejects))[1]?.[0]).toBe('4155550141');
  await page.getByRole('button', { name: 'Import 1 row' }).click();
  await expect(page.getByText(/^Imported \(/)).toBeVisible();
  const [found] = await asOwner('SELECT count(*)::int AS n FROM port_number WHERE partner_id = $1', [
    partner.id,
  ]);
  expect(found).toEqual({ n: 1 });
});

test('axe finds nothing, and a phone shows all of it, light and dark', async ({ page, login }) => {
  await login('lead');
  const order = await makeNamed(2, { detailedStatus: 'pending-carrier-response' });
  const day = await portingDay(9);
  const list = `TN,Status,FOC\n${order.phones[0]},FOC,${day}\nnone,FOC,${day}\n`;
  await page.goto(`${IMPORT}/new`);
  await expectSoundAtEveryWidth(page);
  await uploaded(page, 'list.csv', list);
  await expectSoundAtEveryWidth(page);
  await previewed(page);
  await expectSoundAtEveryWidth(page);
  await page.goto(page.url().replace('/preview', '/apply'));
  await expectSoundAtEveryWidth(page);
  await page.goto(IMPORT);
  await expectSoundAtEveryWidth(page);
  await page.goto(`${IMPORT}/report`);
  await expectSoundAtEveryWidth(page);
});
