import type { RowBatch } from '#documents/report-document.ts';
import { DETAILED_FACTS, DETAILED_STATUSES } from '#domain/status.ts';

const COMPANIES = [
  'Harborlight Communications',
  'Cedar Hardware Inc.',
  'Blue Ridge Dental Group',
  'Ωμέγα Τηλεπικοινωνίες',
  'Живая Вода',
  'Łódź Köln & Søn A/S',
  'Marlow & Finch LLP',
  'Lakeside Pediatrics',
];
const REASONS = [
  'Account number mismatch',
  'Name on LOA does not match the customer record; billing telephone number incorrect',
  'PIN required',
  'Pending order on the account: the losing carrier has another order that must complete first',
];
const BATCH = 500;
const NUMBERS_AN_ORDER = 5;

/** So many rows of the 19 fields, five numbers an order, half of the texts in other scripts than ASCII alone. */
export async function* madeUpBatches(rows: number): AsyncGenerator<RowBatch> {
  for (let first = 0; first < rows; first += BATCH) {
    yield Array.from({ length: Math.min(BATCH, rows - first) }, (_, i) => madeUpRow(first + i));
  }
}

function madeUpRow(i: number): (string | null)[] {
  const order = Math.floor(i / NUMBERS_AN_ORDER);
  const detailed = DETAILED_STATUSES[order % DETAILED_STATUSES.length] ?? 'submitted';
  const { status } = DETAILED_FACTS[detailed];
  const dated = status === 'scheduled' || status === 'confirmed' || status === 'completed';
  return [
    `+1${2_000_000_000 + ((i * 7919) % 7_999_999_999)}`,
    order % 3 === 0 ? null : day(order),
    String(4_000_000 + order),
    String(500_000 + Math.floor(order / 2)),
    day(order + 3),
    dated ? day(order + 5) : null,
    dated ? '10:00:00' : null,
    order % 9 === 0 ? 'expedite' : 'standard',
    status,
    detailed,
    `user${order % 5_000}`,
    COMPANIES[order % COMPANIES.length] ?? null,
    String(7_000_000 + (order % 5_000)),
    order % 4 === 0 ? `Site ${order % 7}` : null,
    order % 6 === 0 ? 'Dana Whitfield' : null,
    day(order),
    null,
    order % 11 === 0 ? day(order + 2) : null,
    detailed === 'rejected' ? (REASONS[order % REASONS.length] ?? null) : null,
  ];
}

function day(n: number): string {
  return `2026-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
}
