import { createHash } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { followExports } from '#data/exports/follow-exports.ts';
import { FORMAT_NAMES, FORMATS, type FormatName } from '#documents/formats.ts';
import { COLUMN_KEYS } from '#domain/columns.ts';
import { EXPORTS_AN_INSTANCE } from '#domain/exports.ts';
import { NotFound } from '#domain/not-found.ts';
import { FIRST_PAGE } from '#domain/report-request.ts';
import type { Viewer } from '#domain/viewer.ts';
import { type ExportAsked, exportUrl, parseExportUrl } from '#features/report/exports/export-url.ts';
import { placeName, stopHere } from '#features/report/exports/running-here.ts';
import { sendExport } from '#features/report/exports/send-export.ts';
import { makeAccount, makeOrder, makePartner, type Partner } from './support/factories.ts';
import { asOwner } from './support/owner.ts';
import { makeUser } from './support/users.ts';
import { viewerOf } from './support/viewers.ts';

let partner: Partner;
let large: Partner;
beforeAll(async () => {
  partner = await makePartner();
  for (const detailedStatus of ['rejected', 'completed', 'firm-order-confirmation'] as const)
    await makeOrder({ partner, detailedStatus, numbers: 4, rejectReason: 'Address, "mismatch"' });
  large = await makePartner();
  const { request, id } = await makeOrder({ partner: large, rejectReason: 'x'.repeat(1500) });
  await asOwner(
    `INSERT INTO port_number (partner_id, request_id, phone, order_id)
     SELECT $1, $2, '+1212' || (5550000 + i), $3 FROM generate_series(0, 9999) i`,
    [large.id, request.id, id],
  );
});

const leaving: AbortController[] = [];
afterEach(async () => {
  for (const left of leaving.splice(0)) left.abort();
  await vi.waitFor(async () => expect(await running()).toBe(0));
});

async function userOf(of: Partner): Promise<Viewer> {
  return viewerOf(await makeUser({ partner: of }));
}

async function send(viewer: Viewer, of: Partner, given: Partial<ExportAsked> = {}) {
  const left = new AbortController();
  leaving.push(left);
  const id = crypto.randomUUID();
  const asked: ExportAsked = {
    ...{ format: 'csv', partner: null, request: FIRST_PAGE, columns: COLUMN_KEYS, id, inline: false },
    ...given,
  };
  const response = await sendExport(viewer, of, asked, { address: '192.0.2.7', left: left.signal });
  const receipt = async () => (await followExports(viewer, [asked.id ?? '']))[0];
  return { response, id, left, receipt };
}

async function running(): Promise<number> {
  const backends = await asOwner(
    `SELECT pid FROM pg_stat_activity
     WHERE application_name = 'portal-exports' AND query LIKE 'COPY%' AND query LIKE $1 AND state <> 'idle'`,
    [`%, partner ${large.id} */%`],
  );
  return backends.length;
}

