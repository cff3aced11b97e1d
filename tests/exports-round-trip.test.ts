import { readFile, writeFile } from 'node:fs/promises';
import JSZip from 'jszip';
import { beforeAll, expect, test } from 'vitest';
import type { FormatName } from '#documents/formats.ts';
import { COLUMN_KEYS } from '#domain/columns.ts';
import { FIRST_PAGE } from '#domain/report-request.ts';
import { sendExport } from '#features/report/exports/send-export.ts';
import { fileWith, importInto } from './imports/support.ts';
import { makeAccount, makeOrder, makePartner, makeRequest, type Partner } from './support/factories.ts';
import { makeUser } from './support/users.ts';
import { viewerOf } from './support/viewers.ts';

let partner: Partner;

beforeAll(async () => {
  partner = await makePartner();
  const texts = [
    '=1+1',
    '+Plus',
    '-2',
    '@At',
    'O\'Brien, "Bob"',
    'Two\nLines',
    'שלום',
    '0012345',
    '1E5',
    '<b>]]>',
    '🍕',
    '_x0041_',
  ];
  for (const [i, text] of texts.entries()) {
    const account = await makeAccount({ partner, username: text, company: text });
    const request = await makeRequest({ account, caseNumber: i % 2 ? null : `00${i}` });
    const createdOn = `2026-03-${10 + i}`;
    await makeOrder({
      request,
      numbers: 3,
      location: text,
      coordinator: text,
      rejectReason: text,
      createdOn,
    });
    await makeOrder({
      request,
      numbers: 1,
      detailedStatus: 'confirmed',
      focTime: '13:30',
      createdOn: `2026-04-${10 + i}`,
    });
    await makeOrder({
      request,
      numbers: 1,
      type: 'toll-free',
      detailedStatus: 'accepted',
      createdOn: null,
      approvedOn: '2026-03-08',
    });
  }
});

async function exported(of: Partner, format: FormatName): Promise<string> {
  const viewer = viewerOf(await makeUser({ partner: of }));
  const asked = { format, partner: null, request: FIRST_PAGE, columns: COLUMN_KEYS, id: null, inline: false };
  const from = { address: '192.0.2.7', left: new AbortController().signal };
  const response = await sendExport(viewer, of, asked, from);
  const file = await fileWith('', `report.${format === 'xlsx' ? 'xlsx' : 'csv'}`);
  await writeFile(file, Buffer.from(await response.arrayBuffer()));
  return file;
}

/** The rows of a file as bytes: all of a CSV; of a workbook its sheet, for the facts stand on another. */
async function rowsOf(file: string): Promise<string> {
  const bytes = await readFile(file);
  if (!file.endsWith('.xlsx')) return bytes.toString();
  return (await JSZip.loadAsync(bytes)).file('xl/worksheets/sheet1.xml')?.async('string') ?? '';
}

test.each(['xlsx', 'csv', 'csv-strict'] as const)(
  'a report as %s, imported into an empty partner, is exported again as the same bytes',
  async (format) => {
    const first = await exported(partner, format);
    // The foot of a sheet's pages names the partner: one of the same name.
    const empty = await makePartner({ name: partner.name });
    const { read, imported, rejected } = await importInto(empty, first);
    expect({ read, imported, rejected }).toEqual({ read: 60, imported: 60, rejected: 0 });
    expect(await rowsOf(await exported(empty, format))).toBe(await rowsOf(first));
  },
);
