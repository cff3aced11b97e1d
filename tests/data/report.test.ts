import { beforeAll, describe, expect, test } from 'vitest';
import { readReport } from '#data/report/read-report.ts';
import { readWaysOut } from '#data/report/read-ways-out.ts';
import { COLUMNS } from '#domain/columns.ts';
import { matchesRow, needleOf } from '#domain/find.ts';
import { NotFound } from '#domain/not-found.ts';
import { readiness } from '#domain/ready-to-assign.ts';
import {
  DATE_KEYS,
  FIRST_PAGE,
  NO_FILTERS,
  type ReportFilters,
  type ReportPage,
  type ReportPageRow,
  type ReportRequest,
  type ReportSort,
} from '#domain/report-request.ts';
import { STATUSES } from '#domain/status.ts';
import type { Viewer } from '#domain/viewer.ts';
import { makeAccount, makeOrder, makePartner, type Partner } from '../support/factories.ts';
import { asOwner } from '../support/owner.ts';
import { endUserViewer, partnerViewer, staffViewer } from '../support/viewers.ts';
import { allRows, makeReportWorld, sorted } from './report-world.ts';

const NOW = new Date('2026-11-24T18:00:00Z');

let partner: Partner;
let viewer: Viewer;
let all: ReportPageRow[];

beforeAll(async () => {
  partner = await makeReportWorld();
  viewer = partnerViewer(partner);
  all = await allRows(partner);
});

function read(request: Partial<ReportRequest> = {}): Promise<ReportPage> {
  return readReport(viewer, partner, { ...FIRST_PAGE, ...request }, NOW);
}

/** All pages of a request, in their order. */
async function readAll(request: Partial<ReportRequest> = {}): Promise<ReportPageRow[]> {
  const rows: ReportPageRow[] = [];
  for (let page = 1; ; page++) {
    const answer = await read({ ...request, size: 50, page });
    rows.push(...answer.rows);
    if (page >= answer.pages) return rows;
  }
}

function kept(filters: Partial<ReportFilters>): ReportPageRow[] {
  const { accountId, statuses, details, type, ready, date } = { ...NO_FILTERS, ...filters };
  return all.filter((row) => {
    const day = date ? (row[date.field] as string | null) : null;
    return (
      (accountId === null || row.accountId === accountId) &&
      (statuses.length === 0 || statuses.includes(row.status)) &&
      (details.length === 0 || details.includes(row.detailedStatus)) &&
      (type === null || (type === 'toll-free') === row.tollFree) &&
      (ready === null || row.readyToAssign === ready) &&
      (date === null ||
        (day !== null && (date.from === null || day >= date.from) && (date.to === null || day <= date.to)))
    );
  });
}

/** The default order, one by an order's fact, one by the numbers' own. */
const SORTS = [null, { key: 'phone', direction: 'asc' }, { key: 'caseNumber', direction: 'desc' }] as const;

const places = (rows: readonly ReportPageRow[]) => rows.map((row) => `${row.phone} in order ${row.orderId}`);

describe('the report', () => {
  test('holds every number of the partner once, newest order first, and nothing of another partner', async () => {
    expect(all.length).toBeGreaterThan(300);
    expect(await readAll()).toEqual(sorted(all, null));
  });

  test('says when it was read', async () => {
    expect((await read()).asOf).toBe(NOW);
  });

  test.each(
    COLUMNS.flatMap(({ key }) => [
      { key, direction: 'asc' as const },
      { key, direction: 'desc' as const },
    ]),
  )(
    'sorts by $key $direction, blanks last, and among equals in the default order',
    async (sort: ReportSort) => {
      expect(places(await readAll({ sort }))).toEqual(places(sorted(all, sort)));
    },
  );

  test.each([
    { size: 25 as const, page: 1 },
    { size: 25 as const, page: 3 },
    { size: 100 as const, page: 2 },
    { size: 200 as const, page: 2 },
  ])('cuts page $page of $size rows', async ({ size, page }) => {
    for (const sort of [
      null,
      { key: 'phone', direction: 'asc' },
      { key: 'company', direction: 'desc' },
    ] as const) {
      const answer = await read({ size, page, sort });
      expect(places(answer.rows)).toEqual(places(sorted(all, sort).slice((page - 1) * size, page * size)));
      expect(answer.pages).toBe(Math.ceil(all.length / size));
    }
  });

  test('answers the last page for one beyond the end', async () => {
    const answer = await read({ page: 9_999_999 });
    expect(answer.page).toBe(answer.pages);
    expect(places(answer.rows)).toEqual(places(sorted(all, null).slice((answer.pages - 1) * 50)));
  });

  test('is one empty page when nothing passes the filters', async () => {
    const answer = await read({ accountId: 'nobody', page: 7 });
    expect(answer).toMatchObject({ total: 0, page: 1, pages: 1, rows: [], ready: 0, found: null });
  });
});

