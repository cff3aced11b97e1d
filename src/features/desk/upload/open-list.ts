import path from 'node:path';
import { openTable } from '#documents/reading/table.ts';
import { CARRIER_FIELD_FACTS, CARRIER_FIELDS } from '#domain/carrier-list/fields.ts';
import {
  type CarrierMapping,
  headerLabels,
  knownHeaders,
  REFUSED_LABEL,
} from '#domain/carrier-list/mapping.ts';
import { MOST_ROWS } from '#domain/carrier-list/outcome.ts';
import { type RowReading, type RowTexts, readCarrierRow } from '#domain/carrier-list/row.ts';
import type { ColumnKind } from '#domain/columns.ts';
import { type Cell, cellText } from '#domain/import/cell.ts';
import { HEADER_WITHIN } from '#domain/import/header.ts';
import { ImportImpossible } from '#domain/import/import-impossible.ts';
import { isBlank } from '#domain/import/row.ts';
import { parsePhoneNumber } from '#domain/phone-number.ts';

/** Bytes of a workbook once it is inflated, and characters of all cells of a list. */
const MOST_INFLATED = 100_000_000;
const MOST_TEXT = 60_000_000;
const MOST_COLUMNS = 200;
/** Spreadsheets end in rows of nothing; there is an end to that too. */
const MOST_BLANK = 200_000;
/** Postgres counts rows in 31 bits, and a workbook numbers its own. */
const LAST_RECORD = 2_000_000_000;

/** A row below the header, its cells as they stand there. */
type Row = { record: number; cells: readonly Cell[] };

/** A list of which the header is known. `rows` reads it from the beginning, as often as it is called. */
export type OpenList = { headers: string[]; dates1904: boolean; rows: () => AsyncGenerator<Row> };

/** A row as it was read under a mapping. */
export type ReadRow = { record: number; cells: string[]; reading: RowReading };

/**
 * Opens a carrier's list and finds its header among the first rows; a list whose first row has a telephone number has none,
 * and its columns are numbered. Throws ImportImpossible, with a sentence, for what is no list; so do its rows.
 */
export async function openList(file: string): Promise<OpenList> {
  const name = path.basename(file);
  const table = await openTable(file, { mostBytes: MOST_INFLATED });
  const first: { record: number; cells: string[] }[] = [];
  const records = table.records();
  for await (const { number, cells } of records) {
    if (!isBlank(cells))
      first.push({ record: number, cells: cells.map((cell) => cellText(cell, null, false)) });
    if (first.length === HEADER_WITHIN || number > HEADER_WITHIN) break;
  }
  const header = headerAmong(first.map(({ cells }) => cells));
  const top = first[header.at];
  if (!top) throw new ImportImpossible(`${name} has no rows.`);
  const width = top.cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (width > MOST_COLUMNS) throw new ImportImpossible(`${name} has more than ${MOST_COLUMNS} columns.`);
  const labels = headerLabels(top.cells.slice(0, width).map((cell) => (header.named ? cell : '')));
  const after = header.named ? top.record : top.record - 1;
  return {
    headers: labels,
    dates1904: table.dates1904,
    rows: () => bounded(table.records(), after, name),
  };
}

/** Reads the rows of a list under a mapping, in the order of the file. */
export async function* readRows(list: OpenList, mapping: CarrierMapping): AsyncGenerator<ReadRow> {
  const { headers, dates1904 } = list;
  const fields = CARRIER_FIELDS.filter((field) => mapping[field] !== undefined);
  const places = fields.map((field) => ({ field, at: headers.indexOf(mapping[field] ?? '') }));
  const kinds = new Map<number, ColumnKind>(
    places.map(({ field, at }) => [at, CARRIER_FIELD_FACTS[field].kind]),
  );
  let text = 0;
  for await (const { record, cells: given } of list.rows()) {
    const cells = headers.map((_, i) =>
      cellText(given[i], kinds.get(i) ?? null, dates1904).replaceAll('\0', ''),
    );
    text += cells.reduce((sum, cell) => sum + cell.length, 0);
    if (text > MOST_TEXT) throw new ImportImpossible('The list holds more text than a list of updates has.');
    const beyond = given.slice(headers.length).some((cell) => String(cell).trim() !== '');
    const texts: RowTexts = Object.fromEntries(places.map(({ field, at }) => [field, cells[at] ?? '']));
    yield { record, cells, reading: beyond ? TOO_WIDE : readCarrierRow(texts) };
  }
}

const TOO_WIDE: RowReading = {
  names: null,
  says: null,
  because: 'The row has more cells than the header. A value with a delimiter in it needs quotes.',
};

/** Where the header is, and whether it is one: the row that names most of what we know, else the first. */
function headerAmong(rows: readonly string[][]): { at: number; named: boolean } {
  const scores = rows.map((cells) => (hasPhone(cells) ? -1 : knownHeaders(cells)));
  const best = Math.max(0, ...scores);
  const at = best > 0 ? scores.indexOf(best) : 0;
  return { at, named: !hasPhone(rows[at] ?? []) };
}

function hasPhone(cells: readonly string[]): boolean {
  return cells.some((cell) => parsePhoneNumber(cell) !== null);
}

async function* bounded(
  records: AsyncIterable<{ number: number; cells: readonly Cell[] }>,
  after: number,
  name: string,
): AsyncGenerator<Row> {
  let rows = 0;
  let blank = 0;
  let last = 0;
  for await (const { number, cells } of records) {
    if (number <= last || number > LAST_RECORD) {
      throw new ImportImpossible(`${name} is damaged and cannot be read (its rows are out of order).`);
    }
    last = number;
    if (number <= after) continue;
    if (isBlank(cells)) {
      blank += 1;
      if (blank > MOST_BLANK)
        throw new ImportImpossible(`${name} has more than ${words(MOST_BLANK)} blank rows.`);
      continue;
    }
    rows += 1;
    if (rows > MOST_ROWS) {
      throw new ImportImpossible(
        `${name} has more than ${words(MOST_ROWS)} rows: split it into several lists.`,
      );
    }
    yield { record: number, cells };
  }
  if (rows === 0) throw new ImportImpossible(`${name} has a header and no rows below it.`);
}

function words(n: number): string {
  return n.toLocaleString('en-US');
}

/** The headers that a person is asked about: what a file of refused rows added is none. */
export function askedHeaders(headers: readonly string[]): string[] {
  return headers.filter((header) => header !== REFUSED_LABEL);
}
