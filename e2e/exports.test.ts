import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import JSZip from 'jszip';
import { FORMAT_NAMES, FORMATS, type FormatName } from '#documents/formats.ts';
import { formatPhoneNumber } from '#domain/phone-number.ts';
import { REPORT_PATH } from '#features/report/url.ts';
import { readPdf } from '../tests/documents/pdf-reader.ts';
import { readXml } from '../tests/documents/xml-reader.ts';
import { makeOrder, makePartner } from '../tests/support/factories.ts';
import { asOwner } from '../tests/support/owner.ts';
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
  // Seven downloads.
  test.setTimeout(120_000);
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
