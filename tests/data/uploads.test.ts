import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeConnections } from '#data/connection.ts';
import { moveOrder } from '#data/orders/move-order.ts';
import { undoAct } from '#data/orders/undo-act.ts';
import { applyUpload } from '#data/uploads/apply-upload.ts';
import { keepUpload } from '#data/uploads/keep-upload.ts';
import { listMappings } from '#data/uploads/list-mappings.ts';
import { listUploadRows } from '#data/uploads/list-upload-rows.ts';
import { listUploads } from '#data/uploads/list-uploads.ts';
import { previewUpload } from '#data/uploads/preview-upload.ts';
import { readProgress } from '#data/uploads/read-progress.ts';
import { readSummary } from '#data/uploads/read-summary.ts';
import { readUpload } from '#data/uploads/read-upload.ts';
import { readUploadFile } from '#data/uploads/read-upload-file.ts';
import { streamUploadRows } from '#data/uploads/stream-upload-rows.ts';
import { guessMapping } from '#domain/carrier-list/mapping.ts';
import type { RowFilter } from '#domain/carrier-list/outcome.ts';
import { type RowTexts, readCarrierRow } from '#domain/carrier-list/row.ts';
import { NotFound } from '#domain/not-found.ts';
import type { Viewer } from '#domain/viewer.ts';
import { makeNumber, makeOrder, makeRequest, type Order, type OrderFacts } from '../support/factories.ts';
import { asOwner } from '../support/owner.ts';
import { next, word } from '../support/unique.ts';
import { makeUser } from '../support/users.ts';
import { viewerOf } from '../support/viewers.ts';

const NOW = new Date('2026-11-24T17:00:00Z');
const LATER = new Date('2026-11-24T17:00:10Z');

let maya: Viewer;
let tomas: Viewer;

beforeAll(async () => {
  maya = viewerOf(await makeUser({ role: 'agent', name: 'Maya Okafor' }));
  tomas = viewerOf(await makeUser({ role: 'agent', name: 'Tomás Reyes' }));
});
afterAll(closeConnections);

const HEADERS = ['TN', 'Order ID', 'Request', 'Status', 'FOC Date', 'EPD', 'Reject Reason'];
const MAPPING = guessMapping(HEADERS);
type Row = Partial<Record<(typeof HEADERS)[number], string>>;

/** An order with numbers of its own area, which no other test has: what names a number must find one order. */
async function makeNamed(numbers: number, facts: Partial<OrderFacts> = {}): Promise<Order> {
  const order = await makeOrder(facts);
  for (let i = 0; i < numbers; i++) {
    await makeNumber({ order, phone: `+168955501${String(next() % 100).padStart(2, '0')}` });
  }
  return order;
}

async function upload(viewer: Viewer, rows: readonly Row[]): Promise<string> {
  const content = Buffer.from(JSON.stringify(rows));
  const about = { fileName: 'carrier.csv', sha256: 'a'.repeat(64), headers: HEADERS, records: rows.length };
  const id = await keepUpload(viewer, { ...about, content }, NOW);
  expect(await preview(viewer, id, rows)).toBeNull();
  return id;
}

function preview(viewer: Viewer, id: string, rows: readonly Row[], mappingName: string | null = null) {
  const read = rows.map((row, i) => {
    const cells = HEADERS.map((header) => row[header] ?? '');
    const texts = Object.fromEntries(
      Object.entries(MAPPING).map(([field, header]) => [field, row[header] ?? '']),
    ) as RowTexts;
    return { record: i + 2, cells, reading: readCarrierRow(texts) };
  });
  return previewUpload(viewer, id, { mapping: MAPPING, mappingName, rows: read }, NOW);
}

async function apply(viewer: Viewer, id: string) {
  const { act } = await readUpload(viewer, id);
  return applyUpload(viewer, id, act?.id ?? '', LATER);
}

