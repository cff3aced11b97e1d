import { closeConnections } from '#data/connection.ts';
import { applyAct } from '#data/orders/apply-act.ts';
import { previewMoves } from '#data/orders/preview-moves.ts';
import { listOrders } from '#data/orders/queue/list-orders.ts';
import { forgetQueueCounts } from '#data/orders/queue/remembered.ts';
import { undoAct } from '#data/orders/undo-act.ts';
import { addDays, type CalendarDate } from '#domain/calendar-date.ts';
import {
  QUEUE_COLUMNS,
  QUEUE_ORDER,
  QUEUE_TAB_LABELS,
  QUEUE_TABS,
  type QueueFilter,
  type QueuePosition,
  type QueueSort,
} from '#domain/order-queue.ts';
import { mintViewer, type Viewer } from '#domain/viewer.ts';
import { processorClock } from './report.ts';
import { type Figure, inMilliseconds, type Times, timed } from './timing.ts';
import { database } from './world.ts';

const RUNS = 30;
const TODAY = '2026-11-24' as CalendarDate;
const DAY = { today: TODAY, holidays: new Map([['2026-11-11' as CalendarDate, 'Veterans Day']]) };
/** What every tab, filter, sort and search is held to. */
const MOST = 200;
const NO_FILTER: QueueFilter = {
  ...{ tab: 'all', partner: null, accountId: null, statuses: [], detailed: [] },
  ...{ type: null, dates: null, age: null, text: null },
};

/** Filters of all orders, closed ones too; each run asks for another day, account or text, so that nothing of it is known. */
const FILTERS: Record<string, (run: number) => Partial<QueueFilter>> = {
  'the largest partner (an eighth)': () => ({ partner: 'desk-1' }),
  'a partner': (run) => ({ partner: `desk-${2 + run * 3}` }),
  'an account': (run) => ({ accountId: String(7_001_001 + run) }),
  'a status': () => ({ statuses: ['waiting-for-you'] }),
  'closed orders of one detailed status': () => ({ detailed: ['closed-as-incomplete'] }),
  'completed orders': () => ({ statuses: ['completed'] }),
  'toll-free': () => ({ type: 'toll-free' }),
  'a week of next dates': (run) => ({ dates: range('nextOn', run, 7) }),
  'a week of FOC dates': (run) => ({ dates: range('focOn', -30 * run, 7) }),
  'a year of FOC dates': (run) => ({ dates: range('focOn', -400 - run, 365) }),
  'a week of EPDs': (run) => ({ dates: range('estimatedOn', -30 * run, 7) }),
  'a week of submission dates': (run) => ({ dates: range('submittedOn', -30 * run, 7) }),
  'a week of creation dates': (run) => ({ dates: range('createdOn', -30 * run, 7) }),
  'a year of creation dates': (run) => ({ dates: range('createdOn', -400 - run, 365) }),
  'ten business days and more in its status': (run) => ({ age: 10 + run }),
  'toll-free, completed, a month of creation dates': (run) => ({
    ...{ type: 'toll-free', statuses: ['completed'], dates: range('createdOn', -30 * run, 30) },
  }),
};

const TEXTS: Record<string, (run: number) => string> = {
  'a whole phone number': (run) => `(20${2 + (run % 7)}) 555-${String(1000 + run * 7)}`,
  'six digits of a phone number': (run) => `20${2 + (run % 7)}-555`,
  'a request ID': (run) => String(500_100 + run * 40_000),
  'the beginning of a request ID': (run) => String(5_001 + run * 40),
  'a case number': (run) => String(4_000_300 + run * 120_000),
  'an order ID': (run) => String(30_000_100 + run * 60_000),
  'a company’s name': (run) => ['Harbor Dental', 'Willow Brewing', 'Cedar Law Group'][run % 3] ?? '',
  'a part of a twelfth of all companies': (run) => ['harbor', 'willow', 'cedar'][run % 3] ?? '',
  'what is nowhere': (run) => `nowhere ${run}`,
};

