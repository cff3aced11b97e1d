import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeConnections } from '#data/connection.ts';
import type { Viewer } from '#domain/viewer.ts';
import { makeProvisioningFile, provisioningFileName } from '#features/ready/provisioning-file.ts';
import { parseFileUrl } from '#features/ready/url.ts';
import { makeAssignment } from './support/assignments.ts';
import { NEXT_WEEK } from './support/desk.ts';
import { makeAccount, makeOrder, makePartner, type Order, type Partner } from './support/factories.ts';
import { makeUser } from './support/users.ts';
import { viewerOf } from './support/viewers.ts';

afterAll(closeConnections);

const FORMULA = '=HYPERLINK("http://example.invalid","Reception")';

let partner: Partner;
let viewer: Viewer & { name: string };
let ready: Order;
let taken: Order;
let revoked: Order;

beforeAll(async () => {
  partner = await makePartner({ name: 'Harborlight' });
  const user = await makeUser({ partner, name: 'Dana Whitfield' });
  viewer = viewerOf(user) as typeof viewer;
  const account = await makeAccount({ partner, company: 'Harper, Finch & "Sons"', username: 'harper' });
  const foc = { detailedStatus: 'firm-order-confirmation', focOn: NEXT_WEEK } as const;
  ready = await makeOrder({ account, numbers: 2, ...foc, location: '+Annex' });
  taken = await makeOrder({ account, numbers: 1, ...foc });
  revoked = await makeOrder({ account, numbers: 1, detailedStatus: 'submitted' });
  await makeAssignment({
    order: taken,
    user,
    focOn: NEXT_WEEK,
    assignedTo: FORMULA,
    at: '2026-11-20T17:05:00Z',
  });
  await makeAssignment({ order: revoked, user, focOn: NEXT_WEEK, at: '2026-07-20T17:05:00Z' });
});

async function fileOf(query: string): Promise<Buffer> {
  const asked = parseFileUrl(new URLSearchParams(query));
  if ('because' in asked) throw new Error(asked.because);
  const stop = new AbortController();
  const { bytes } = await makeProvisioningFile(viewer, partner, asked, stop.signal, () => undefined);
  return buffer(bytes);
}

async function csvOf(query: string): Promise<Record<string, string>[]> {
  return parse(await fileOf(query), { columns: true, bom: true, record_delimiter: '\r\n' });
}

describe('a file for provisioning', () => {
  test('of ready numbers has what is ready and not assigned, read back as CSV', async () => {
    const rows = await csvOf('of=ready&format=csv');
    expect(rows.map((row) => row['Phone Number'])).toEqual(ready.phones.toSorted());
    expect(rows[0]).toEqual({
      'Phone Number': ready.phones.toSorted()[0],
      'Account ID': ready.request.account.id,
      'Account Company Name': 'Harper, Finch & "Sons"',
      'Account Username': 'harper',
      'Confirmed Porting Date (FOC)': '2026-12-02',
      'Confirmed Porting Time (PT)': '10:00 AM',
      'Order Approved Date (toll-free)': '',
      'Request ID': ready.request.id,
      // A spreadsheet would take it for a formula.
      Location: "'+Annex",
    });
  });

  test('of assigned numbers tells whose they are, since when, and whether that still holds', async () => {
    const rows = await csvOf('of=assigned&format=csv');
    expect(rows.map((row) => [row['Phone Number'], row['Assigned to'], row['Still safe']])).toEqual([
      [taken.phones[0], `'${FORMULA}`, 'Yes'],
      [revoked.phones[0], '', 'No, its date does not hold'],
    ]);
    // In July the zone is another one.
    expect(rows.map((row) => [row['Assigned at (PT)'], row['Assigned by']])).toEqual([
      ['2026-11-20 09:05', 'Dana Whitfield'],
      ['2026-07-20 10:05', 'Dana Whitfield'],
    ]);
  });

  test('is the same as a workbook, in which dates are dates and nothing is a formula', async () => {
    const workbook = new ExcelJS.Workbook();
    const bytes = await fileOf('of=assigned&format=xlsx');
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    const [sheet, about] = workbook.worksheets;
    const cells = (row: number) => ((sheet?.getRow(row).values ?? []) as unknown[]).slice(1);
    expect(cells(1).slice(0, 3)).toEqual(['Phone Number', 'Assigned to', 'Account ID']);
    const at = (label: string) => cells(1).indexOf(label);
    expect(cells(2)[at('Phone Number')]).toBe(taken.phones[0]);
    expect(cells(2)[at('Assigned to')]).toBe(FORMULA);
    expect(cells(2)[at('Confirmed Porting Date (FOC)')]).toEqual(new Date('2026-12-02T00:00:00Z'));
    expect(sheet?.rowCount).toBe(3);
    const said = (about?.getSheetValues() ?? []).flat().join('\n');
    expect(said).toContain('Confidential: for Harborlight’s authorized contacts only');
    expect(said).toContain('Dana Whitfield');
    expect(said).toContain('Assigned');
  });

  test('is narrowed by account and text as the page is', async () => {
    expect(await csvOf('of=ready&format=csv&find=annex')).toHaveLength(2);
    expect(await csvOf('of=ready&format=csv&find=nothing')).toEqual([]);
    expect(await csvOf('of=ready&format=csv&account=none')).toEqual([]);
    expect(await csvOf(`of=assigned&format=csv&find=${revoked.phones[0]?.slice(2)}`)).toHaveLength(1);
  });

  test('has a name that tells what it holds, whose it is and of which day', () => {
    const asked = parseFileUrl(new URLSearchParams('of=ready&format=xlsx'));
    if ('because' in asked) throw new Error(asked.because);
    const asOf = new Date('2026-11-25T05:00:00Z');
    expect(provisioningFileName(asked, 'harborlight', asOf)).toBe(
      'numbers-ready-harborlight-2026-11-24.xlsx',
    );
  });

  test.each(['', 'of=all&format=csv', 'of=ready', 'of=ready&format=pdf', 'of=ready&format=csv&find=a%00b'])(
    'is refused with a reason when its address cannot be read: %j',
    (query) => {
      expect(parseFileUrl(new URLSearchParams(query))).toEqual({
        because: expect.stringMatching(/^\w.+\.$/),
      });
    },
  );
});
