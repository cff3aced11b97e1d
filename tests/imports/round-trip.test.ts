import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { streamReportCsv } from '#data/report/stream-report-csv.ts';
import { systemActor } from '#data/system-actor.ts';
import { writeCsv } from '#documents/csv/write-csv.ts';
import type { CalendarDate } from '#domain/calendar-date.ts';
import { COLUMNS, type ColumnKey, column } from '#domain/columns.ts';
import { displayValue } from '#domain/display.ts';
import { FIRST_PAGE } from '#domain/report-request.ts';
import { makeWorld } from '../../prisma/seed/world.ts';
import { makeAccount, makeOrder, makePartner, makeRequest } from '../support/factories.ts';
import { csvOf, fileWith, importInto, type Row, rowVersions, summary } from './support.ts';

/** A partner's whole report as its users export it. */
async function exported(
  partner: { id: number },
  keys: readonly ColumnKey[],
  style: 'spreadsheet' | 'strict' = 'spreadsheet',
): Promise<string> {
  const file = path.join(path.dirname(await fileWith('')), 'export.csv');
  const { signal } = new AbortController();
  const viewer = systemActor('import');
  const { records } = await streamReportCsv(viewer, partner, FIRST_PAGE, keys, signal, style);
  await pipeline(writeCsv(keys.map(column), records), createWriteStream(file));
  return file;
}

const ALL = COLUMNS.map(({ key }) => key);
const FEW: ColumnKey[] = ['status', 'detailedStatus', 'accountId', 'requestId', 'phone', 'rejectReason'];

describe('what was exported is imported again', () => {
  it('and changes nothing: texts that look like formulas, quotes, line breaks, other alphabets', async () => {
    const partner = await makePartner();
    const texts = [
      '=HYPERLINK("http://example.invalid","x")',
      '+Plus',
      '-Minus',
      '@At',
      "'quoted'",
      'O\'Brien, "Bob" & Sons',
      'Two\nLines',
      '東京電話サービス',
      '\\N',
      '\\.',
      'NULL',
      '#1',
    ];
    for (const [i, text] of texts.entries()) {
      const account = await makeAccount({ partner, username: text, company: text });
      const request = await makeRequest({ account });
      await makeOrder({ request, numbers: 2, location: text, coordinator: text, rejectReason: text });
      await makeOrder({
        request,
        numbers: 1,
        detailedStatus: 'confirmed',
        priority: i % 2 ? 'expedite' : 'standard',
      });
      await makeOrder({
        request,
        numbers: 1,
        type: 'toll-free',
        detailedStatus: 'accepted',
        approvedOn: '2026-03-08',
      });
    }
    const before = await rowVersions(partner);
    for (const file of [
      await exported(partner, ALL),
      await exported(partner, ALL.toReversed(), 'strict'),
      await exported(partner, FEW),
    ]) {
      const done = await importInto(partner, file);
      expect(done.header.unknown).toEqual([]);
      expect(summary(done)).toBe('48 = 0 imported + 48 unchanged + 0 rejected');
      expect(await rowVersions(partner)).toEqual(before);
    }
  });

  it('and makes the same report for another partner', async () => {
    const [world] = makeWorld('2026-11-24' as CalendarDate, new Map());
    const rows: Row[] = (world?.requests ?? []).flatMap(({ id, accountId, caseNumber, orders }) => {
      const account = world?.accounts.find((one) => one.id === accountId);
      return orders.flatMap(({ phones, type: _, ...order }) => {
        const facts = Object.entries(order).map(([key, value]) => [
          key,
          displayValue(key as ColumnKey, value),
        ]);
        return phones.map((phone) => ({
          ...Object.fromEntries(facts),
          phone,
          requestId: id,
          accountId,
          caseNumber,
          username: account?.username ?? '',
          company: account?.company ?? '',
        }));
      });
    });
    expect(rows.length).toBeGreaterThan(800);
    const [one, other] = [await makePartner(), await makePartner()];
    await importInto(one, await fileWith(csvOf(rows)));
    const first = await exported(one, ALL);
    expect(summary(await importInto(one, first))).toBe(
      `${rows.length} = 0 imported + ${rows.length} unchanged + 0 rejected`,
    );
    await importInto(other, first);
    const texts = await Promise.all([first, await exported(other, ALL)].map((file) => sortedLines(file)));
    expect(texts[1]).toEqual(texts[0]);
  });
});

async function sortedLines(file: string): Promise<string[]> {
  return (await readFile(file, 'utf8')).split('\r\n').sort();
}
