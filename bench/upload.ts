import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closeConnections } from '#data/connection.ts';
import { undoAct } from '#data/orders/undo-act.ts';
import { applyUpload } from '#data/uploads/apply-upload.ts';
import { keepUpload } from '#data/uploads/keep-upload.ts';
import { listUploadRows } from '#data/uploads/list-upload-rows.ts';
import { previewUpload } from '#data/uploads/preview-upload.ts';
import { readUpload } from '#data/uploads/read-upload.ts';
import { readUploadFile } from '#data/uploads/read-upload-file.ts';
import { nextBusinessDay } from '#domain/business-days.ts';
import { addDays } from '#domain/calendar-date.ts';
import { guessMapping } from '#domain/carrier-list/mapping.ts';
import { pacificDate } from '#domain/pacific-time.ts';
import { mintViewer, type Viewer } from '#domain/viewer.ts';
import { inspectList } from '#features/desk/upload/inspect-list.ts';
import { openList, readRows } from '#features/desk/upload/open-list.ts';
import { type Figure, once, quantile } from './timing.ts';
import { database } from './world.ts';

const ROWS = 20_000;
const RUNS = 3;
/** Seconds. */
const MOST = { preview: 5, apply: 10 };

/** A carrier's list of 20,000 rows, each of an open order of its own among three partners: previewed, applied, put back. */
export async function benchUpload(
  { url, adminUrl }: { url: string; adminUrl: string },
  say: (text: string) => void,
): Promise<Figure[]> {
  await closeConnections();
  process.env.DATABASE_URL = url;
  const viewer = await agentOf(adminUrl);
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-upload-'));
  const times: Record<'keep' | 'preview' | 'page' | 'apply' | 'undo', number[]> = {
    ...{ keep: [], preview: [], page: [], apply: [], undo: [] },
  };
  try {
    for (let run = 0; run < RUNS; run++) {
      const file = path.join(folder, `carrier-${run}.csv`);
      await writeFile(file, await listOf(adminUrl, run));
      const id = await timedIn(times.keep, () => keep(viewer, file));
      await timedIn(times.preview, () => preview(viewer, id, file));
      await timedIn(times.page, () => listUploadRows(viewer, id, { show: 'ready', page: 200 }));
      const { act, counts } = await readUpload(viewer, id);
      if (!act || counts?.ready !== ROWS) throw new Error(`Of the rows ${JSON.stringify(counts)}.`);
      await timedIn(times.apply, () => apply(viewer, id, act.id));
      await timedIn(times.undo, () => undoAct(viewer, act.id, new Date()));
      say(`  run ${run + 1} of ${RUNS}: ${Object.values(times).map((all) => all.at(-1)?.toFixed(1))} s`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const figure = (what: string, seconds: number[], most: number | null) =>
    once(what, 's', quantile(seconds, 0.5), most === null ? null : { most });
  return [
    figure('Upload 20,000 rows: read to the end and kept', times.keep, null),
    figure('Upload 20,000 rows: previewed', times.preview, MOST.preview),
    figure('Upload 20,000 rows: a page of the preview', times.page, null),
    figure('Upload 20,000 rows: applied to 20,000 orders', times.apply, MOST.apply),
    figure('Upload 20,000 rows: undone', times.undo, null),
  ];
}

async function timedIn<T>(seconds: number[], work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const done = await work();
  seconds.push((performance.now() - start) / 1000);
  return done;
}

async function keep(viewer: Viewer, file: string): Promise<string> {
  const { headers, records } = await inspectList(file);
  const content = await readFile(file);
  const about = { fileName: path.basename(file), sha256: '0'.repeat(64), headers, records };
  return keepUpload(viewer, { ...about, content }, new Date());
}

/** As the desk does it: the kept file is read anew. */
async function preview(viewer: Viewer, id: string, file: string): Promise<void> {
  const { content } = await readUploadFile(viewer, id);
  await writeFile(file, content);
  const list = await openList(file);
  const mapping = guessMapping(list.headers);
  const rows = await Array.fromAsync(readRows(list, mapping));
  const because = await previewUpload(viewer, id, { mapping, mappingName: null, rows }, new Date());
  if (because !== null) throw new Error(because);
}

async function apply(viewer: Viewer, id: string, actId: string): Promise<void> {
  for (;;) {
    const progress = await applyUpload(viewer, id, actId, new Date());
    if (!progress) throw new Error('There is another preview.');
    if (progress.done) return;
  }
}

/**
 * A row for each of 20,000 open orders of all partners, each run of others: its ID and a number of it, which other partners
 * of the bench have too, and an estimated date.
 */
async function listOf(adminUrl: string, run: number): Promise<string> {
  const epd = nextBusinessDay(addDays(pacificDate(new Date()), 30), new Map());
  const { rows } = await database(adminUrl, (query) =>
    query(
      `SELECT id, (SELECT min(phone) FROM port_number n WHERE n.partner_id = o.partner_id AND n.order_id = o.id) AS phone
       FROM port_order o
       WHERE detailed_status NOT IN ('completed', 'cancelled', 'closed-as-incomplete') AND detailed_status <> 'rejected'
         AND estimated_on IS DISTINCT FROM $1::date AND number_count > 0
       ORDER BY hashint8(id), id LIMIT ${ROWS} OFFSET $2`,
      [epd, run * ROWS],
    ),
  );
  return `TN,Order ID,EPD,PON\n${rows.map(({ phone, id }) => `${phone},${id},${epd},PON ${id}\n`).join('')}`;
}

async function agentOf(adminUrl: string): Promise<Viewer> {
  const person = { email: 'bench-upload@example.com', name: 'Bench' };
  const { rows } = await database(adminUrl, (query) =>
    query(
      `INSERT INTO app_user (email, name, role, password_hash) VALUES ($1, $2, 'agent', '')
       ON CONFLICT (email) DO UPDATE SET name = excluded.name RETURNING id`,
      [person.email, person.name],
    ),
  );
  return mintViewer({ ...person, role: 'agent', userId: String(rows[0]?.id) });
}
