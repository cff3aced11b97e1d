import { COLUMNS, type ColumnKey, column } from '#domain/columns.ts';
import { fold } from '#domain/find.ts';
import { PRIORITIES } from '#domain/priority.ts';
import { NOT_READY } from '#domain/ready-to-assign.ts';
import type { ReportPageRow, ReportSort } from '#domain/report-request.ts';
import { DETAILED_FACTS, DETAILED_STATUSES, STATUSES, statusOf } from '#domain/status.ts';
import { makePartner, type Partner } from '../support/factories.ts';
import { asOwner } from '../support/owner.ts';

/** A partner with a few hundred numbers in which everything occurs that a report can hold. The same every time, but for names. */
export async function makeReportWorld(): Promise<Partner> {
  const partner = await makePartner();
  await makeWorldOf(partner, 1);
  await makeWorldOf(await makePartner(), 2);
  return partner;
}

/** All rows of a partner, in no particular order, read as the owner of the tables without any of the report's own SQL but the column list. */
export async function allRows(partner: Partner): Promise<ReportPageRow[]> {
  const rows = await asOwner<Record<string, unknown>>(
    `SELECT ${COLUMNS.map(({ key, sql }) => `${sql} AS "${key}"`).join(', ')}, o.id AS "orderId", o.toll_free AS "tollFree"
     FROM port_number n
     JOIN port_order o ON o.partner_id = n.partner_id AND o.id = n.order_id
     JOIN port_request r ON r.partner_id = o.partner_id AND r.id = o.request_id
     JOIN account a ON a.partner_id = o.partner_id AND a.id = o.account_id
     WHERE n.partner_id = $1`,
    [partner.id],
  );
  return rows.map(
    (row) =>
      ({
        ...row,
        orderId: Number(row.orderId),
        focTime: typeof row.focTime === 'string' ? row.focTime.slice(0, 5) : null,
      }) as ReportPageRow,
  );
}

/** Sorts rows as the report is said to, written down once more and as plainly as possible. */
export function sorted(rows: readonly ReportPageRow[], sort: ReportSort | null): ReportPageRow[] {
  return rows.toSorted((a, b) => (sort ? bySort(a, b, sort) : 0) || byDefault(a, b));
}

function bySort(a: ReportPageRow, b: ReportPageRow, { key, direction }: ReportSort): number {
  const [left, right] = [comparable(key, a), comparable(key, b)];
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return compare(left, right) * (direction === 'desc' ? -1 : 1);
}

function byDefault(a: ReportPageRow, b: ReportPageRow): number {
  return (
    compare(b.createdOn ?? '', a.createdOn ?? '') ||
    compare(Number(a.requestId), Number(b.requestId)) ||
    compare(a.orderId, b.orderId) ||
    compare(a.phone, b.phone)
  );
}

function comparable(key: ColumnKey, row: ReportPageRow): string | number | null {
  const value = row[key];
  if (value === null || value === '') return null;
  if (key === 'status') return STATUSES.indexOf(row.status);
  if (key === 'detailedStatus') return WORKFLOW.indexOf(row.detailedStatus);
  if (key === 'priority') return PRIORITIES.indexOf(row.priority);
  if (key === 'notReadyBecause') return Object.keys(NOT_READY).indexOf(String(value));
  if (column(key).kind === 'identifier')
    return `${String(value).length.toString().padStart(3, '0')} ${fold(String(value))}`;
  return column(key).kind === 'text' ? fold(String(value)) : String(value);
}

const WORKFLOW = STATUSES.flatMap((status) => DETAILED_STATUSES.filter((d) => statusOf(d) === status));

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const LOCATIONS = ['Denver HQ', 'denver hq', 'Suite 100%', 'a_b', 'ÄRZTEHAUS', '北京', null, null, null];
const COORDINATORS = ['Ana Abbott', 'ANA ABBOTT', 'İpek', 'Ben\\Brandt', null, null, null];
const REASONS = [
  'PIN required.\nSee bill',
  '=cmd|calc',
  'Call 415-555-0101 first',
  'Rejected on 11/18/2026',
  'Call (212) 555-0199',
  'Waiting',
  null,
  null,
];
const COMPANIES = [
  'Harbor Dental',
  'harbor dental',
  'Acme, "Inc."',
  'Zebra\tCo',
  '@Home',
  '+Plus',
  'ΣΑΣ',
  null,
  '',
  'Maple',
];