function rowsOf(id: string, show: RowFilter = 'all') {
  return listUploadRows(maya, id, { show, page: 1 });
}

async function orderNow({ id }: Order) {
  const [row] = await asOwner(
    `SELECT detailed_status AS status, foc_on AS foc, estimated_on AS epd, version, changed_by AS by
     FROM port_order WHERE id = $1`,
    [id],
  );
  return row;
}

describe('a list from a carrier', () => {
  test('says what every row will do, and does that when it is applied', async () => {
    const confirmed = await makeNamed(2, { detailedStatus: 'pending-carrier-response' });
    const same = await makeOrder({ numbers: 1, detailedStatus: 'rejected', rejectReason: 'PIN' });
    const done = await makeOrder({ numbers: 1, detailedStatus: 'completed' });
    const rows: Row[] = [
      { TN: confirmed.phones[0], Status: 'FOC', 'FOC Date': '2026-12-01' },
      { TN: confirmed.phones[1], Status: 'FOC', 'FOC Date': '12/01/2026' },
      { 'Order ID': String(same.id), Status: 'Rejected', 'Reject Reason': 'PIN' },
      { 'Order ID': String(done.id), Status: 'Submitted' },
      { TN: 'none', Status: 'Submitted' },
    ];
    const id = await upload(maya, rows);

    const before = await rowsOf(id);
    expect(before.counts).toEqual({ ready: 2, unchanged: 1, refused: 2 });
    expect(before.upload).toMatchObject({ state: 'previewed', counts: before.counts, actor: 'Maya Okafor' });
    expect(before.rows.map(({ outcome, because }) => [outcome, because])).toEqual([
      ['ready', null],
      ['ready', null],
      ['unchanged', null],
      ['refused', expect.stringMatching(/^Completed is final/)],
      ['refused', 'Phone number “none” is not a North American number of ten digits.'],
    ]);
    expect(before.rows[0]).toMatchObject({
      record: 2,
      order: { orderId: confirmed.id, partner: confirmed.request.account.partner.name, numbers: 2 },
      changes: [
        { field: 'detailedStatus', from: 'pending-carrier-response', to: 'firm-order-confirmation' },
        { field: 'focOn', from: null, to: '2026-12-01' },
        { field: 'focTime', from: null, to: '10:00' },
      ],
    });
    expect(await readSummary(maya, id)).toEqual({
      groups: [{ from: 'pending-carrier-response', to: 'firm-order-confirmation', orders: 1, numbers: 2 }],
      ...{ orders: 1, numbers: 2, partners: 1 },
    });
    expect(await orderNow(confirmed)).toMatchObject({ status: 'pending-carrier-response', version: 1 });

    expect(await apply(maya, id)).toEqual({ done: true, changed: 1, conflicts: 0, remaining: 0 });
    expect(await orderNow(confirmed)).toEqual({
      ...{ status: 'firm-order-confirmation', foc: '2026-12-01', epd: null, version: 2, by: 'Maya Okafor' },
    });
    const after = await rowsOf(id);
    expect(after.upload.state).toBe('applied');
    expect(after.counts).toEqual({ changed: 2, unchanged: 1, refused: 2 });
    expect(after.upload.counts).toEqual(after.counts);
    expect(after.rows[0]?.changes).toEqual(before.rows[0]?.changes);
    const events = await asOwner('SELECT kind, actor FROM order_event WHERE act_id = $1', [
      after.upload.act?.id,
    ]);
    expect(events).toEqual([{ kind: 'changed', actor: 'Maya Okafor' }]);
  });

  test('is filtered, paged, and streamed whole or as what stayed out', async () => {
    const order = await makeOrder({ numbers: 1 });
    const rows: Row[] = [
      { 'Order ID': String(order.id), EPD: '2026-12-02' },
      ...Array.from({ length: 60 }, (_, i) => ({
        'Order ID': String(900_000_000_000 + i),
        EPD: '2026-12-02',
      })),
    ];
    const id = await upload(maya, rows);
    const refused = await listUploadRows(maya, id, { show: 'refused', page: 2 });
    expect(refused).toMatchObject({ total: 60, page: 2, pages: 2 });
    expect(refused.rows.map(({ record }) => record)).toEqual([53, 54, 55, 56, 57, 58, 59, 60, 61, 62]);
    expect(await listUploadRows(maya, id, { show: 'warned', page: 9 })).toMatchObject({ total: 0, page: 1 });
    expect((await Array.fromAsync(streamUploadRows(maya, id, 'all'))).length).toBe(61);
    const out = await Array.fromAsync(streamUploadRows(maya, id, 'refused'));
    expect(out.map(({ cells }) => cells[1])).toEqual(rows.slice(1).map((row) => row['Order ID']));
  });

  test('refuses a number that is on open orders of two partners, and names them', async () => {
    const mine = await makeNamed(1);
    const theirs = await makeOrder();
    const [phone = ''] = mine.phones;
    await asOwner(
      'INSERT INTO port_number (partner_id, request_id, phone, order_id) VALUES ($1, $2, $3, $4)',
      [...[theirs.request.account.partner.id, theirs.request.id, phone, theirs.id]],
    );
    const id = await upload(maya, [{ TN: phone, Status: 'Completed' }]);
    const [row] = (await rowsOf(id)).rows;
    expect(row).toMatchObject({ outcome: 'refused', order: null });
    expect(row?.because).toContain(`${mine.id} (${mine.request.account.partner.name})`);
    expect(row?.because).toContain(`${theirs.id} (${theirs.request.account.partner.name})`);
    expect(await readSummary(maya, id)).toMatchObject({ orders: 0 });
  });

  test('warns where it names a part of an order, and finds the one open order of a request', async () => {
    const order = await makeNamed(3);
    const request = await makeRequest();
    await makeOrder({ request, numbers: 1, detailedStatus: 'cancelled' });
    await makeOrder({ request, numbers: 1 });
    const id = await upload(maya, [
      { TN: order.phones[0], EPD: '2026-12-02' },
      { Request: request.id, TN: '', EPD: '2026-12-02' },
    ]);
    const { rows, counts } = await rowsOf(id);
    expect(counts).toMatchObject({ warned: 1 });
    expect(rows[0]?.warning).toBe(`The list names 1 of the 3 numbers of order ${order.id}: all 3 change.`);
    // Requests of other tests may have this number too, at their partners.
    expect(['ready', 'refused']).toContain(rows[1]?.outcome);
  });

  test('leaves an order that somebody changed since the preview, and says who', async () => {
    const order = await makeOrder({ numbers: 1 });
    const id = await upload(maya, [{ 'Order ID': String(order.id), EPD: '2026-12-02' }]);
    const ref = { partnerId: order.request.account.partner.id, orderId: order.id, version: 1 };
    expect(
      await moveOrder(tomas, { order: ref, move: { to: 'pending-carrier-response' } }, NOW),
    ).toMatchObject({
      kind: 'changed',
    });
    expect((await rowsOf(id)).rows[0]).toMatchObject({ outcome: 'ready', changes: [] });
    expect(await apply(maya, id)).toEqual({ done: true, changed: 0, conflicts: 1, remaining: 0 });
    const [row] = (await rowsOf(id)).rows;
    expect(row).toMatchObject({
      outcome: 'conflict',
      because: expect.stringMatching(/^Tomás Reyes changed it/),
    });
    expect(await orderNow(order)).toMatchObject({
      status: 'pending-carrier-response',
      epd: null,
      version: 2,
    });
  });

  test('is applied by whoever made its preview; another makes a preview of their own', async () => {
    const order = await makeOrder({ numbers: 1 });
    const rows = [{ 'Order ID': String(order.id), EPD: '2026-12-02' }];
    const id = await upload(maya, rows);
    const { act } = await readUpload(maya, id);
    await expect(apply(tomas, id)).rejects.toThrow(NotFound);
    expect(await preview(tomas, id, rows)).toBeNull();
    expect(await applyUpload(maya, id, act?.id ?? '', LATER)).toBeNull();
    expect(await apply(tomas, id)).toMatchObject({ done: true, changed: 1 });
    expect(await orderNow(order)).toMatchObject({ by: 'Tomás Reyes' });
  });

  test('is previewed no more once it was applied, and applying it again changes nothing', async () => {
    const order = await makeOrder({ numbers: 1 });
    const rows = [{ 'Order ID': String(order.id), EPD: '2026-12-02' }];
    const id = await upload(maya, rows);
    const [first, second] = await Promise.all([apply(maya, id), apply(maya, id)]);
    expect([first?.changed, second?.changed]).toEqual([1, 1]);
    expect(await orderNow(order)).toMatchObject({ version: 2, epd: '2026-12-02' });
    expect(await preview(maya, id, rows)).toMatch(/^This list has been applied already/);
    expect((await readUpload(maya, id)).state).toBe('applied');
  });

  test('can be undone at once: its rows say so', async () => {
    const order = await makeOrder({ numbers: 1 });
    const id = await upload(maya, [{ 'Order ID': String(order.id), EPD: '2026-12-02' }]);
    await apply(maya, id);
    const { act } = await readUpload(maya, id);
    await undoAct(maya, act?.id ?? '', LATER);
    expect(await orderNow(order)).toMatchObject({ epd: null, version: 3 });
    const { upload: undone, counts } = await rowsOf(id);
    expect([undone.state, counts]).toEqual(['undone', { undone: 1 }]);
  });

  test('of which nothing is new has nothing to apply', async () => {
    const order = await makeOrder({ numbers: 1 });
    const id = await upload(maya, [{ 'Order ID': String(order.id), Status: 'Submitted' }]);
    expect(await readUpload(maya, id)).toMatchObject({
      state: 'previewed',
      act: null,
      counts: { unchanged: 1 },
    });
    expect(await applyUpload(maya, id, crypto.randomUUID(), LATER)).toBeNull();
    expect(await readProgress(maya, id)).toEqual({ done: false, changed: 0, conflicts: 0, remaining: 0 });
  });

  test('stays with its file, who and when; its mapping is kept by name and renewed', async () => {
    const order = await makeOrder({ numbers: 1 });
    const rows = [{ 'Order ID': String(order.id), EPD: '2026-12-02' }];
    const id = await upload(maya, rows);
    const name = `Carrier ${word()}`;
    await preview(maya, id, rows, name);
    await preview(tomas, id, rows, name);
    const kept = (await listMappings(tomas)).filter((mapping) => mapping.name === name);
    expect(kept).toMatchObject([{ columns: { headers: HEADERS, mapping: MAPPING }, actor: 'Tomás Reyes' }]);
    expect((await readUpload(maya, id)).mappingName).toBe(name);
    const { fileName, content } = await readUploadFile(maya, id);
    expect([fileName, JSON.parse(content.toString())]).toEqual(['carrier.csv', rows]);
    const { uploads } = await listUploads(maya, { at: new Date(NOW.getTime() + 1), id });
    expect(uploads.some((one) => one.id === id)).toBe(true);
  });
});

test('rows hold whatever stood in a file: quotes, backslashes, line breaks, blanks', async () => {
  const told = `a "quoted" \\ back\nslash, {curly} ' NULL`;
  const id = await upload(maya, [
    { TN: 'x', Status: told },
    { TN: 'NULL', Status: '' },
  ]);
  const { rows } = await rowsOf(id);
  expect(rows.map(({ cells }) => [cells[0], cells[3]])).toEqual([
    ['x', told],
    ['NULL', ''],
  ]);
});
