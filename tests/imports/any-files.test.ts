import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDetailedStatus } from '#domain/status.ts';
import { makePartner } from '../support/factories.ts';
import { eventsOf, importRows, lastEvent, ordersOf, phones, row, rowVersions } from './support.ts';

const local = phones(7).map((phone) => ({ phone, statuses: ['Submitted', 'Rejected', 'Completed'] }));
const tollFree = phones(3, '800').map((phone) => ({ phone, statuses: ['Submitted', 'Accepted'] }));
const requests = ['500001', '500002'];

/** A file: of each request, each number with one of its statuses, or not at all. */
const anyFile = fc
  .tuple(
    ...requests.flatMap((requestId) =>
      [...local, ...tollFree].map(({ phone, statuses }) =>
        fc
          .option(fc.constantFrom(...statuses), { freq: 3 })
          .map((detailedStatus) => ({ requestId, phone, detailedStatus })),
      ),
    ),
  )
  .map((said) =>
    said.flatMap(({ phone, requestId, detailedStatus }) =>
      detailedStatus ? [row(phone, { requestId, detailedStatus })] : [],
    ),
  )
  .filter((rows) => rows.length > 0);

it('whatever files follow one another, each row says what is there, and what no file named stays', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyFile, { minLength: 2, maxLength: 5 }), async (files) => {
      const partner = await makePartner();
      const expected = new Map<string, string>();
      for (const rows of files) {
        const changing = rows.filter(
          ({ requestId, phone, detailedStatus }) =>
            expected.get(`${requestId} ${phone}`) !== parseDetailedStatus(detailedStatus ?? ''),
        );
        for (const { requestId, phone, detailedStatus } of rows) {
          expected.set(`${requestId} ${phone}`, parseDetailedStatus(detailedStatus ?? '') ?? '');
        }
        const before = await ordersOf(partner);
        const since = await lastEvent();
        const [, imported = '0', rejected] =
          /= (\d+) imported .* (\d+) rejected/.exec(await importRows(partner, rows)) ?? [];
        const orders = await ordersOf(partner);

        expect(rejected).toBe('0');
        expect(Number(imported)).toBeGreaterThanOrEqual(changing.length);
        expect(
          new Map(
            orders.flatMap(({ request, status, phones }) =>
              phones.map((phone) => [`${request} ${phone}`, status] as const),
            ),
          ),
        ).toEqual(expected);
        for (const { count, phones } of orders) expect(count).toBe(phones.length);
        // Rows of one request that say the same are one order, if anything of them is new.
        for (const { requestId, phone, detailedStatus } of changing) {
          const home = orders.find(({ request, phones }) => request === requestId && phones.includes(phone));
          const alike = rows.filter(
            (other) =>
              other.requestId === requestId &&
              other.detailedStatus === detailedStatus &&
              other.phone.startsWith('+1800') === phone.startsWith('+1800'),
          );
          for (const other of alike) expect(home?.phones).toContain(other.phone);
        }
        // One event for each order that differs, and for no other.
        const differing = orders.filter((order) => {
          const was = before.find(({ id }) => id === order.id);
          return (
            was === undefined || was.status !== order.status || was.phones.join() !== order.phones.join()
          );
        });
        const events = await eventsOf(partner, since);
        expect(events.map(({ order }) => order)).toEqual(differing.map(({ id }) => id));
        for (const order of orders) {
          const was = before.find(({ id }) => id === order.id);
          expect(order.version).toBe(
            was === undefined ? 1 : was.version + (differing.includes(order) ? 1 : 0),
          );
        }
        const versions = await rowVersions(partner);
        expect(await importRows(partner, rows)).toBe(
          `${rows.length} = 0 imported + ${rows.length} unchanged + 0 rejected`,
        );
        expect(await rowVersions(partner)).toEqual(versions);
      }
    }),
    { numRuns: 6, seed: 2026 },
  );
});
