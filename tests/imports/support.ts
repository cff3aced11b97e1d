import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { closeConnections } from '#data/connection.ts';
import { systemActor } from '#data/system-actor.ts';
import { COLUMN_KEYS, column, type FieldKey } from '#domain/columns.ts';
import { type FileImported, type ImportOptions, importFile } from '#features/import/import-file.ts';
import { asOwner } from '../support/owner.ts';

export type Row = Partial<Record<FieldKey, string>> & { phone: string };

/** A row that needs nothing more, with what is given put in place. */
export function row(phone: string, given: Partial<Record<FieldKey, string>> = {}): Row {
  return { requestId: '500001', accountId: '7001', detailedStatus: 'Submitted', ...given, phone };
}

/** Fictitious numbers, as many as are asked for. */
export function phones(count: number, area = '415'): string[] {
  return Array.from({ length: count }, (_, i) => `+1${area}555${String(100 + i).padStart(4, '0')}`);
}

/** Rows as CSV with the columns named; all 19 unless told otherwise. */
export function csvOf(rows: readonly Row[], keys: readonly FieldKey[] = COLUMN_KEYS): string {
  const lines = [
    keys.map((key) => column(key).label),
    ...rows.map((one) => keys.map((key) => one[key] ?? '')),
  ];
  return lines
    .map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`)
    .join('');
}

const folders: string[] = [];

afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
  await closeConnections();
});

/** A file in a folder of its own; both go when the tests of the file have ended. */
export async function fileWith(content: string | Uint8Array, name = 'report.csv'): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'import-'));
  folders.push(folder);
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

/** All that comes, once it has come. */
export async function all<T>(from: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of from) items.push(item);
  return items;
}

type Partner = { id: number; slug: string };

/** Imports a file for a partner, as the command does. */
export function importInto(
  partner: Partner,
  file: string,
  options: Partial<ImportOptions> = {},
): Promise<FileImported> {
  return importFile(systemActor('import'), {
    file,
    partner: { slug: partner.slug, createAs: null },
    dryRun: false,
    rejects: 'nowhere',
    ...options,
  });
}

/** Imports rows for a partner, and says in one line what came of them. */
export async function importRows(
  partner: Partner,
  rows: readonly Row[],
  keys?: readonly FieldKey[],
): Promise<string> {
  return summary(await importInto(partner, await fileWith(csvOf(rows, keys))));
}

export function summary({ read, imported, unchanged, rejected }: FileImported): string {
  return `${read} = ${imported} imported + ${unchanged} unchanged + ${rejected} rejected`;
}

export type OrderNow = {
  id: number;
  request: string;
  account: string;
  status: string;
  foc: string | null;
  version: number;
  count: number;
  phones: string[];
};

/** The orders of a partner with their numbers, oldest first. */
export async function ordersOf(partner: Partner): Promise<OrderNow[]> {
  return asOwner<OrderNow>(
    `SELECT o.id::int, o.request_id AS request, o.account_id AS account, o.detailed_status::text AS status,
       to_char(o.foc_on, 'YYYY-MM-DD') AS foc, o.version, o.number_count AS count,
       coalesce(array_agg(n.phone ORDER BY n.phone) FILTER (WHERE n.phone IS NOT NULL), '{}') AS phones
     FROM port_order o LEFT JOIN port_number n ON n.partner_id = o.partner_id AND n.order_id = o.id
     WHERE o.partner_id = $1 GROUP BY o.partner_id, o.id ORDER BY o.id`,
    [partner.id],
  );
}

export type EventNow = {
  order: number;
  kind: string;
  actor: string;
  changes: { field: string; from: unknown; to: unknown }[];
  note: string | null;
  visible: boolean;
};

/** The events of a partner after the one of this id, in their order. */
export async function eventsOf(partner: Partner, after = 0): Promise<EventNow[]> {
  return asOwner<EventNow>(
    `SELECT order_id::int AS order, kind, actor, changes, note, visible_to_partner AS visible
     FROM order_event WHERE partner_id = $1 AND id > $2 ORDER BY order_id, id`,
    [partner.id, after],
  );
}

/** The id of the newest event there is. */
export async function lastEvent(): Promise<number> {
  const [newest] = await asOwner<{ id: number }>('SELECT coalesce(max(id), 0)::int AS id FROM order_event');
  return newest?.id ?? 0;
}

/** Every row version of a partner: an update that changes nothing would show. */
export async function rowVersions(partner: Partner): Promise<string[]> {
  const tables = ['account', 'port_request', 'port_order', 'port_number', 'order_event'];
  const versions = tables.map(
    (table) =>
      `SELECT '${table}' || t.ctid::text || t.xmin::text AS v FROM ${table} t WHERE t.partner_id = $1`,
  );
  const rows = await asOwner<{ v: string }>(`${versions.join(' UNION ALL ')} ORDER BY 1`, [partner.id]);
  return rows.map(({ v }) => v);
}
