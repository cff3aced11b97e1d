import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { Random } from '../prisma/seed/random.ts';

/**
 * Writes a report of so many rows as CSV, in the source's columns and as untidy as real ones: telephone numbers and dates in
 * several spellings, quoted line breaks, blanks. The same number of rows is always the same file.
 */
export async function writeReport(file: string, rows: number): Promise<void> {
  const random = new Random(rows);
  const out = createWriteStream(file);
  let block = `${HEADER}\n`;
  let phone = 0;
  for (let left = rows, request = 500_000; left > 0; request++) {
    for (const order of makeOrders(random, request)) {
      for (let i = Math.min(order.numbers, left); i > 0; i--, left--) {
        block += row(random, order, makePhone(phone++, order.tollFree));
      }
    }
    if (block.length < BLOCK) continue;
    if (!out.write(block)) await once(out, 'drain');
    block = '';
  }
  out.end(block);
  await finished(out);
}

const BLOCK = 256 * 1024;
const HEADER =
  'Phone number,Original submission date to Carrier,FP Case Number,Request ID,Current Estimated Porting Date (EPD),' +
  'Confirmed Porting Date,"Confirmed Porting Time, PST",Priority,Status,Detailed Status,Account username,' +
  'Account Company Name,Account ID,Location,Coordinator (PC or SIS),Order Creation Date,Customer Requested Date (CRD),' +
  'Order Approved Date (Toll-Free numbers only),Reject reason';

type Order = {
  request: number;
  tollFree: boolean;
  numbers: number;
  status: readonly [string, string];
  /** Days after the first of January 2025. */
  created: number;
  submitted: number | null;
  estimated: number | null;
  foc: number | null;
  approved: number | null;
  reason: string;
};

const LOCAL = {
  'Completed/Completed': 40,
  'Scheduled/Firm order confirmation': 9,
  'Confirmed/Confirmed': 1,
  'Waiting for you/Waiting for LOA': 6,
  'Waiting for You/Additional Info required': 6,
  'Waiting for You/Rejected': 6,
  'In Progress/Submitted': 9,
  'In Progress/Pending carrier response': 10,
  'In Progress/Tentative order acceptance': 3,
  'Canceled/Cancelled': 6,
  'Cancelled/Closed as Incomplete': 4,
};
const TOLL_FREE = {
  'Completed/Completed': 40,
  'In Progress/Accepted': 10,
  'In Progress/Submitted': 30,
  'Canceled/Cancelled': 20,
};
const REASONS = ['Account number mismatch', 'LOA illegible', 'Name mismatch,\nsee "service address"'];

function makeOrders(random: Random, request: number): Order[] {
  const created = random.int(0, 690);
  return Array.from({ length: random.chance(0.35) ? random.int(2, 3) : 1 }, () => {
    const tollFree = random.chance(0.14);
    const [status = '', detailed = ''] = random.weighted<string>(tollFree ? TOLL_FREE : LOCAL).split('/');
    const dated = !tollFree && ['Completed', 'Scheduled', 'Confirmed'].includes(status);
    return {
      request,
      tollFree,
      numbers: random.chance(0.02) ? random.int(40, 160) : random.int(1, 7),
      status: [status, detailed] as const,
      created,
      submitted: tollFree || random.chance(0.4) ? null : created + random.int(1, 6),
      estimated: detailed === 'Waiting for LOA' ? null : created + random.int(8, 24),
      foc: dated ? created + random.int(10, 30) : null,
      approved: detailed === 'Accepted' ? created + random.int(3, 9) : null,
      reason: random.chance(0.1) ? random.pick(REASONS) : '',
    };
  });
}

function row(random: Random, order: Order, phone: string): string {
  const account = 7_000_000 + (order.request % 5_000) * 13;
  const cells = [
    spelledPhone(random, phone),
    spelledDate(random, order.submitted),
    String(3_500_000 + order.request),
    String(order.request),
    spelledDate(random, order.estimated),
    spelledDate(random, order.foc),
    order.foc === null ? '' : '10:00 AM',
    'Standard',
    ...order.status,
    `user${account}`,
    `Company ${account} & Sons, Inc.`,
    String(account),
    '',
    '',
    spelledDate(random, order.created),
    '',
    spelledDate(random, order.approved),
    order.reason,
  ];
  return `${cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}

const LOCAL_AREAS = ['212', '303', '415', '512', '617', '702', '808', '904'];
const TOLL_FREE_AREAS = ['800', '833', '844', '855', '866', '877', '888'];

/** Ten digits; no two alike in eight million. */
function makePhone(n: number, tollFree: boolean): string {
  const areas = tollFree ? TOLL_FREE_AREAS : LOCAL_AREAS;
  const line = Math.floor(n / areas.length);
  return `${areas[n % areas.length]}${200 + (Math.floor(line / 10_000) % 800)}${String(line % 10_000).padStart(4, '0')}`;
}

function spelledPhone(random: Random, phone: string): string {
  const [area, exchange, line] = [phone.slice(0, 3), phone.slice(3, 6), phone.slice(6)];
  switch (random.int(0, 4)) {
    case 0:
      return `+1${phone}`;
    case 1:
      return `(${area}) ${exchange}-${line}`;
    case 2:
      return `${area}.${exchange}.${line}`;
    case 3:
      return `1${phone}`;
    default:
      return phone;
  }
}

function spelledDate(random: Random, days: number | null): string {
  if (days === null) return '';
  const day = new Date(Date.UTC(2025, 0, 1 + days));
  if (random.chance(0.4)) return day.toISOString().slice(0, 10);
  const american = `${day.getUTCMonth() + 1}/${day.getUTCDate()}/${day.getUTCFullYear()}`;
  return random.chance(0.5) ? american : `${american} 12:00:00 AM`;
}