async function makeWorldOf(partner: Partner, seed: number): Promise<void> {
  const random = chance(seed);
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T;
  const maybe = <T>(share: number, value: T): T | null => (random() < share ? value : null);
  const day = (from = 0) =>
    new Date(Date.UTC(2025, 5, 1) + (from + Math.floor(random() * 600)) * 86_400_000)
      .toISOString()
      .slice(0, 10);

  for (let i = 0; i < 12; i++) {
    await asOwner('INSERT INTO account VALUES ($1, $2, $3, $4)', [
      partner.id,
      ['7', '70', '7001', 'A-1', 'a-2', 'B.9', '99999', '100000', '555', '41555', 'x_y', '2026'][i],
      maybe(0.8, `User${i % 5}`),
      COMPANIES[i % COMPANIES.length],
    ]);
  }
  const accounts = await asOwner<{ id: string }>('SELECT id FROM account WHERE partner_id = $1 ORDER BY id', [
    partner.id,
  ]);
  const requests: { id: string; account: string }[] = [];
  for (let i = 0; i < 60; i++) {
    const request = { id: String(i < 30 ? 990 + i : 4_155_550_000 + i), account: pick(accounts).id };
    const caseNumber = pick([null, String(4000 + (i % 20)), String(80 + i), `FP-${i}`, 'fp-7', '4155550101']);
    await asOwner('INSERT INTO port_request VALUES ($1, $2, $3, $4)', [
      partner.id,
      request.id,
      request.account,
      caseNumber,
    ]);
    requests.push(request);
  }
  for (let i = 0; i < 140; i++) {
    const request = pick(requests);
    const tollFree = random() < 0.25;
    const detailed = pick(
      DETAILED_STATUSES.filter((d) => DETAILED_FACTS[d].only !== (tollFree ? 'local' : 'toll-free')).filter(
        (d) => !tollFree || !DETAILED_FACTS[d].needsFoc,
      ),
    );
    const foc = tollFree ? null : DETAILED_FACTS[detailed].needsFoc ? day(60) : maybe(0.3, day(60));
    const [order] = await asOwner<{ id: string }>(
      `INSERT INTO port_order (partner_id, request_id, account_id, toll_free, detailed_status, priority, submitted_on,
         estimated_on, foc_on, foc_time, created_on, requested_on, approved_on, location, coordinator, reject_reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) RETURNING id`,
      [
        partner.id,
        request.id,
        request.account,
        tollFree,
        detailed,
        !tollFree && random() < 0.2 ? 'expedite' : 'standard',
        maybe(0.5, day(3)),
        maybe(0.7, day(20)),
        foc,
        foc ? pick(['10:00', '10:00', '13:30', '00:15', null]) : null,
        pick([day(), '2026-03-02', '2026-03-02', null]),
        tollFree ? null : maybe(0.2, day(30)),
        tollFree ? maybe(0.4, day(9)) : null,
        pick(LOCATIONS),
        pick(COORDINATORS),
        pick(REASONS),
      ],
    );
    // Some orders lost all their numbers to another of their request.
    const numbers = pick([0, 1, 1, 2, 3, 5, 9]);
    for (let n = 0; n < numbers; n++) {
      const area = tollFree ? pick(['800', '888', '855']) : pick(['212', '415', '617', '303']);
      const phone = `+1${area}55501${String(Math.floor(random() * 100)).padStart(2, '0')}`;
      await asOwner(
        'INSERT INTO port_number (partner_id, request_id, phone, order_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
        [partner.id, request.id, phone, order?.id],
      );
    }
  }
}

/** Chance that is the same every time. */
function chance(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 1 | state) + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
