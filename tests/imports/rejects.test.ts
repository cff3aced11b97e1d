import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { REASON_LABEL } from '#domain/import/header.ts';
import { makePartner } from '../support/factories.ts';
import { asOwner } from '../support/owner.ts';
import {
  csvOf,
  fileWith,
  importInto,
  importRows,
  ordersOf,
  phones,
  type Row,
  row,
  rowVersions,
  summary,
} from './support.ts';

const [A = '', B = '', C = '', D = ''] = phones(4);

/** The rows of a partner's report, but for the identity of its orders. */
async function reportOf(partner: { id: number }) {
  return asOwner(
    `SELECT n.phone, n.request_id, to_jsonb(o) - '{partner_id,id,status_since,updated_at,version}'::text[] AS order_facts
     FROM port_number n JOIN port_order o ON o.partner_id = n.partner_id AND o.id = n.order_id
     WHERE n.partner_id = $1 ORDER BY n.request_id, n.phone`,
    [partner.id],
  );
}

async function rejectionsOf(rows: readonly Row[]) {
  const { rejections } = await importInto(await makePartner(), await fileWith(csvOf(rows)));
  return rejections.map(({ record, field, reason }) => [record, field, reason]);
}

describe('rows that contradict those before them', () => {
  it('are rejected when they place a request in another account', async () => {
    const rows = [row(A), row(B, { accountId: '7002' }), row(C), row(D, { accountId: '7003' })];
    expect(await rejectionsOf(rows)).toEqual([
      [
        3,
        'accountId',
        'Account ID "7002" contradicts record 2, where request 500001 belongs to account 7001.',
      ],
      [
        5,
        'accountId',
        'Account ID "7003" contradicts record 2, where request 500001 belongs to account 7001.',
      ],
    ]);
  });

  it('are rejected when they give a request another case number; a blank one contradicts nothing', async () => {
    const rows = [row(A), row(B, { caseNumber: '4000001' }), row(C, { caseNumber: '4000002' }), row(D)];
    expect(await rejectionsOf(rows)).toEqual([
      [
        4,
        'caseNumber',
        'FP Case Number "4000002" contradicts record 3, where request 500001 has case number 4000001.',
      ],
    ]);
  });

  it('are rejected when the number stands in the request already, even with the same facts: nothing goes in silence', async () => {
    const rows = [
      row(A),
      row('(415) 555-0100'),
      row(A, { detailedStatus: 'Rejected' }),
      row(A, { requestId: '500002' }),
    ];
    expect(await rejectionsOf(rows)).toEqual([
      [
        3,
        'phone',
        `Phone Number ${A} stands in request 500001 already, with the same facts, in record 2: this row adds nothing.`,
      ],
      [
        4,
        'phone',
        `Phone Number ${A} stands in request 500001 already, with other facts, in record 2: only one of the two can hold.`,
      ],
    ]);
  });

  it('are compared with rows that are good only', async () => {
    const rows = [row(A, { accountId: '7002', createdOn: 'soon' }), row(A), row(B)];
    expect((await rejectionsOf(rows)).map(([record]) => record)).toEqual([2]);
  });
});

