import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import JSZip from 'jszip';
import { FORMAT_NAMES, FORMATS, type FormatName } from '#documents/formats.ts';
import { formatPhoneNumber } from '#domain/phone-number.ts';
import { REPORT_PATH } from '#features/report/url.ts';
import { readPdf } from '../tests/documents/pdf-reader.ts';
import { readXml } from '../tests/documents/xml-reader.ts';
import { makeOrder, makePartner, type Partner } from '../tests/support/factories.ts';
import { asOwner } from '../tests/support/owner.ts';
import { makeReceipt } from '../tests/support/receipts.ts';
import { expectNoAxeFindings } from './support/axe.ts';
import { expect, test } from './support/test.ts';

async function exportAs(page: Page, format: FormatName): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${FORMATS[format].label}`) }).click();
}

function panel(page: Page) {
  return page.getByRole('region', { name: 'Exports' });
}

/** What each kind of file holds in its column of phone numbers, in E.164, by readers that are not our writers. */
const PHONES: Record<FormatName, (bytes: Buffer) => Promise<string[]>> = {
  csv: async (bytes) => (parse(bytes, { bom: true, from: 2 }) as string[][]).map(([phone]) => phone ?? ''),
  'csv-strict': async (bytes) => (parse(bytes, { from: 2 }) as string[][]).map(([phone]) => phone ?? ''),
  ndjson: async (bytes) =>
    bytes
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).phone),
  xml: async (bytes) => {
    readXml(bytes.toString());
    return [...bytes.toString().matchAll(/<phone>([^<]+)</g)].map(([, phone = '']) => phone);
  },
  xlsx: async (bytes) => found(await part(bytes, 'xl/worksheets/sheet1.xml'), /\+1\d{10}/g),
  docx: async (bytes) => shownOnes(await part(bytes, 'word/document.xml')),
  pdf: async (bytes) => shownOnes((await readPdf(bytes)).pages.map(({ text }) => text).join(' ')),
};

async function part(bytes: Buffer, name: string): Promise<string> {
  return (await JSZip.loadAsync(bytes)).file(name)?.async('string') ?? '';
}

function found(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([match]) => match);
}

function shownOnes(text: string): string[] {
  return found(text, /\(\d{3}\) 555-\d{4}/g).map((shown) => `+1${shown.replaceAll(/\D/g, '')}`);
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

test('each kind of file from the menu holds the rows of the page', async ({ page, login }) => {
  const partner = await makePartner({ name: 'Harborlight' });
  await makeOrder({ partner, numbers: 2, detailedStatus: 'rejected', rejectReason: '=1+1, "quoted"' });
  await makeOrder({ partner, numbers: 3, detailedStatus: 'firm-order-confirmation' });
  await makeOrder({ partner, numbers: 2, detailedStatus: 'completed' });
  await login('partner', { partner });
  await page.goto(`${REPORT_PATH}?status=scheduled&status=waiting-for-you`);
  const cells = page.getByRole('row').getByText(/\(\d{3}\) 555-\d{4}/);
  await expect(cells).toHaveCount(5);
  const onPage = (await cells.allTextContents()).map((text) => text.trim());

  for (const format of FORMAT_NAMES) {
    const downloading = page.waitForEvent('download');
    await exportAs(page, format);
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(
      new RegExp(`^number-porting-report-${partner.slug}-[\\d-]{10}\\.${FORMATS[format].extension}$`),
    );
    const phones = await PHONES[format](await bytesOf(download));
    expect(phones.map(formatPhoneNumber), format).toEqual(onPage);
    await expect(panel(page).getByText(/5 rows, .*\. It is among your downloads\./)).toBeVisible();
    await page.getByRole('button', { name: 'Close this note' }).click();
    await expect(panel(page)).toBeHidden();
  }
});

test('the menu says what each file will be like; a file has the columns that are shown', async ({
  page,
  login,
}) => {
  const partner = await makePartner();
  await makeOrder({ partner, numbers: 2 });
  const user = await login('partner', { partner });
  const columns = { shown: ['phone', 'company', 'status'], pinned: ['phone'] };
  await asOwner('INSERT INTO user_preference (user_id, key, value) VALUES ($1, $2, $3)', [
    ...[user.id, 'report.columns', JSON.stringify(columns)],
  ]);
  await page.goto(REPORT_PATH);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByText('All 2 rows, 3 columns')).toBeVisible();
  await expect(page.getByRole('menuitem', { name: /^Excel/ })).toContainText(
    '2 rows, about 22 bytes, under a second',
  );
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /^CSV, values untouched/ }).click();
  const [header] = parse(await bytesOf(await downloading)) as string[][];
  expect(header).toEqual(['Phone Number', 'Account Company Name', 'Status']);
});

test('all rows are printed as a PDF in a tab of its own', async ({ page, context, login }) => {
  const partner = await makePartner();
  await makeOrder({ partner, numbers: 2 });
  await login('partner', { partner });
  await page.goto(REPORT_PATH);
  await page.getByRole('button', { name: 'Print' }).click();
  await expect(page.getByRole('menuitem', { name: 'This page' })).toBeVisible();
  const opening = context.waitForEvent('page');
  const asked = context.waitForEvent('response', (response) => response.url().includes('disposition=inline'));
  await page.getByRole('menuitem', { name: 'All rows (PDF)' }).click();
  await opening;
  const headers = (await asked).headers();
  expect(headers['content-type']).toBe('application/pdf');
  expect(headers['content-disposition']).toMatch(/^inline;/);
  await expect(panel(page).getByText('The PDF file is made')).toBeVisible();
  await expectNoAxeFindings(page);
});

test.describe('a long export', () => {
  let partner: Partner;

  test.beforeEach(async () => {
    partner = await makePartner();
    const { request, id } = await makeOrder({ partner, rejectReason: 'x'.repeat(5_000) });
    await asOwner(
      `INSERT INTO port_number (partner_id, request_id, phone, order_id)
       SELECT $1, $2, '+1212' || (5000000 + i), $3 FROM generate_series(0, 99999) i`,
      [partner.id, request.id, id],
    );
  });

  /** Takes what it is sent so slowly that a long file is still under way whatever the machine. */
  async function slowly(page: Page): Promise<void> {
    const browser = await page.context().newCDPSession(page);
    await browser.send('Network.enable');
    const downloadThroughput = 4_000_000;
    await browser.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: 0, downloadThroughput, uploadThroughput: -1 },
    });
  }

  /** The queries that export for a user. */
  async function queries(userId: string): Promise<number> {
    const backends = await asOwner(
      "SELECT pid FROM pg_stat_activity WHERE application_name = 'portal-exports' AND state <> 'idle' AND query LIKE $1",
      [`COPY /* for % ${userId},%`],
    );
    return backends.length;
  }

  test('tells how far it is, while the page stays in use, and stops when it is cancelled', async ({
    page,
    login,
  }) => {
    const user = await login('partner', { partner });
    await page.goto(REPORT_PATH);
    await slowly(page);
    await exportAs(page, 'csv');
    await expect(panel(page).getByText('Making CSV file')).toBeVisible();
    await expect(panel(page).getByText(/of 100,000 rows/)).toBeVisible();
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect(page.getByText('Rows 51–100 of 100,000')).toBeVisible();
    await panel(page).getByRole('button', { name: 'Cancel' }).click();
    await expect(panel(page).getByText('The CSV file was cancelled')).toBeVisible();
    await expect(panel(page).getByText(/after [\d,]+ of 100,000 rows, so no file was saved/)).toBeVisible();
    await expect.poll(() => queries(user.id)).toBe(0);
  });

  test('that failed says so and is offered again', async ({ page, login }) => {
    const user = await login('partner', { partner });
    await page.goto(REPORT_PATH);
    await slowly(page);
    const downloading = page.waitForEvent('download');
    await exportAs(page, 'ndjson');
    const download = await downloading;
    await expect.poll(() => queries(user.id)).toBe(1);
    await asOwner(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'portal-exports' AND query LIKE $1",
      [`COPY /* for % ${user.id},%`],
    );
    await expect(panel(page).getByText('The JSON lines file was not made')).toBeVisible();
    await expect(
      panel(page).getByText(/Something failed on our side after [\d,]+ of 100,000 rows/),
    ).toBeVisible();
    await expect(panel(page).getByText(/^Reference \w{4}-\w{4}$/)).toBeVisible();
    expect(await download.failure()).not.toBeNull();
    await panel(page).getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => queries(user.id)).toBe(1);
    await panel(page).getByRole('button', { name: 'Cancel' }).click();
    await expect(panel(page).getByText('The JSON lines file was cancelled')).toBeVisible();
  });

  test('is told to wait when three run already', async ({ page, login }) => {
    const user = await login('partner', { partner });
    await page.goto(REPORT_PATH);
    await slowly(page);
    for (const format of ['csv', 'csv-strict', 'ndjson'] as const) {
      const downloading = page.waitForEvent('download');
      await exportAs(page, format);
      await downloading;
    }
    await exportAs(page, 'xml');
    await expect(panel(page).getByText('3 of your exports are running.')).toBeVisible();
    for (let running = 3; running > 0; running--) {
      await panel(page).getByRole('button', { name: 'Cancel' }).first().click();
      await expect(panel(page).getByRole('button', { name: 'Cancel' })).toHaveCount(running - 1);
    }
    await expect.poll(() => queries(user.id)).toBe(0);
  });

  test('ends its query within a second when the browser goes away', async ({ visitor }) => {
    const { page, login } = await visitor();
    const user = await login('partner', { partner });
    await page.goto(REPORT_PATH);
    await slowly(page);
    const downloading = page.waitForEvent('download');
    await exportAs(page, 'csv');
    await downloading;
    expect(await queries(user.id)).toBe(1);
    await page.context().close();
    await expect.poll(() => queries(user.id)).toBe(0);
  });
});

test("receipts stand under the user menu: the partner's own and no other's", async ({ page, login }) => {
  const partner = await makePartner();
  await makeOrder({ partner, numbers: 2, detailedStatus: 'rejected' });
  const { name, email } = await login('partner', { partner });
  await page.goto('/exports');
  await expect(page.getByText('Nothing has been exported yet')).toBeVisible();
  await page.goto(`${REPORT_PATH}?status=waiting-for-you`);
  const downloading = page.waitForEvent('download');
  await exportAs(page, 'xml');
  const bytes = await bytesOf(await downloading);
  await expect(panel(page).getByText('The XML file is made')).toBeVisible();

  await page.getByRole('button', { name }).click();
  await page.getByRole('menuitem', { name: 'Exports' }).click();
  await expect(page.getByRole('heading', { name: 'Exports', level: 1 })).toBeVisible();
  const receipt = page.getByRole('article');
  await expect(receipt).toHaveCount(1);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  for (const fact of [
    `${name} (${email})`,
    'Waiting for You',
    sha256,
    'Whole',
    '2 Waiting for You',
    '127.0.0.1',
  ])
    await expect(receipt).toContainText(fact);
});

test('receipts go on page by page', async ({ page, login }) => {
  const user = await login('agent');
  const ids: string[] = [];
  for (let minute = 10; minute < 40; minute++)
    ids.push(await makeReceipt({ user, outcome: 'done', beganAt: `2026-11-23T17:${minute}:00Z` }));
  await page.goto('/exports');
  await expect(page.getByRole('article')).toHaveCount(25);
  await page.getByRole('link', { name: 'Older' }).click();
  await expect(page.getByRole('article')).toHaveCount(5);
  await page.getByRole('link', { name: 'Newest' }).click();
  await expect(page.getByRole('article')).toHaveCount(25);
});