/** The desk's list and the change of many orders at once, as the page and its actions ask for them. */
export async function benchQueue(
  { url, adminUrl }: { url: string; adminUrl: string },
  say: (text: string) => void,
): Promise<Figure[]> {
  await closeConnections();
  const before = process.env.DATABASE_URL;
  process.env.DATABASE_URL = url;
  const viewer = await agentOf(adminUrl);
  const processors = await processorClock();
  const figures: Figure[] = [];
  const keep = (what: string, times: Times, most: number) => {
    const figure = inMilliseconds(what, times, most);
    figures.push(figure);
    say(
      `  ${what}: ${figure.median.toFixed(0)} ms, p95 ${figure.p95?.toFixed(0)} ms, ${figure.processor?.toFixed(0)} of processors`,
    );
  };
  const read = (
    filter: Partial<QueueFilter>,
    sort: QueueSort = QUEUE_ORDER,
    position: QueuePosition = null,
  ) => listOrders(viewer, { filter: { ...NO_FILTER, ...filter }, sort, position }, DAY);
  const measure = async (what: string, work: (run: number) => Promise<unknown>, most = MOST, runs = RUNS) =>
    keep(what, await timed(runs, processors, work), most);
  try {
    forgetQueueCounts();
    keep('The first page of all after a start, with its counts', await onceTimed(() => read({})), 5_000);
    for (const tab of QUEUE_TABS) await measure(`Tab ${QUEUE_TAB_LABELS[tab]}`, () => read({ tab }));
    const changed = () =>
      database(adminUrl, (run) => run('UPDATE account SET username = username WHERE partner_id = 1'));
    keep(
      'Tab All, after a change of the largest partner',
      await timed(RUNS, processors, () => read({}), changed),
      MOST,
    );
    for (const [name, filter] of Object.entries(FILTERS)) {
      await measure(`All, ${name}`, (run) => read(filter(run)));
    }
    for (const tab of ['needs-us', 'all'] as const) {
      for (const column of QUEUE_COLUMNS) {
        const what = `${QUEUE_TAB_LABELS[tab]} by ${column}, either way round`;
        const sortOf = (run: number) => ({ column, descending: run % 2 === 1 });
        let place: QueuePosition = null;
        await measure(`${what}: the first page`, (run) => read({ tab }, sortOf(run)));
        keep(
          `${what}: the second page`,
          await timed(
            RUNS,
            processors,
            (run) => read({ tab }, sortOf(run), place),
            async (run) => {
              const { next } = await read({ tab }, sortOf(run));
              place = next && { after: next };
            },
          ),
          MOST,
        );
        await measure(`${what}: the last page`, (run) => read({ tab }, sortOf(run), 'last'));
      }
    }
    for (const [name, text] of Object.entries(TEXTS)) {
      for (const tab of ['needs-us', 'all'] as const) {
        await measure(`${QUEUE_TAB_LABELS[tab]}, search for ${name}`, (run) =>
          read({ tab, text: text(run) }),
        );
      }
    }
    for (const [many, most] of [
      [500, 2_000],
      [5_000, 20_000],
    ] as const) {
      await benchBulk(viewer, many, most, read, keep);
    }
    return figures;
  } finally {
    await closeConnections();
    process.env.DATABASE_URL = before;
  }
}

/** Moves as many orders on as asked, as the panel does it: preview, apply batch by batch; then puts them back. */
async function benchBulk(
  viewer: Viewer,
  many: number,
  most: number,
  read: (
    filter: Partial<QueueFilter>,
    sort?: QueueSort,
    position?: QueuePosition,
  ) => ReturnType<typeof listOrders>,
  keep: (what: string, times: Times, most: number) => void,
): Promise<void> {
  const filter = { tab: 'needs-us', detailed: ['submitted'] } as const;
  const selection: { partnerId: number; orderId: number }[] = [];
  for (let position: QueuePosition = null; selection.length < many; ) {
    const page = await read(filter, QUEUE_ORDER, position);
    selection.push(...page.rows.map(({ partnerId, orderId }) => ({ partnerId, orderId })));
    if (!page.next) break;
    position = { after: page.next };
  }
  const orders = selection.slice(0, many);
  const said = `${orders.length.toLocaleString('en-US')} orders`;
  const previews: number[] = [];
  const applies: number[] = [];
  const undos: number[] = [];
  for (let run = 0; run < 4; run++) {
    const begun = performance.now();
    const move = { to: 'pending-carrier-response' } as const;
    const { actId } = await previewMoves(viewer, { selection: orders, move }, new Date());
    const previewed = performance.now();
    while (!(await applyAct(viewer, actId, new Date())).done);
    const applied = performance.now();
    await undoAct(viewer, actId, new Date());
    if (run === 0) continue;
    previews.push(previewed - begun);
    applies.push(applied - previewed);
    undos.push(performance.now() - applied);
  }
  keep(`Previewing a move of ${said}`, { clock: previews, processor: [] }, most);
  keep(`Applying it`, { clock: applies, processor: [] }, most);
  keep(`Undoing it`, { clock: undos, processor: [] }, most);
}

async function onceTimed(work: () => Promise<unknown>): Promise<Times> {
  const start = performance.now();
  await work();
  return { clock: [performance.now() - start], processor: [] };
}

/** Somebody of the porting team, whom acts are recorded of. */
async function agentOf(adminUrl: string): Promise<Viewer> {
  const email = 'bench@example.com';
  const userId = await database(adminUrl, async (run) => {
    await run(
      `INSERT INTO app_user (email, name, role, password_hash) VALUES ($1, 'Bench', 'agent', '-') ON CONFLICT DO NOTHING`,
      [email],
    );
    return String((await run('SELECT id FROM app_user WHERE email = $1', [email])).rows[0]?.id);
  });
  return mintViewer({ role: 'agent', userId, email, name: 'Bench' });
}

function range(
  field: 'nextOn' | 'focOn' | 'estimatedOn' | 'submittedOn' | 'createdOn',
  days: number,
  length: number,
) {
  const from = addDays(TODAY, days);
  return { field, from, to: addDays(from, length - 1) };
}