describe('the rejects file', () => {
  const rows = [
    row(A, { company: 'Two\nLines, "quoted"', username: 'harbor' }),
    row(B, { createdOn: '2/30/2026', company: '=1+1' }),
    row(C, { detailedStatus: 'Somewhere', priority: 'Expedite', rejectReason: 'Name mismatch' }),
    row(D, { company: 'Two\nLines, "quoted"' }),
  ];

  it('holds the rows in full and as they stood, with the reason as an added column', async () => {
    const file = await fileWith(
      '\ufeffPhone number;Request ID;Account ID;Detailed Status;What?\r\n4155550123;1;7001;Submitted;x\r\n415;1; 7001 ;"Sub;mitted";"two\nlines"\r\n',
    );
    const rejects = path.join(path.dirname(file), 'bad.csv');
    const done = await importInto(await makePartner(), file, { rejects: { at: rejects } });
    expect(done.rejectsFile).toBe(rejects);
    expect(readFileSync(rejects, 'utf8')).toBe(
      `\ufeffPhone number;Request ID;Account ID;Detailed Status;What?;${REASON_LABEL}\r\n415;1;" 7001 ";"Sub;mitted";"two\nlines";` +
        '"Phone Number ""415"" is not a North American number of ten digits. Detailed Status ""Sub;mitted"" is not a detailed status of the report."\r\n',
    );
  });

  it('once it is mended and imported, completes the job: what is there is what a faultless file would have brought', async () => {
    const partner = await makePartner();
    const file = await fileWith(csvOf(rows));
    const done = await importInto(partner, file, { rejects: 'beside' });
    expect(summary(done)).toBe('4 = 2 imported + 0 unchanged + 2 rejected');
    const mended = readFileSync(done.rejectsFile ?? '', 'utf8')
      .replace('2/30/2026', '2/28/2026')
      .replace('Somewhere', 'Submitted');
    expect(mended).toContain(REASON_LABEL);
    const again = await importInto(partner, await fileWith(mended));
    expect(summary(again)).toBe('2 = 2 imported + 0 unchanged + 0 rejected');
    expect(again.header.unknown).toEqual([]);

    const faultless = await makePartner();
    await importRows(faultless, [
      rows[0],
      { ...rows[1], createdOn: '2/28/2026' },
      { ...rows[2], detailedStatus: 'Submitted' },
      rows[3],
    ] as Row[]);
    expect(await reportOf(partner)).toEqual(await reportOf(faultless));
    expect(await ordersOf(partner)).toHaveLength((await ordersOf(faultless)).length);
  });

  it('rejects what was not mended again, with the reason of today and no second column for it', async () => {
    const partner = await makePartner();
    const first = await importInto(partner, await fileWith(csvOf(rows)), { rejects: 'beside' });
    const mended = readFileSync(first.rejectsFile ?? '', 'utf8')
      .replace('2/30/2026', 'soon')
      .replace('Somewhere', 'Submitted');
    const second = await importInto(partner, await fileWith(mended, 'report.rejects.csv'), {
      rejects: 'beside',
    });
    expect(path.basename(second.rejectsFile ?? '')).toBe('report.rejects-2.csv');
    const text = readFileSync(second.rejectsFile ?? '', 'utf8');
    expect(text.split(REASON_LABEL)).toHaveLength(2);
    expect(text).toContain('Order Creation Date ""soon"" is not a day');
    expect(text).not.toContain('2/30/2026');
  });

  it('of a spreadsheet is CSV with its dates written out, and can be imported', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Report');
    sheet.addRow([
      'Phone number',
      'Request ID',
      'Account ID',
      'Detailed Status',
      'Confirmed Porting Date',
      'Confirmed Porting Time',
    ]);
    sheet.addRow([4_155_550_123, 1, 7_001, 'Nonsense', new Date('2026-03-18T00:00:00Z'), 0.5625]);
    const file = await fileWith(new Uint8Array(await book.xlsx.writeBuffer()), 'report.xlsx');
    const { rejectsFile } = await importInto(await makePartner(), file, { rejects: 'beside' });
    expect(path.basename(rejectsFile ?? '')).toBe('report.rejects.csv');
    expect(readFileSync(rejectsFile ?? '', 'utf8')).toContain(
      '4155550123,1,7001,Nonsense,2026-03-18,13:30,"Detailed Status',
    );
  });

  it('keeps cells that are beyond the header, after the reason', async () => {
    const file = await fileWith(
      'Phone number,Request ID,Account ID,Detailed Status\n4155550123,1,7001,Submitted,Smith,Inc\n',
    );
    const { rejectsFile } = await importInto(await makePartner(), file, { rejects: 'beside' });
    expect(readFileSync(rejectsFile ?? '', 'utf8')).toMatch(
      /Submitted,"The row has more cells .*",Smith,Inc\r\n$/,
    );
  });

  it('is written beside the file when there is something to write, under a name that is free', async () => {
    const good = await fileWith(csvOf([row(A)]));
    expect((await importInto(await makePartner(), good, { rejects: 'beside' })).rejectsFile).toBeNull();
    expect(readdirSync(path.dirname(good))).toEqual(['report.csv']);

    const bad = await fileWith(csvOf([row('1')]));
    const here = (file: string | null) => path.basename(file ?? '');
    const importBad = async () =>
      here((await importInto(await makePartner(), bad, { rejects: 'beside' })).rejectsFile);
    expect(await importBad()).toBe('report.rejects.csv');
    expect(await importBad()).toBe('report.rejects.csv');
    writeFileSync(path.join(path.dirname(bad), 'report.rejects.csv'), 'somebody is mending this');
    expect(await importBad()).toBe('report.rejects-2.csv');
    expect(readdirSync(path.dirname(bad)).sort()).toEqual([
      'report.csv',
      'report.rejects-2.csv',
      'report.rejects.csv',
    ]);
  });

  it('that was named always tells of this import, also that nothing was rejected', async () => {
    const file = await fileWith(csvOf([row(A)]));
    const rejects = path.join(path.dirname(file), 'bad.csv');
    writeFileSync(rejects, 'of last week');
    await importInto(await makePartner(), file, { rejects: { at: rejects } });
    expect(readFileSync(rejects, 'utf8')).toMatch(/^Phone Number,.*,Why the import rejected this row\r\n$/);
  });

  it('that was named but cannot be written ends the import before anything is', async () => {
    const partner = await makePartner();
    const file = await fileWith(csvOf([row(A), row('1')]));
    const nowhere = path.join(path.dirname(file), 'no', 'bad.csv');
    await expect(importInto(partner, file, { rejects: { at: nowhere } })).rejects.toThrow(
      /^The rejects cannot be written to/,
    );
    await expect(importInto(partner, file, { rejects: { at: file } })).rejects.toThrow(
      /over the file that is imported/,
    );
    await expect(importInto(partner, file, { rejects: { at: path.dirname(file) } })).rejects.toThrow(
      /it is a folder/,
    );
    expect(await ordersOf(partner)).toEqual([]);
    expect(existsSync(file)).toBe(true);
  });
});

