import { forgetCounts } from '#data/report/query/remembering.ts';
import { readTally } from '#data/report/query/tally.ts';
import { readReport } from '#data/report/read-report.ts';
import { systemActor } from '#data/system-actor.ts';
import { readIn } from '#data/tenant.ts';
import { COLUMN_KEYS, column } from '#domain/columns.ts';
import { FIRST_PAGE, NO_FILTERS, type ReportFilters, type ReportRequest } from '#domain/report-request.ts';
import { type Figure, inMilliseconds, quantile, timed } from './timing.ts';

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
  const add = (figure: Figure) => {
    figures.push(figure);
    say(`  ${figure.what}: ${figure.median.toFixed(1)} ms`);
  };

  add(inMilliseconds('First page', await timed(RUNS * 3, () => read({})), 25));
  add(
    inMilliseconds(
      'First page, its counts not known yet',
      await timed(RUNS, () => read({}), forgetCounts),
      null,
    ),
  );

  for (const [name, filters] of Object.entries(FILTERS)) {
    const times = await timed(RUNS, () => tally(filters));
    add(inMilliseconds(`Counts by status and ready, ${name}`, times, 100));
  }

  for (const [name, filters] of Object.entries(FILTERS)) {
    const { pages } = await read(filters);
    const page = (run: number) => ({ ...filters, page: pageOf(run, pages) });
    const what = `Any page in the default order, ${name}, nothing known yet`;
    add(inMilliseconds(what, await timed(RUNS, (run) => read(page(run)), forgetCounts), 150));
  }
  const { pages } = await read({});
  const turning = await timed(RUNS, (run) => read({ page: pageOf(run, pages) }));
  add(inMilliseconds('Any page in the default order, counts known', turning, 150));

  for (const key of COLUMN_KEYS) {
    const sorted = (run: number) => {
      const direction = run % 2 === 0 ? 'asc' : 'desc';
      return read({ sort: { key, direction }, page: pageOf(run >> 1, pages) });
    };
    const times = await timed(RUNS, sorted, forgetCounts);
    add(inMilliseconds(`Any page by ${column(key).label}, nothing known yet`, times, 400));
  }

  const all: number[] = [];
  for (const find of TEXTS) {
    const times = await timed(
      RUNS,
      () => read({ find }),
      async () => {
        forgetCounts();
        await read({});
      },
    );
    all.push(...times);
    add(inMilliseconds(`Find “${find}” from the first page`, times, 300));
  }
  const next = await timed(RUNS, (run) => read({ find: 'harbor', match: 1 + run * 997 }));
  add(inMilliseconds('Find: jump to another match', next, 300));
  const whole = await timed(
    RUNS,
    (run) => read({ find: phoneOf(run) }),
    () => read({ page: 2 }),
  );
  add(inMilliseconds('Find a full phone number', whole, 20));
  say(`  all finds of 3 characters and more: p95 ${quantile(all, 0.95).toFixed(0)} ms`);
  return figures;
}

function read(request: Partial<ReportRequest>) {
  return readReport(viewer, PARTNER, { ...FIRST_PAGE, ...request }, new Date());
}

function tally(filters: Partial<ReportFilters>) {
  const scope = { role: 'portal_partner', partnerId: PARTNER.id } as const;
  return readIn(scope, (query) => readTally(query, PARTNER.id, { ...NO_FILTERS, ...filters }));
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
