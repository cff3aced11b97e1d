import { download, load, REPORT } from './http.ts';
import type { Served } from './served.ts';
import { type Figure, inMilliseconds, once, quantile } from './timing.ts';
import { database } from './world.ts';

const EXPORT = `${REPORT}/export`;
const ROUNDS = 3;

type Format = 'xlsx' | 'docx' | 'pdf';
/** What each format is held to, in rows a second, on about so many rows. */
const HELD_TO: Record<Format, { rows: number; least: number }> = {
  xlsx: { rows: 1_000_000, least: 100_000 },
  docx: { rows: 100_000, least: 30_000 },
  pdf: { rows: 100_000, least: 20_000 },
};

/**
 * Documents of the partner's rows from the database through the portal: their speed, first byte and memory, also of about
 * 10,000 rows; and the report page for one visitor at rest and beside four exports of all rows.
 */
export async function benchExports(
  served: Served,
  adminUrl: string,
  say: (text: string) => void,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  const few = await newestRows(adminUrl, 10_000);
  for (const [format, { rows, least }] of Object.entries(HELD_TO)) {
    const many = await newestRows(adminUrl, rows);
    const small = await measured(served, `${EXPORT}?format=${format}&${few.query}`);
    const large = await measured(served, `${EXPORT}?format=${format}&${many.query}`);
    const perSecond = many.rows / large.seconds;
    say(`  ${format}: ${perSecond.toFixed(0)} rows/s, first byte ${large.firstByte.toFixed(0)} ms`);
    const what = `${format}, ${many.rows.toLocaleString('en-US')} rows`;
    figures.push(
      once(what, 'rows/s', perSecond, { least }),
      once(`${what}: first byte`, 'ms', large.firstByte, { most: 1000 }),
      once(`${what}: memory of the server above idle`, 'MB', large.memory, { most: 120 }),
      once(
        `${format}, ${few.rows.toLocaleString('en-US')} rows: memory of the server above idle`,
        'MB',
        small.memory,
        { most: 120 },
      ),
    );
  }
  return [...figures, ...(await pagesBeside(served, say))];
}

async function measured(
  served: Served,
  path: string,
): Promise<{ seconds: number; firstByte: number; memory: number }> {
  // Once without counting, so that its modules are loaded.
  await download(served, `${path}&account=7000130`);
  await rest();
  const idle = served.memory.now();
  const seconds: number[] = [];
  const firstByte: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const taken = await download(served, path);
    if (taken.status !== 200) throw new Error(`${path} answered ${taken.status}`);
    seconds.push(taken.seconds);
    firstByte.push(taken.firstByteSeconds * 1000);
  }
  return {
    seconds: quantile(seconds, 0.5),
    firstByte: quantile(firstByte, 0.5),
    memory: served.memory.peak() - idle,
  };
}

/** The report page for one visitor, at rest and while two users take two files of all rows each. */
async function pagesBeside(served: Served, say: (text: string) => void): Promise<Figure[]> {
  await load(served, REPORT, 1);
  const idle = await load(served, REPORT, 1);
  const colleague = { ...served, cookie: served.colleague };
  const exports = Promise.all([
    download(served, `${EXPORT}?format=xlsx`),
    download(served, `${EXPORT}?format=csv`),
    download(colleague, `${EXPORT}?format=xml`),
    download(colleague, `${EXPORT}?format=ndjson`),
  ]);
  let running = true;
  exports.finally(() => {
    running = false;
  });
  // The first byte of each is out by then.
  await rest();
  const beside = await load(served, REPORT, 1);
  if (!running) say('  The exports ended before the pages did: take more numbers.');
  await exports;
  const times = { rest: idle.times, beside: beside.times };
  const ratio = quantile(times.beside, 0.95) / quantile(times.rest, 0.95);
  return [
    inMilliseconds('The report page for one visitor, at rest', { clock: times.rest, processor: [] }, null),
    inMilliseconds('The same beside four exports', { clock: times.beside, processor: [] }, null),
    once('The p95 beside four exports, of the p95 at rest', 'times', ratio, { most: 3 }),
  ];
}

/** The parameters that ask for the partner's newest rows, at least so many, as whole days; and how many those are. */
async function newestRows(adminUrl: string, least: number): Promise<{ rows: number; query: string }> {
  const days = await database(
    adminUrl,
    async (run) =>
      (
        await run(
          `SELECT to_char(created_on, 'YYYY-MM-DD') AS day, sum(number_count)::integer AS rows FROM port_order
           WHERE partner_id = 1 AND created_on IS NOT NULL GROUP BY created_on ORDER BY created_on DESC`,
        )
      ).rows as { day: string; rows: number }[],
  );
  let rows = 0;
  for (const each of days) {
    rows += each.rows;
    if (rows >= least) return { rows, query: `date=createdOn&from=${each.day}` };
  }
  const [all] = await database(
    adminUrl,
    async (run) =>
      (await run('SELECT sum(number_count)::integer AS rows FROM port_order WHERE partner_id = 1')).rows as {
        rows: number;
      }[],
  );
  return { rows: all?.rows ?? 0, query: '' };
}

function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 3000));
}
