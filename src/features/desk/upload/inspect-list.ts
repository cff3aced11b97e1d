import path from 'node:path';
import type { Cell } from '#domain/import/cell.ts';
import { ImportImpossible } from '#domain/import/import-impossible.ts';
import { parsePhoneNumber } from '#domain/phone-number.ts';
import { type OpenList, openList } from './open-list.ts';

/** What a list is: the names of its columns, and how many rows it has. */
export type ListFacts = { headers: string[]; records: number };

/**
 * Reads a list to its end, so that whatever is wrong with the file is said when it is uploaded. Throws ImportImpossible for
 * one that is damaged, has no rows, or no column that could name an order.
 */
export async function inspectList(file: string): Promise<ListFacts> {
  const list = await openList(file);
  const name = path.basename(file);
  if (list.headers.length < 2) {
    throw new ImportImpossible(
      `${name} has one column: a list needs one that names numbers or orders, and one that says what is new.`,
    );
  }
  let records = 0;
  let naming = false;
  for await (const { cells } of list.rows()) {
    records += 1;
    naming ||= cells.some(couldName);
  }
  if (!naming)
    throw new ImportImpossible(`No column of ${name} holds a phone number, an order or a request ID.`);
  return { headers: list.headers, records };
}

/** How many values of each column are shown to whoever maps it. */
const SAMPLES = 3;
const LOOKED_AT = 200;

/** The first values of each column that are not blank, as the file has them. */
export async function sampleList(list: OpenList): Promise<Cell[][]> {
  const samples: Cell[][] = list.headers.map(() => []);
  let seen = 0;
  for await (const { cells } of list.rows()) {
    for (const [i, sample] of samples.entries()) {
      const cell = cells[i] ?? '';
      const value = typeof cell === 'string' ? cell.trim().slice(0, 60) : cell;
      if (value !== '' && sample.length < SAMPLES && !sample.includes(value)) sample.push(value);
    }
    seen += 1;
    if (seen === LOOKED_AT || samples.every((sample) => sample.length === SAMPLES)) break;
  }
  return samples;
}

function couldName(cell: Cell): boolean {
  const text = String(cell).trim();
  return parsePhoneNumber(text) !== null || /^(?:order|request)?\s*#?\d{1,18}$/i.test(text);
}
