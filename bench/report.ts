import { existsSync, readFileSync } from 'node:fs';
import { pool } from '#data/connection.ts';
import { forgetCounts, remembering } from '#data/report/query/remembering.ts';
import { readReport } from '#data/report/read-report.ts';
import { systemActor } from '#data/system-actor.ts';
import { readIn } from '#data/tenant.ts';
import { COLUMN_KEYS, column } from '#domain/columns.ts';
import { FIRST_PAGE, NO_FILTERS, type ReportFilters, type ReportRequest } from '#domain/report-request.ts';
import { type Figure, inMilliseconds, type ProcessorClock, timed } from './timing.ts';

const RUNS = 30;
const PARTNER = { id: 1 };
const viewer = systemActor('seed');

/** Filters that keep much and little, read from an index or from the orders themselves. */
const FILTERS: Record<string, Partial<ReportFilters>> = {
  'without filters': {},
  'one status (27 %)': { statuses: ['in-progress'] },
  'a rare status (1 %)': { statuses: ['confirmed'] },
  'two detailed statuses': { details: ['rejected', 'submitted'] },
  'ready to assign': { ready: true },
  'toll-free': { type: 'toll-free' },
  'one account': { accountId: '7000130' },
  'a range of estimated dates': {
    date: { field: 'estimatedOn', from: at('2026-01-01'), to: at('2026-06-30') },
  },
  'a range of confirmed dates and a status': {
    statuses: ['completed'],
    date: { field: 'focOn', from: at('2025-06-01'), to: null },
  },
};

const TEXTS = [
  '555',
  '123',
  '5551',
  '4000123',
  'harbor',
  'Denver HQ',
  'smith',
  'PIN',
  'nov 2026',
  '2026-11',
  '10:00 AM',
  'expedite',
];

/** Every reading of the report's data as a page does it: under row-level security, in a transaction of its own. */
export async function benchReport(say: (text: string) => void): Promise<Figure[]> {
  const figures: Figure[] = [];
  const processors = await processorClock();
  const measure = async (
    what: string,
    most: number | null,
    work: (run: number) => Promise<unknown>,
    prepare?: () => Promise<unknown> | unknown,
  ) => {
    const figure = inMilliseconds(what, await timed(RUNS, processors, work, prepare), most);
    figures.push(figure);
    say(`  ${what}: ${figure.median.toFixed(1)} ms, ${figure.processor?.toFixed(1)} of processors`);
  };

  await measure('First page', 25, () => read({}));
  await measure('First page, its counts not known yet', null, () => read({}), forgetCounts);
  for (const [name, filters] of Object.entries(FILTERS)) {
    await measure(`Counts by status and ready, ${name}`, 100, () => tally(filters), forgetCounts);
  }
  for (const [name, filters] of Object.entries(FILTERS)) {
    const { pages } = await read(filters);
    const what = `Any page in the default order, ${name}, nothing known yet`;
    await measure(what, 150, (run) => read({ ...filters, page: pageOf(run, pages) }), forgetCounts);
  }
  const { pages } = await read({});
  await measure('Any page in the default order, counts known', 150, (run) =>
    read({ page: pageOf(run, pages) }),
  );
  for (const key of COLUMN_KEYS) {
    const sorted = (run: number) => {
      const direction = run % 2 === 0 ? 'asc' : 'desc';
      return read({ sort: { key, direction }, page: pageOf(run >> 1, pages) });
    };
    await measure(`Any page by ${column(key).label}, nothing known yet`, 400, sorted, forgetCounts);
  }
  const openFirstPage = () => {
    forgetCounts();
    return read({});
  };
  for (const find of TEXTS) {
    await measure(`Find “${find}” from the first page`, 300, () => read({ find }), openFirstPage);
  }
  await measure('Find: jump to another match', 300, (run) => read({ find: 'harbor', match: 1 + run * 997 }));
  await measure(
    'Find a full phone number',
    20,
    (run) => read({ find: phoneOf(run) }),
    () => read({ page: 2 }),
  );
  return figures;
}

function read(request: Partial<ReportRequest>) {
  return readReport(viewer, PARTNER, { ...FIRST_PAGE, ...request }, new Date());
}

/** The counts as a page reads them, and nothing else of it. */
function tally(filters: Partial<ReportFilters>) {
  const scope = { role: 'portal_partner', partnerId: PARTNER.id } as const;
  return readIn(scope, async (query) => {
    const report = { query, partnerId: PARTNER.id, filters: { ...NO_FILTERS, ...filters } };
    return (await remembering(report)).tally();
  });
}

/** The processor time of this process and of the one connection that runs what is read one by one. Linux tells it. */
export async function processorClock(): Promise<ProcessorClock> {
  const { rows } = await pool().query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const file = `/proc/${rows[0]?.pid}/schedstat`;
  if (!existsSync(file)) return () => Number.NaN;
  return () => {
    const { user, system } = process.cpuUsage();
    return Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6 + (user + system) / 1e3;
  };
}

/** First, middle and last pages in turn, and others between them. */
function pageOf(run: number, pages: number): number {
  return Math.max(1, Math.round((pages * ((run * 3) % 7)) / 6));
}

/** Numbers that are there and, one in three, that are not. */
function phoneOf(run: number): string {
  const line = String((run * 7919) % 10_000).padStart(4, '0');
  return run % 3 === 0 ? `(201) 555-${line}` : `+1${202 + (run % 5)}555${line}`;
}

function at(date: string) {
  return date as NonNullable<NonNullable<ReportFilters['date']>['from']>;
}
