import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { ImportRow, RowReading } from '#domain/import/row.ts';
import { reasonOf } from '#domain/import/row.ts';
import { ORDER_COLUMNS } from './order-columns.ts';

/** A record of the file, read. */
export type ReadRecord = { record: number; reading: RowReading };

/**
 * The file's rows, in a table of this transaction alone. A rejected row has its record number, the field, its value and
 * the reason; a good one has no reason, and its facts.
 */
const IMPORT_ROW = `
  CREATE TEMPORARY TABLE import_row (
    record integer NOT NULL, field text, value text, reason text,
    phone text, toll_free boolean, request_id text, account_id text, case_number text, username text, company text,
    ${ORDER_COLUMNS.map(({ column, type }) => `${column} ${type}`).join(', ')}
  ) ON COMMIT DROP`;

/** Reads the rows into \`import_row\`, at the database's pace. Returns how many there were. */
export async function stage(client: pg.ClientBase, rows: AsyncIterable<ReadRecord>): Promise<number> {
  await client.query(IMPORT_ROW);
  let count = 0;
  async function* lines() {
    let block = '';
    for await (const row of rows) {
      count += 1;
      block += copyLine(row);
      if (block.length < BLOCK) continue;
      yield block;
      block = '';
    }
    yield block;
  }
  await pipeline(lines, client.query(copyFrom('COPY import_row FROM STDIN')));
  await client.query('CREATE INDEX ON import_row (record)');
  await client.query('ANALYZE import_row');
  return count;
}

const BLOCK = 64 * 1024;

function copyLine({ record, reading }: ReadRecord): string {
  const values =
    'row' in reading ? goodValues(record, reading.row) : rejectedValues(record, reading.problems);
  return `${values.map(copyText).join('\t')}\n`;
}

function goodValues(record: number, row: ImportRow): (string | null)[] {
  const { phone, order, requestId, accountId, caseNumber, username, company } = row;
  const tollFree = order.type === 'toll-free' ? 't' : 'f';
  const facts = [phone, tollFree, requestId, accountId, caseNumber, username, company];
  return [String(record), null, null, null, ...facts, ...ORDER_COLUMNS.map(({ key }) => order[key])];
}

function rejectedValues(record: number, problems: Extract<RowReading, { problems: unknown }>['problems']) {
  const [first] = problems;
  const facts: null[] = new Array(7 + ORDER_COLUMNS.length).fill(null);
  return [String(record), first?.field ?? 'row', first?.value ?? '', reasonOf(problems), ...facts];
}

/** A value of COPY's text format. */
function copyText(value: string | null): string {
  if (value === null) return '\\N';
  return SPECIAL.test(value) ? value.replace(SPECIALS, (character) => ESCAPES[character] ?? '') : value;
}

const SPECIAL = /[\\\t\n\r\0]/;
const SPECIALS = /[\\\t\n\r\0]/g;
/** Postgres has no NUL: it goes. */
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