describe('filters', () => {
  const filters: Partial<ReportFilters>[] = [
    { accountId: '7001' },
    { statuses: ['waiting-for-you'] },
    { statuses: ['scheduled', 'confirmed', 'cancelled'] },
    { details: ['rejected', 'accepted'] },
    { statuses: ['in-progress'], details: ['rejected', 'submitted'] },
    { statuses: ['completed'], details: ['rejected'] },
    { type: 'local' },
    { type: 'toll-free' },
    { ready: true },
    { ready: false },
    { ready: true, statuses: ['scheduled'], type: 'local' },
    ...DATE_KEYS.map(
      (field) => ({ date: { field, from: '2026-01-01', to: '2026-08-31' } }) as Partial<ReportFilters>,
    ),
    { date: { field: 'createdOn', from: '2026-03-02', to: '2026-03-02' } } as Partial<ReportFilters>,
    { date: { field: 'estimatedOn', from: null, to: '2026-03-02' } } as Partial<ReportFilters>,
    { date: { field: 'focOn', from: '2026-03-02', to: null } } as Partial<ReportFilters>,
  ];

  test.each(filters.map((filter) => ({ name: JSON.stringify(filter), filter })))(
    '$name keeps the rows it should, in every order, and counts them',
    async ({ filter }) => {
      const rows = kept(filter);
      for (const sort of [
        null,
        { key: 'phone', direction: 'desc' },
        { key: 'username', direction: 'asc' },
      ] as const) {
        expect(places(await readAll({ ...filter, sort }))).toEqual(places(sorted(rows, sort)));
      }
      const answer = await read(filter);
      expect(answer.total).toBe(rows.length);
      const withoutStatus = kept({ ...filter, statuses: [] });
      for (const status of STATUSES) {
        expect(answer.counts[status]).toBe(withoutStatus.filter((row) => row.status === status).length);
      }
      expect(answer.ready).toBe(kept({ ...filter, statuses: [], ready: true }).length);
    },
  );

  test('know readiness as the domain does', () => {
    for (const row of all) {
      const type = row.tollFree ? 'toll-free' : 'local';
      const ready = readiness({ ...row, type });
      expect(row.readyToAssign).toBe(ready.ready);
      expect(row.notReadyBecause).toBe(ready.ready ? null : ready.why);
    }
  });

  test('that leave nothing tell which of them to drop, and how many rows that brings back', async () => {
    const filter = {
      ...NO_FILTERS,
      accountId: '7001',
      statuses: ['completed'],
      details: ['rejected'],
    } as const;
    expect(await readWaysOut(viewer, partner, filter)).toEqual([
      { filter: 'accountId', rows: 0 },
      { filter: 'statuses', rows: kept({ ...filter, statuses: [] }).length },
      { filter: 'details', rows: kept({ ...filter, details: [] }).length },
    ]);
  });
});

describe('find', () => {
  const texts = [
    ...[
      '415',
      '555-01',
      '(212) 555-0101',
      '+12125550101',
      '12125550199',
      '2125550150',
      '555',
      '01 ',
      '1415555',
      '0',
    ],
    ...[
      '4155550101',
      '415-555-0101',
      '(212) 555-0199',
      '8885550100',
      '41555',
      '4155550031',
      '990',
      '7001',
      'FP-7',
      'a-',
    ],
    ...[
      '18 Nov 2026',
      'nov 2026',
      '2026-11',
      '11/18/2026',
      '3/2/2026',
      '03/02/2026',
      '2 Mar',
      '2026',
      '1/2',
      '-0',
      '8 ',
      'jan 1970',
    ],
    ...[
      '10:00 AM',
      '1:30',
      'pm',
      '12:15 am',
      ':',
      'waiting',
      'WAITING FOR YOU',
      'firm order',
      'cancelled',
      'Expedite',
    ],
    ...[
      'harbor',
      'HARBOR DENTAL',
      'ärzte',
      'ÄRZTEHAUS',
      '北京',
      'σας',
      'ipek',
      '100%',
      '%',
      '_',
      'a_b',
      '\\',
      'ben\\b',
    ],
    ...[
      'required. see',
      '=cmd',
      '@home',
      '+plus',
      '"inc."',
      'zebra co',
      'user3',
      'no such thing',
      '()',
      '-',
      '+1',
      'PT',
    ],
  ];

  test.each(texts)('%s finds the rows in which it is seen', async (find) => {
    const needle = needleOf(find);
    for (const sort of texts.indexOf(find) % 4 === 0 ? SORTS : [null]) {
      const rows = sorted(all, sort);
      const hits = rows.flatMap((row, at) => (needle && matchesRow(row, needle) ? [at] : []));
      for (const page of [1, 3]) {
        const answer = await read({ find, sort, page });
        const before = hits.filter((at) => at < (page - 1) * 50).length;
        expect(answer.found).toEqual({ total: hits.length, before, current: null });
        expect(places(answer.rows)).toEqual(places(rows.slice((page - 1) * 50, page * 50)));
      }
      for (const match of new Set([1, 2, Math.ceil(hits.length / 2), hits.length, hits.length + 5])) {
        if (hits.length === 0 || match === 0) continue;
        const answer = await read({ find, sort, match, size: 25 });
        const at = hits[Math.min(match, hits.length) - 1] ?? 0;
        const start = at - (at % 25);
        expect(answer.page).toBe(start / 25 + 1);
        expect(answer.found).toEqual({
          total: hits.length,
          before: hits.filter((hit) => hit < start).length,
          current: Math.min(match, hits.length),
        });
        expect(places(answer.rows)).toEqual(places(rows.slice(start, start + 25)));
      }
    }
  });

  test('looks among the rows that pass the filters alone', async () => {
    const filter = { type: 'toll-free', statuses: ['in-progress', 'waiting-for-you'] } as const;
    const needle = needleOf('888');
    const hits = kept(filter).filter((row) => needle && matchesRow(row, needle));
    expect((await read({ ...filter, find: '888' })).found?.total).toBe(hits.length);
  });

  test('looks to the end of a text that is too long for the index, and into nothing twice', async () => {
    const own = await makePartner();
    const long = `${'The bill names another company. '.repeat(60)}\nSend the LOA anew`;
    await makeOrder({ partner: own, numbers: 3, rejectReason: long, location: 'Denver' });
    await makeOrder({ partner: own, numbers: 2, location: 'Denver', coordinator: 'Ana' });
    const found = async (find: string) =>
      (await readReport(partnerViewer(own), own, { ...FIRST_PAGE, find }, NOW)).found?.total;
    expect(await found('send the loa anew')).toBe(3);
    expect(await found('denver')).toBe(5);
    expect(await found('denver ana')).toBe(0);
  });

  test('of a blank text is no find', async () => {
    expect((await read({ find: '  ' })).found).toBeNull();
  });
});

