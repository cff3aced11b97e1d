// Measures the portal on this machine and writes docs/benchmarks.md: npm run bench [-- --numbers N] [--only PART]
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { closeConnections } from '#data/connection.ts';
import { benchmarksPage, type Section, tableOf } from '../bench/benchmarks-page.ts';
import { benchCsv } from '../bench/csv.ts';
import { benchDocuments } from '../bench/documents.ts';
import { benchExports } from '../bench/exports.ts';
import { benchPages } from '../bench/http.ts';
import { benchImport } from '../bench/import.ts';
import { benchQueue } from '../bench/queue.ts';
import { openQueueWorld } from '../bench/queue-world.ts';
import { benchReport } from '../bench/report.ts';
import { servePortal } from '../bench/served.ts';
import { type Figure, once } from '../bench/timing.ts';
import { benchUpload } from '../bench/upload.ts';
import { database, openWorld, type World, withEmptyDatabase } from '../bench/world.ts';
import { ROOT } from './demo-files.ts';
import { Fault, main } from './fault.ts';

const MEASURES = {
  report: ofReport,
  pages: ofPages,
  csv: ofCsv,
  exports: ofExports,
  import: ofImport,
  documents: ofDocuments,
  queue: ofQueue,
  upload: ofUpload,
};
type Part = keyof typeof MEASURES;
const PARTS = Object.keys(MEASURES) as Part[];

await main(async () => {
  const { numbers, parts } = readArguments();
  const [load = 0] = loadavg();
  const world = await openWorld(numbers, say);
  try {
    process.env.DATABASE_URL = world.url;
    const sections: Section[] = [];
    for (const part of parts) sections.push(await MEASURES[part](world));
    say(`\n${tableOf(sections)}\n`);
    if (parts.length < PARTS.length) return;
    const page = benchmarksPage({ ...(await versions(world)), when: new Date(), numbers, load }, sections);
    writeFileSync(path.join(ROOT, 'docs/benchmarks.md'), page);
    say('Written to docs/benchmarks.md.');
  } finally {
    await closeConnections();
    await world.postgres.stop();
  }
});

async function ofReport(): Promise<Section> {
  say('Reading the report …');
  const about =
    'One partner of the three, warm, each reading in a transaction of its own under row-level security, at least 30 times. ' +
    'Counts are kept for as long as nothing of the partner changes; “nothing known yet” forgets them before every run. Processors: the time of them that Postgres and we used for one.';
  return { title: 'The report’s data', about, figures: await benchReport(say) };
}

function ofPages(world: World): Promise<Section> {
  return withPortal(world, async (served) => {
    say('Asking for pages …');
    const about =
      'The built portal, asked by a client in a process of its own over 8 connections for 10 seconds, three times in turn, ' +
      'without compression. The page of one line is the list of reports, in the same shell for the same viewer.';
    return { title: 'Pages over HTTP', about, figures: await benchPages(served, say) };
  });
}

function ofCsv(world: World): Promise<Section> {
  return withPortal(world, async (served) => {
    say('Exporting …');
    const about =
      'All 19 fields of all numbers of one partner, over HTTP to a client that throws them away, five times in turn with ' +
      'the bare COPY of the same query to a reader that looks at nothing but its end.';
    return { title: 'CSV', about, figures: await benchCsv(served, world.url, say) };
  });
}

function ofExports(world: World): Promise<Section> {
  return withPortal(world, async (served) => {
    say('Exporting documents …');
    const about =
      'All 19 fields from the database through the portal, to a client that throws them away: the median of three. Memory is ' +
      'that of the server, with what it holds of pages and of other files.';
    return {
      title: 'Documents from the database',
      about,
      figures: await benchExports(served, world.adminUrl, say),
    };
  });
}

async function ofImport(world: World): Promise<Section> {
  say('Importing …');
  const about = 'The command as people run it, from start to exit, into an empty database.';
  const imported = await withEmptyDatabase(world, benchImport);
  const figures = imported.flatMap(({ what, seconds, peakMb, mostSeconds, mostMb }) => [
    once(what, 's', seconds, atMost(mostSeconds)),
    once(`${what}: memory`, 'MB', peakMb, atMost(mostMb)),
  ]);
  return { title: 'Import', about, figures };
}

async function ofDocuments(): Promise<Section> {
  say('Writing documents …');
  const about =
    'Made-up rows of all 19 fields, each document in a process of its own, written to nowhere; beside them the usual way of ' +
    'the library, with as many rows as it can bear.';
  const figures = (await benchDocuments()).flatMap((each) => {
    const what = `${each.name}, ${each.rows.toLocaleString('en-US')} rows`;
    return [
      once(what, 'rows/s', each.rowsPerSecond),
      once(`${what}: processor time of a row`, 'µs', each.microsecondsPerRow),
      once(`${what}: memory above idle`, 'MB', each.megabytesAboveIdle),
    ];
  });
  return { title: 'Documents from made-up rows', about, figures };
}

async function ofQueue(world: World): Promise<Section> {
  const orders = 2 * world.numbers;
  const made = await openQueueWorld(world, orders, say);
  say('Working the desk …');
  const about =
    `${orders.toLocaleString('en-US')} orders of a hundred partners, one in twenty of them open, warm; each page with the counts of all tabs, ` +
    'in a transaction of its own. Every run of a filter by date or age asks for other days, so that no count of it is known.';
  return { title: 'The porting desk', about, figures: await benchQueue(made, say) };
}

async function ofUpload(world: World): Promise<Section> {
  say('Taking in lists from carriers …');
  const about =
    'A carrier’s list of 20,000 rows (CSV), each with the ID and a number of another open order of the three partners and a new ' +
    'estimated date, so that 20,000 orders change. Three lists; the median. Each is undone before the next.';
  return { title: 'Lists from carriers', about, figures: await benchUpload(world, say) };
}

function atMost(most: number | null): Figure['budget'] {
  return most === null ? null : { most };
}

async function withPortal<T>(
  { url, adminUrl }: World,
  work: (served: Awaited<ReturnType<typeof servePortal>>) => Promise<T>,
): Promise<T> {
  const served = await servePortal(url, adminUrl, say);
  try {
    return await work(served);
  } finally {
    await served.stop();
  }
}

async function versions({ adminUrl }: World): Promise<{ postgres: string; next: string }> {
  const { rows } = await database(adminUrl, (run) => run('SHOW server_version'));
  const { version } = createRequire(import.meta.url)('next/package.json') as { version: string };
  return { postgres: String(rows[0]?.server_version), next: version };
}

function readArguments(): { numbers: number; parts: readonly Part[] } {
  const { values } = parse();
  const numbers = Number(values.numbers);
  if (!Number.isInteger(numbers) || numbers < 10_000) {
    throw new Fault('--numbers is how many numbers each of the three partners gets: 10000 or more.');
  }
  const only = PARTS.filter((part) => values.only?.includes(part));
  if (values.only && only.length !== values.only.length) {
    throw new Fault(`--only names a part of the bench: ${PARTS.join(', ')}.`);
  }
  return { numbers, parts: values.only ? only : PARTS };
}

function parse() {
  try {
    return parseArgs({
      options: { numbers: { type: 'string', default: '1000000' }, only: { type: 'string', multiple: true } },
    });
  } catch {
    throw new Fault('npm run bench knows two options: --numbers N and --only PART.');
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
