import type pg from 'pg';
import type { CalendarDate } from '#domain/calendar-date.ts';
import type { ClockTime } from '#domain/clock-time.ts';
import { holdsRules, ruleProblem } from '#domain/import/row.ts';
import type { OrderFields } from '#domain/order-rules.ts';
import type { Priority } from '#domain/priority.ts';
import { DETAILED_FACTS, type DetailedStatus } from '#domain/status.ts';
import { ROW_TYPES } from '../connection.ts';
import { ORDER_COLUMNS, orderColumns } from './order-columns.ts';
import type { ImportTransaction } from './transaction.ts';

/**
 * A column that the file does not have says nothing: the rows take what their numbers have already. The rules that could
 * not be held while reading are held on what came of it.
 */
export async function fillAbsentColumns(transaction: ImportTransaction): Promise<void> {
  const { client, partnerId, given } = transaction;
  const absent = ORDER_COLUMNS.filter(({ key }) => !given.has(key)).map(({ column }) => column);
  if (absent.length === 0) return;
  await client.query(
    `UPDATE import_row r SET ${absent.map((column) => `${column} = o.${column}`).join(', ')}
     FROM port_number n JOIN port_order o ON o.partner_id = n.partner_id AND o.id = n.order_id
     WHERE n.partner_id = $1 AND n.request_id = r.request_id AND n.phone = r.phone AND r.reason IS NULL`,
    [partnerId],
  );
  if (!holdsRules(given)) await rejectBrokenRules(client);
}

const PORTION = 5_000;

async function rejectBrokenRules(client: pg.ClientBase): Promise<void> {
  await client.query(`
    DECLARE filled NO SCROLL CURSOR FOR
    SELECT record, toll_free, ${orderColumns()} FROM import_row WHERE reason IS NULL`);
  for (;;) {
    const { rows } = await client.query<FilledRow>({
      text: `FETCH ${PORTION} FROM filled`,
      types: ROW_TYPES,
    });
    if (rows.length === 0) break;
    await reject(client, rows.flatMap(brokenBy));
  }
  await client.query('CLOSE filled');
}

type FilledRow = { record: number; toll_free: boolean } & Record<string, string | null>;
type Broken = { record: number; field: string; value: string; reason: string };

function brokenBy(row: FilledRow): Broken[] {
  const order = orderOf(row);
  const { detailedStatus, type, ...fields } = order;
  const facts = Object.entries(fields).map(([key, value]) => [key, value ?? '']);
  const texts = { ...Object.fromEntries(facts), detailedStatus: DETAILED_FACTS[detailedStatus].label };
  const problem = ruleProblem(order, texts);
  return problem ? [{ record: row.record, ...problem }] : [];
}

function orderOf(row: FilledRow): OrderFields {
  return {
    type: row.toll_free ? 'toll-free' : 'local',
    detailedStatus: row.detailed_status as DetailedStatus,
    priority: row.priority as Priority,
    submittedOn: row.submitted_on as CalendarDate | null,
    estimatedOn: row.estimated_on as CalendarDate | null,
    focOn: row.foc_on as CalendarDate | null,
    focTime: (row.foc_time?.slice(0, 5) ?? null) as ClockTime | null,
    createdOn: row.created_on as CalendarDate | null,
    requestedOn: row.requested_on as CalendarDate | null,
    approvedOn: row.approved_on as CalendarDate | null,
    location: row.location ?? null,
    coordinator: row.coordinator ?? null,
    rejectReason: row.reject_reason ?? null,
  };
}

async function reject(client: pg.ClientBase, broken: Broken[]): Promise<void> {
  if (broken.length === 0) return;
  await client.query(
    `UPDATE import_row r SET field = b.field, value = b.value, reason = b.reason
     FROM jsonb_to_recordset($1::jsonb) AS b(record integer, field text, value text, reason text)
     WHERE r.record = b.record`,
    [JSON.stringify(broken)],
  );
}