describe('a file with a few of the columns', () => {
  const FEW = ['phone', 'requestId', 'accountId', 'detailedStatus'] as const;

  it('says nothing of the others: what is there stays', async () => {
    const partner = await makePartner();
    const facts = {
      caseNumber: '4000001',
      username: 'harbor',
      company: 'Harbor',
      location: 'Site 2',
      detailedStatus: 'Firm order confirmation',
    };
    await importRows(partner, [
      row(A, { ...facts, focOn: '2026-03-18' }),
      row(B, { ...facts, focOn: '2026-03-19' }),
    ]);
    const before = await rowVersions(partner);
    expect(await importRows(partner, [row(A, facts), row(B, facts)], FEW)).toBe(
      '2 = 0 imported + 2 unchanged + 0 rejected',
    );
    expect(await rowVersions(partner)).toEqual(before);
    expect(await importRows(partner, [row(A, { detailedStatus: 'Completed' })], FEW)).toBe(
      '1 = 1 imported + 0 unchanged + 0 rejected',
    );
    expect(await ordersOf(partner)).toMatchObject([
      { status: 'completed', foc: '2026-03-18', phones: [A] },
      { status: 'firm-order-confirmation', foc: '2026-03-19', phones: [B] },
    ]);
  });

  it('is held to the rules beside what is there', async () => {
    const partner = await makePartner();
    await importRows(partner, [row(A, { focOn: '2026-03-18' }), row(B)]);
    const scheduled = [A, B, C].map((phone) => row(phone, { detailedStatus: 'Firm order confirmation' }));
    const done = await importInto(partner, await fileWith(csvOf(scheduled, FEW)));
    expect(done.rejections).toEqual(
      [B, C].map((_, i) => ({
        record: 3 + i,
        field: 'focOn',
        value: '',
        reason: 'Firm order confirmation needs the confirmed porting date (FOC).',
      })),
    );
    expect(await ordersOf(partner)).toMatchObject([
      { status: 'firm-order-confirmation', phones: [A] },
      { status: 'submitted', phones: [B] },
    ]);
  });
});

describe('what a person should look at although it went in', () => {
  it('is a porting time other than the standard one in an order that is not large', async () => {
    const afternoon = { detailedStatus: 'Completed', focOn: '2026-03-18', focTime: '1:30 PM' };
    const large = phones(101, '212').map((phone) => row(phone, { ...afternoon, requestId: '500002' }));
    const { warnings, imported } = await importInto(
      await makePartner(),
      await fileWith(
        csvOf([row(A, afternoon), row(B, afternoon), row(C, { ...afternoon, focTime: '10:00' }), ...large]),
      ),
    );
    expect(imported).toBe(104);
    expect(warnings.unusualTimes).toEqual({ orders: 1, rows: 2, requests: ['500001'] });
  });

  it('is an account with two names, of which the first counts', async () => {
    const partner = await makePartner();
    const rows = [row(A), row(B, { company: 'Harbor' }), row(C, { company: 'Harbour', username: 'h' })];
    const { warnings } = await importInto(partner, await fileWith(csvOf(rows)));
    expect(warnings.accountNames).toEqual({ accounts: 1, ids: ['7001'] });
    expect(
      await asOwner('SELECT username, company_name FROM account WHERE partner_id = $1', [partner.id]),
    ).toEqual([{ username: 'h', company_name: 'Harbor' }]);
    expect(await importRows(partner, rows)).toBe('3 = 0 imported + 3 unchanged + 0 rejected');
  });
});

describe('a file', () => {
  it('may begin with lines of its own and have blank ones: neither counts as a row', async () => {
    const text = `Porting report\n"Confidential, for Acme"\n\n${csvOf([row(A)])}\n,,,\n${csvOf([row('1')]).split('\n')[1]}\n`;
    const done = await importInto(await makePartner(), await fileWith(text));
    expect(summary(done)).toBe('2 = 1 imported + 0 unchanged + 1 rejected');
    expect(done).toMatchObject({ aboveHeader: 3, blank: 2 });
    expect(done.rejections).toMatchObject([{ record: 8 }]);
  });

  it.each([
    [
      'without a needed column',
      'Phone number,Status\n1,2\n',
      /^The file has no column for Request ID, Account ID, Detailed Status/,
    ],
    [
      'with a column twice',
      'Phone number,Request ID,Account ID,Detailed Status,Status,STATUS\n1,2,3,4,5,6\n',
      /^More than one column is the Status/,
    ],
    ['without rows', csvOf([]), 'report.csv has a header and no rows below it.'],
    ['with nothing but blanks', '\n \n,,\n', 'report.csv has no rows.'],
    [
      'with a broken quote far down',
      `${csvOf([row(A)])}1,"2" 3\n`,
      /^Record 3 of report.csv has something after a closing quote/,
    ],
  ])('%s changes nothing', async (_, text, sentence) => {
    const partner = await makePartner();
    await expect(importInto(partner, await fileWith(text))).rejects.toThrow(sentence);
    expect(await rowVersions(partner)).toEqual([]);
    expect(await asOwner('SELECT 1 FROM import_run WHERE partner_id = $1', [partner.id])).toEqual([]);
  });
});