describe('a file', () => {
  test.each(FORMAT_NAMES)(
    'as %s is whole, named, and on its receipt with the hash of its bytes',
    async (format) => {
      const { response, receipt } = await send(await userOf(partner), partner, { format });
      expect(response.status).toBe(200);
      const { extension, contentType } = FORMATS[format];
      expect(response.headers.get('content-type')).toBe(contentType);
      expect(response.headers.get('content-disposition')).toMatch(
        new RegExp(
          `^attachment; filename="number-porting-report-${partner.slug}-\\d{4}-\\d\\d-\\d\\d\\.${extension}"; filename\\*=UTF-8''`,
        ),
      );
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(await receipt()).toMatchObject({
        ...{ outcome: 'done', format, rows: 12, bytes: bytes.length, address: '192.0.2.7' },
        sha256: createHash('sha256').update(bytes).digest('hex'),
        facts: {
          partner: partner.name,
          rows: 12,
          counts: { completed: 4, scheduled: 4, 'waiting-for-you': 4 },
        },
      });
    },
  );

  test('holds the chosen columns in their order, and says how it was narrowed and sorted', async () => {
    const request = {
      ...FIRST_PAGE,
      statuses: ['completed'],
      sort: { key: 'phone', direction: 'desc' },
    } as const;
    const { response, receipt } = await send(await userOf(partner), partner, {
      columns: ['status', 'phone'],
      request,
    });
    const lines = (await response.text()).trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/Status,Phone Number$/);
    expect(lines.slice(1)).toEqual(lines.slice(1).toSorted().toReversed());
    expect(lines).toHaveLength(5);
    expect((await receipt())?.facts.parameters).toEqual(['Completed', 'Sorted by Phone Number, descending']);
  });

  test('can be shown by the browser instead', async () => {
    const { response } = await send(await userOf(partner), partner, { format: 'pdf', inline: true });
    expect(response.headers.get('content-disposition')).toMatch(/^inline; filename="/);
    expect((await response.text()).startsWith('%PDF-')).toBe(true);
  });

  test.each(FORMAT_NAMES)('as %s is for the partner and the porting team alone', async (format) => {
    const account = await makeAccount({ partner });
    const strangers = [
      await userOf(await makePartner()),
      viewerOf(await makeUser({ role: 'end-user', account })),
    ];
    for (const stranger of strangers) {
      await expect(send(stranger, partner, { format })).rejects.toThrow(NotFound);
    }
    const { response } = await send(viewerOf(await makeUser({ role: 'agent' })), partner, { format });
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
  });
});

