import { NotFound } from '#domain/not-found.ts';
import { pacificDate } from '#domain/pacific-time.ts';
import { demand } from '#domain/permissions.ts';
import { weekOf } from '#domain/porting-day.ts';
import { NO_FILTERS } from '#domain/report-request.ts';
import type { Viewer } from '#domain/viewer.ts';
import { accountsOfNumbers } from '../assignments/engine/accounts.ts';
import { readContext } from '../orders/engine/staff.ts';
import { remembering } from '../report/query/remembering.ts';
import { countsOf } from '../report/query/tally.ts';
import { type Query, readIn, scopeOf } from '../tenant.ts';
import { readChanged } from './engine/changed.ts';
import { readWaiting } from './engine/waiting.ts';
import { readPorts } from './engine/week.ts';
import type { Home } from './home.ts';

/** Whoever was never here before is told of so many days. */
const FIRST_VISIT_DAYS = 7;
const ACCOUNTS_SHOWN = 5;

/**
 * What a partner's user finds when it comes: what waits for the partner, what ports this week, which numbers can be
 * assigned, and what changed since `lastVisit` (null: since a week ago). Throws NotFound for anyone else.
 */
export async function readHome(viewer: Viewer, lastVisit: Date | null, now: Date): Promise<Home> {
  demand(viewer, 'home.read');
  if (viewer.role !== 'partner') throw new NotFound('home');
  const { partnerId } = viewer;
  const today = pacificDate(now);
  const [monday = today, sunday = today] = [weekOf(today)[0], weekOf(today)[6]];
  const since = lastVisit ?? new Date(now.getTime() - FIRST_VISIT_DAYS * 86_400_000);
  return readIn(scopeOf(viewer, partnerId), async (query) => {
    const counted = await countAll(query, partnerId);
    const context = await readContext(query, viewer, today);
    return {
      asOf: now,
      today,
      partner: await nameOf(query, partnerId),
      numbers: counted.total,
      waiting: await readWaiting(query, partnerId, context),
      week: await readPorts(query, partnerId, monday, sunday),
      ready: await readReady(query, partnerId, counted.ready),
      changed: { since, firstVisit: lastVisit === null, ...(await readChanged(query, viewer, since)) },
    };
  });
}

/** What the report counts under no filter, and remembers as long as nothing changes. */
async function countAll(query: Query, partnerId: number) {
  const { tally } = await remembering({ query, partnerId, filters: NO_FILTERS });
  return countsOf(await tally(), NO_FILTERS);
}

async function readReady(query: Query, partnerId: number, all: number): Promise<Home['ready']> {
  if (all === 0) return { numbers: 0, all, accounts: [] };
  const accounts = (await accountsOfNumbers(query, partnerId))
    .filter(({ ready }) => ready > 0)
    .map(({ id, username, company, ready }) => ({ id, company: company ?? username, numbers: ready }));
  return {
    numbers: accounts.reduce((sum, { numbers }) => sum + numbers, 0),
    all,
    accounts: accounts.toSorted((a, b) => b.numbers - a.numbers).slice(0, ACCOUNTS_SHOWN),
  };
}

async function nameOf(query: Query, partnerId: number): Promise<string> {
  const [partner] = await query<{ name: string }>('SELECT name FROM partner WHERE id = $1', [partnerId]);
  if (!partner) throw new NotFound('partner');
  return partner.name;
}
