import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { streamReportCsv } from '#data/report/stream-report-csv.ts';
import { streamReportRows } from '#data/report/stream-report-rows.ts';
import { COLUMN_KEYS, COLUMNS, type ColumnKey } from '#domain/columns.ts';
import { NO_FILTERS, type ReportFilters, type ReportPageRow } from '#domain/report-request.ts';
import type { Viewer } from '#domain/viewer.ts';
import { makeNumber, makeOrder, makePartner, type Order, type Partner } from '../support/factories.ts';
import { asOwner } from '../support/owner.ts';
import { partnerViewer } from '../support/viewers.ts';
import { allRows, makeReportWorld, sorted } from './report-world.ts';

const ALL_KEYS = COLUMNS.map(({ key }) => key);
const unread = () => new AbortController().signal;

let partner: Partner;
let viewer: Viewer;
let all: ReportPageRow[];

beforeAll(async () => {
  partner = await makeReportWorld();
  viewer = partnerViewer(partner);
  all = await allRows(partner);
});

async function rowsOf(asked: Partial<ReportFilters> = {}, keys: readonly ColumnKey[] = ALL_KEYS) {
  const report = { ...NO_FILTERS, sort: null, ...asked };
  const { facts, rows } = await streamReportRows(viewer, partner, report, keys, unread());
  return { facts, rows: (await Array.fromAsync(rows)).flat() };
}

/** A row as it is stored, said once more. */
function stored(row: ReportPageRow): (string | null)[] {
  return ALL_KEYS.map((key) => {
    const value = row[key];
    if (key === 'focTime') return value === null ? null : `${value}:00`;
    if (key === 'readyToAssign') return value ? 't' : 'f';
    return value === null ? null : String(value);
  });
}

describe('the rows of an export', () => {
  test('are those of the report, as they are stored, in its order', async () => {
    expect((await rowsOf()).rows).toEqual(sorted(all, null).map(stored));
  });

  test('hold the columns that were asked for, in their order', async () => {
    const { rows } = await rowsOf({}, ['readyToAssign', 'phone']);
    expect(rows).toEqual(sorted(all, null).map((row) => [row.readyToAssign ? 't' : 'f', row.phone]));
  });

  test('keep every character of a text, however the stream is cut', async () => {
    const texts = [
      '\\',
      '\\N',
      '\\\\N',
      'a\tb\nc\r\nd',
      '\b\f\v',
      '\\.',
      '',
      '"',
      'שלום 🍕',
      'x'.repeat(70_000),
    ];
    const awkward = await makePartner();
    for (const rejectReason of texts) await makeOrder({ partner: awkward, rejectReason, numbers: 1 });
    const { rows } = await streamReportRows(
      partnerViewer(awkward),
      awkward,
      { ...NO_FILTERS, sort: null },
      ['rejectReason'],
      unread(),
    );
    expect((await Array.fromAsync(rows)).flat(2).toSorted()).toEqual(texts.toSorted());
  });

  test('as strict CSV are untouched texts, labels, ISO dates and times', async () => {
    const report = { ...NO_FILTERS, sort: null };
    const opened = await streamReportCsv(viewer, partner, report, COLUMN_KEYS, unread(), 'strict');
    const records = parse(Buffer.concat(await opened.records.toArray())) as string[][];
    const at = COLUMN_KEYS.indexOf('rejectReason');
    expect(records.map((record) => record[at])).toEqual(
      sorted(all, null).map((row) => row.rejectReason ?? ''),
    );
    const time = COLUMN_KEYS.indexOf('focTime');
    expect(records.map((record) => record[time])).toEqual(sorted(all, null).map((row) => row.focTime ?? ''));
  });
});

describe('the facts of an export', () => {
  test('count its rows, in all and in each status, under every filter', async () => {
    const asked: Partial<ReportFilters>[] = [
      {},
      { statuses: ['scheduled', 'in-progress'] },
      { statuses: ['completed'], ready: true },
      { type: 'toll-free' },
      { details: ['rejected'], statuses: ['waiting-for-you'] },
    ];
    for (const filters of asked) {
      const { facts, rows } = await rowsOf(filters, ['status']);
      expect(facts.rows).toBe(rows.length);
      const counted = Object.entries(facts.counts).filter(([, count]) => count > 0);
      const found = Object.groupBy(rows, ([status]) => status ?? '');
      expect(Object.fromEntries(counted)).toEqual(
        Object.fromEntries(Object.entries(found).map(([status, of]) => [status, of?.length])),
      );
    }
  });

  test('agree with the rows while others write', async () => {
    const busy = await makePartner();
    const orders: Order[] = [];
    for (let i = 0; i < 5; i++) orders.push(await makeOrder({ partner: busy, numbers: 4 }));
    let writing = true;
    const writer = (async () => {
      for (let i = 0; writing; i++) {
        const order = orders[i % orders.length];
        if (i % 3 === 0) await makeNumber({ order, phone: `+1415555${1000 + i}` });
        else await asOwner("UPDATE port_order SET detailed_status = 'completed' WHERE id = $1", [order?.id]);
        if (i % 3 === 2)
          await asOwner("UPDATE port_order SET detailed_status = 'submitted' WHERE id = $1", [order?.id]);
      }
    })();
    const seen = new Set<number>();
    for (let i = 0; i < 20; i++) {
      const report = { ...NO_FILTERS, sort: null };
      const { facts, rows } = await streamReportRows(partnerViewer(busy), busy, report, ['status'], unread());
      const statuses = (await Array.fromAsync(rows)).flat(2);
      expect(facts.rows).toBe(statuses.length);
      expect(facts.counts.completed).toBe(statuses.filter((status) => status === 'completed').length);
      seen.add(facts.rows);
    }
    writing = false;
    await writer;
    expect(seen.size).toBeGreaterThan(1);
  });
});

describe('an export of rows that is not read to its end', () => {
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

  const open = (signal: AbortSignal) =>
    streamReportRows(partnerViewer(large), large, { ...NO_FILTERS, sort: null }, COLUMN_KEYS, signal);
  const running = async () => {
    const backends = await asOwner(
      `SELECT pid FROM pg_stat_activity
       WHERE application_name = 'portal-exports' AND query LIKE 'COPY%' AND query LIKE $1 AND state <> 'idle'`,
      [`%, partner ${large.id} */%`],
    );
    return backends.length;
  };

  test.each(['aborted', 'ended', 'never begun'])('ends its query within a second: %s', async (how) => {
    const stop = new AbortController();
    const { rows } = await open(stop.signal);
    if (how !== 'never begun') await rows.next();
    expect(await running()).toBe(1);
    if (how === 'ended') await rows.return();
    else stop.abort();
    await vi.waitFor(async () => expect(await running()).toBe(0), { timeout: 1000, interval: 50 });
  });

  test('fails when its connection ends, rather than to look complete', async () => {
    const { rows } = await open(unread());
    await rows.next();
    await asOwner(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'portal-exports' AND query LIKE 'COPY%' AND query LIKE $1 AND state <> 'idle'`,
      [`%, partner ${large.id} */%`],
    );
    await expect(Array.fromAsync(rows)).rejects.toThrow();
  });
});