describe('an export that does not come to its end', () => {
  const FORMATS_CUT: FormatName[] = ['csv', 'xlsx', 'ndjson'];

  test.each(FORMATS_CUT)(
    'because the database goes breaks off as %s, and its receipt says so',
    async (format) => {
      const { response, receipt } = await send(await userOf(large), large, { format });
      const reader = response.body?.getReader();
      await reader?.read();
      await asOwner(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'portal-exports' AND query LIKE 'COPY%' AND query LIKE $1 AND state <> 'idle'`,
        [`%, partner ${large.id} */%`],
      );
      const rest = (async () => {
        while (reader && !(await reader.read()).done);
      })();
      await expect(rest).rejects.toThrow();
      await vi.waitFor(async () =>
        expect(await receipt()).toMatchObject({ outcome: 'failed', problem: 'fault', sha256: null }),
      );
      expect((await receipt())?.reference).toMatch(/^\w{4}-\w{4}$/);
    },
  );

  test.each(['signal', 'stream'])(
    'because its reader left ends its query within a second: %s',
    async (how) => {
      const { response, left, receipt } = await send(await userOf(large), large, { format: 'ndjson' });
      const reader = response.body?.getReader();
      await reader?.read();
      expect(await running()).toBe(1);
      if (how === 'signal') left.abort();
      else await reader?.cancel();
      await vi.waitFor(async () => expect(await running()).toBe(0), { timeout: 1000, interval: 50 });
      await reader?.read().catch(() => undefined);
      await vi.waitFor(async () =>
        expect(await receipt()).toMatchObject({ outcome: 'failed', problem: 'left' }),
      );
    },
  );

  test('because it was cancelled in this process stops at once', async () => {
    const { response, id, receipt } = await send(await userOf(large), large, { format: 'xml' });
    stopHere(placeName(partner.id, id));
    expect(await running()).toBe(1);
    stopHere(placeName(large.id, id));
    await expect(response.text()).rejects.toThrow();
    await vi.waitFor(async () => expect(await receipt()).toMatchObject({ outcome: 'cancelled' }));
  });

  test('because it was cancelled elsewhere stops when it next notes its progress', async () => {
    const { response, id, receipt } = await send(await userOf(large), large);
    await asOwner('UPDATE export_receipt SET cancel_asked = true WHERE id = $1', [id]);
    const reader = response.body?.getReader();
    await vi.waitFor(async () => expect(await running()).toBe(0), { timeout: 3000, interval: 50 });
    const reading = (async () => {
      while (reader && !(await reader.read()).done);
    })();
    await expect(reading).rejects.toThrow();
    await vi.waitFor(async () => expect(await receipt()).toMatchObject({ outcome: 'cancelled' }));
  });

  test('notes about once a second how far it is, also while nobody reads', async () => {
    const { response, receipt } = await send(await userOf(large), large);
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.read();
    await vi.waitFor(async () => expect((await receipt())?.bytes).toBeGreaterThan(0), { timeout: 3000 });
    expect(await receipt()).toMatchObject({ outcome: 'running', rows: expect.any(Number) });
  });
});

describe('too many exports at once', () => {
  test('of a user: the fourth is told to wait, and begins when one has ended', async () => {
    const viewer = await userOf(large);
    const three = [await send(viewer, large), await send(viewer, large), await send(viewer, large)];
    const fourth = await send(viewer, large);
    expect(fourth.response.status).toBe(429);
    expect(fourth.response.headers.get('retry-after')).toBe('10');
    expect(await fourth.response.text()).toContain('3 of your exports are running');
    expect(await fourth.receipt()).toBeUndefined();
    await vi.waitFor(async () => expect(await running()).toBe(3));

    three[0]?.left.abort();
    await expect(three[0]?.response.text()).rejects.toThrow();
    await vi.waitFor(async () => expect((await three[0]?.receipt())?.outcome).toBe('failed'));
    expect((await send(viewer, large)).response.status).toBe(200);
  });

  test('in a process: the ninth is told to wait', async () => {
    for (let i = 0; i < EXPORTS_AN_INSTANCE; i++)
      expect((await send(await userOf(large), large)).response.status).toBe(200);
    const ninth = await send(await userOf(large), large);
    expect(ninth.response.status).toBe(429);
    expect(await ninth.response.text()).toContain('Wait a few seconds');
  });

  test('leave their places when they have ended, however they did', async () => {
    const viewer = await userOf(partner);
    for (let i = 0; i < 2 * EXPORTS_AN_INSTANCE; i++) {
      const { response } = await send(viewer, partner);
      expect(response.status).toBe(200);
      await response.text();
    }
  });
});

describe("an export's address", () => {
  const parse = (query: string) => parseExportUrl(new URLSearchParams(query));

  test('is read as it was written', () => {
    const url = { request: { ...FIRST_PAGE, statuses: ['rejected' as never] }, partner: 'x', zoom: null };
    const id = crypto.randomUUID();
    const href = exportUrl(url, { format: 'xlsx', columns: ['phone', 'focOn'], id, inline: true });
    expect(href).toContain('&format=xlsx&columns=phone,focOn&disposition=inline&export=');
    expect(parse('status=completed&format=XLSX&columns=phone,focOn')).toMatchObject({
      ...{ format: 'xlsx', columns: ['phone', 'focOn'], id: null, inline: false },
      request: { statuses: ['completed'] },
    });
  });

  test.each([
    ['', 'name the kind of file'],
    ['format=xls', 'no export as "xls"'],
    ['format=csv&columns=phone,fon', '"fon" is not a column'],
    ['format=csv&columns=phone,phone', '"phone" is named twice'],
    ['format=csv&columns=', '"" is not a column'],
    ['format=csv&export=7', '"7" is not a UUID'],
    ['format=csv&disposition=x', '"x" is neither inline nor attachment'],
    ['format=csv&status=done', 'status: "done" is not a status'],
  ])('that cannot be read is refused, and said why: %s', (query, because) => {
    expect(parse(query)).toEqual({ because: expect.stringContaining(because) });
  });

  test('leaves page, find and zoom out of account', () => {
    expect(parse('format=csv&page=0&zoom=9&find=x')).toMatchObject({ format: 'csv', columns: COLUMN_KEYS });
  });
});
