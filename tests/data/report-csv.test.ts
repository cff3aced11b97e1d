import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { streamReportCsv } from '#data/report/stream-report-csv.ts';
import { COLUMN_KEYS, COLUMNS, column } from '#domain/columns.ts';
import { displayText } from '#domain/display.ts';
import { NotFound } from '#domain/not-found.ts';
import {
  NO_FILTERS,
  type ReportFilters,
  type ReportPageRow,
  type ReportSort,
} from '#domain/report-request.ts';
import type { Viewer } from '#domain/viewer.ts';
import { makeAccount, makeOrder, makePartner, type Partner } from '../support/factories.ts';
import { asOwner } from '../support/owner.ts';
import { endUserViewer, partnerViewer } from '../support/viewers.ts';
import { allRows, makeReportWorld, sorted } from './report-world.ts';

let partner: Partner;
let viewer: Viewer;
let all: ReportPageRow[];

beforeAll(async () => {
  partner = await makeReportWorld();
  viewer = partnerViewer(partner);
  all = await allRows(partner);
});

type Asked = Partial<ReportFilters> & { sort?: ReportSort | null };

function open(asked: Asked = {}, signal = new AbortController().signal) {
  return streamReportCsv(viewer, partner, { ...NO_FILTERS, sort: null, ...asked }, COLUMN_KEYS, signal);
}

async function recordsOf(asked: Asked = {}): Promise<string[][]> {
  const chunks: Buffer[] = [];
  for await (const chunk of (await open(asked)).records) chunks.push(chunk);
  return parse(Buffer.concat(chunks)) as string[][];
}

/** A row as the file holds it, said once more: what is shown, but for dates and phone numbers, which are as stored. */
function cells(row: ReportPageRow): string[] {
  return COLUMN_KEYS.map((key) => {
    const { kind } = column(key);
    const value = String(row[key] ?? '');
    if (kind === 'date' || kind === 'phone') return value;
    if (kind !== 'text') return displayText(column(key), row);
    return /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  });
}

describe('the records of the CSV export', () => {
  test('hold every row of the report in its order', async () => {
    expect(await recordsOf()).toEqual(sorted(all, null).map(cells));
  });

  test.each(COLUMNS.map(({ key }) => key))('are sorted by %s as the page is', async (key) => {
    for (const direction of ['asc', 'desc'] as const) {
      const sort = { key, direction };
      expect(await recordsOf({ sort })).toEqual(sorted(all, sort).map(cells));
    }
  });

  test('are those that pass the filters', async () => {
    const asked: Asked = {
      statuses: ['in-progress', 'scheduled'],
      type: 'local',
      ready: false,
      date: { field: 'createdOn', from: null, to: null },
    };
    const rows = all.filter((row) => {
      return (
        (row.status === 'in-progress' || row.status === 'scheduled') && !row.tollFree && !row.readyToAssign
      );
    });
    expect(await recordsOf(asked)).toEqual(sorted(rows, null).map(cells));
  });

  test('hold phone numbers whole, and quote a text that a spreadsheet would compute', async () => {
    const records = await recordsOf();
    expect(records.every(([phone]) => /^\+1\d{10}$/.test(phone ?? ''))).toBe(true);
    const texts = new Set(records.flat());
    expect(texts).toContain("'=cmd|calc");
    expect(texts).toContain("'@Home");
    expect(texts).toContain("'+Plus");
    expect(texts).not.toContain('@Home');
  });

  test('can be none', async () => {
    expect(await recordsOf({ accountId: "nobody'; DROP TABLE account; --" })).toEqual([]);
  });

  test('of a column that was not asked for are not read', async () => {
    const { records: stream } = await streamReportCsv(
      viewer,
      partner,
      { ...NO_FILTERS, sort: null },
      ['requestId', 'phone', 'readyToAssign'],
      new AbortController().signal,
    );
    const [first] = parse(Buffer.concat(await stream.toArray())) as string[][];
    const [row] = sorted(all, null);
    expect(first).toEqual([row?.requestId, row?.phone, row?.readyToAssign ? 'Yes' : 'No']);
  });
});

describe('a stranger', () => {
  test('gets no file', async () => {
    const strangers = [partnerViewer(await makePartner()), endUserViewer(await makeAccount({ partner }))];
    for (const stranger of strangers) {
      const asked = streamReportCsv(
        stranger,
        partner,
        { ...NO_FILTERS, sort: null },
        COLUMN_KEYS,
        new AbortController().signal,
      );
      await expect(asked).rejects.toThrow(NotFound);
    }
  });
});

describe('an export that is not read to its end', () => {
  let large: Partner;
  beforeAll(async () => {
    large = await makePartner();
    const { request, id } = await makeOrder({ partner: large, rejectReason: 'x'.repeat(1500) });
    await asOwner(
      `INSERT INTO port_number (partner_id, request_id, phone, order_id)
       SELECT $1, $2, '+1212' || (5550000 + i), $3 FROM generate_series(0, 9999) i`,
      [large.id, request.id, id],
    );
  });

  const exporting = async () => {
    const backends = await asOwner<{ state: string }>(
      `SELECT state FROM pg_stat_activity
       WHERE application_name = 'portal-exports' AND query LIKE 'COPY%' AND query LIKE $1 AND state <> 'idle'`,
      [`%, partner ${large.id} */%`],
    );
    return backends.length;
  };

  test.each(['abort', 'destroy'] as const)('ends its query within a second: %s', async (how) => {
    const stop = new AbortController();
    const { records: stream } = await streamReportCsv(
      partnerViewer(large),
      large,
      { ...NO_FILTERS, sort: null },
      COLUMN_KEYS,
      stop.signal,
    );
    stream.read();
    expect(await exporting()).toBe(1);
    const closed = new Promise((resolve) => stream.once('close', resolve));
    if (how === 'abort') stop.abort();
    else stream.destroy();
    await closed;
    await vi.waitFor(async () => expect(await exporting()).toBe(0), { timeout: 1000, interval: 50 });
  });

  test('that never began does not begin', async () => {
    await expect(open({}, AbortSignal.abort())).rejects.toThrow('abort');
  });

  test('because its connection was ended fails, rather than to look complete', async () => {
    const { records: stream } = await streamReportCsv(
      partnerViewer(large),
      large,
      { ...NO_FILTERS, sort: null },
      COLUMN_KEYS,
      new AbortController().signal,
    );
    stream.read();
    await asOwner(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'portal-exports' AND query LIKE 'COPY%' AND query LIKE $1 AND state <> 'idle'`,
      [`%, partner ${large.id} */%`],
    );
    await expect(stream.toArray()).rejects.toThrow();
  });

  test('leaves the pool as it was: the next export runs to its end', async () => {
    for (let i = 0; i < 10; i++) expect(await recordsOf({ accountId: '7001' })).not.toEqual([]);
  });
});