describe('a stranger', () => {
  test('of another partner is told that there is no such report', async () => {
    const stranger = partnerViewer(await makePartner());
    await expect(readReport(stranger, partner, FIRST_PAGE, NOW)).rejects.toThrow(NotFound);
    await expect(readWaysOut(stranger, partner, NO_FILTERS)).rejects.toThrow(NotFound);
  });

  test('who is an end user is told the same', async () => {
    const endUser = endUserViewer(await makeAccount({ partner }));
    await expect(readReport(endUser, partner, FIRST_PAGE, NOW)).rejects.toThrow(NotFound);
    await expect(readWaysOut(endUser, partner, NO_FILTERS)).rejects.toThrow(NotFound);
  });

  test('does not mean the porting team, who see what the partner sees', async () => {
    const answer = await readReport(staffViewer(), partner, FIRST_PAGE, NOW);
    expect(answer).toEqual(await read());
  });
});

describe('a change', () => {
  test('shows in the counts, the pages and find of the next reading, whatever kind of change it is', async () => {
    const own = await makePartner();
    const self = partnerViewer(own);
    const total = async (request: Partial<ReportRequest> = {}) => {
      const answer = await readReport(self, own, { ...FIRST_PAGE, ...request }, NOW);
      return request.find ? answer.found?.total : answer.total;
    };
    expect(await total()).toBe(0);
    const order = await makeOrder({ partner: own, numbers: 3, location: 'Denver' });
    expect(await total()).toBe(3);
    expect(await total({ find: 'denver' })).toBe(3);
    await asOwner('UPDATE port_order SET location = $1 WHERE id = $2', ['Austin', order.id]);
    expect(await total({ find: 'denver' })).toBe(0);
    await asOwner("UPDATE port_order SET detailed_status = 'completed' WHERE id = $1", [order.id]);
    expect(await total({ statuses: ['completed'] })).toBe(3);
    await asOwner('UPDATE account SET company_name = $1 WHERE partner_id = $2', ['Xylophone', own.id]);
    expect(await total({ find: 'xylo' })).toBe(3);
    await asOwner('UPDATE port_request SET case_number = $1 WHERE partner_id = $2', ['C-1', own.id]);
    expect(await total({ find: 'c-1' })).toBe(3);
    expect(await total({ find: '555-0199' })).toBe(0);
    await asOwner("UPDATE port_number SET phone = '+12125550199' WHERE partner_id = $1 AND phone = $2", [
      own.id,
      order.phones[0],
    ]);
    expect(await total({ find: '555-0199' })).toBe(1);
    await asOwner('DELETE FROM port_number WHERE partner_id = $1 AND phone = $2', [own.id, '+12125550199']);
    expect(await total()).toBe(2);
  });

  test('that was not committed is not there, and counts read meanwhile are not kept', async () => {
    const own = await makePartner();
    const order = await makeOrder({ partner: own, numbers: 1 });
    const total = async () => (await readReport(partnerViewer(own), own, FIRST_PAGE, NOW)).total;
    expect(await total()).toBe(1);
    await expect(
      asOwner(
        `WITH gone AS (DELETE FROM port_number WHERE order_id = $1 RETURNING 1) SELECT 1 / (count(*) - 1) FROM gone`,
        [order.id],
      ),
    ).rejects.toThrow('division by zero');
    expect(await total()).toBe(1);
  });
});
