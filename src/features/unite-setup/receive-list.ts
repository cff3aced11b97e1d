import 'server-only';
import type { NextRequest } from 'next/server';
import { openTable } from '#documents/reading/table.ts';
import { cellText } from '#domain/import/cell.ts';
import { ImportImpossible } from '#domain/import/import-impossible.ts';
import { LIST_SIZE, parsePastedNumbers } from '#domain/pasted-numbers.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { receiveFile } from '#server/received-file.ts';
import { refuse } from '#server/route.ts';
import { LARGEST_LIST, listTooLarge } from './urls.ts';

/** What a list holds, one entry a line, also what is no number. */
export type ListReceived = { text: string; entries: number };

/**
 * Reads a list of numbers from a CSV or XLSX file: the request's body is the file, `?name=` its name. Nothing is kept: what it
 * says goes into the box. Answers with 400 and one sentence when there is nothing to read.
 */
export async function receiveList(viewer: Viewer, request: NextRequest): Promise<Response> {
  demand(viewer, 'setups.change');
  const name = request.nextUrl.searchParams.get('name') ?? '';
  const file = await receiveFile(request, name, LARGEST_LIST);
  if (!file) return refuse(listTooLarge(name));
  try {
    const entries = await readList(file.path, file.name);
    return Response.json({ text: entries.join('\n'), entries: entries.length } satisfies ListReceived);
  } catch (error) {
    if (error instanceof ImportImpossible) return refuse(error.message);
    throw error;
  } finally {
    await file.discard();
  }
}

/** Much more than a list of twenty thousand numbers ever inflates to. */
const INFLATED = 60_000_000;
const WIDEST = 100;

/** The values of the column that holds the most numbers; in the other columns are names and dates. */
async function readList(path: string, name: string): Promise<string[]> {
  const table = await openTable(path, { mostBytes: INFLATED });
  const columns: string[][] = [];
  const numbers: number[] = [];
  let records = 0;
  for await (const { cells } of table.records()) {
    records += 1;
    if (records > LIST_SIZE + 1)
      throw new ImportImpossible(`${name} has more than ${LIST_SIZE.toLocaleString('en-US')} rows: part it.`);
    for (const [i, cell] of cells.slice(0, WIDEST).entries()) {
      const text = cellText(cell, null, false).trim().slice(0, 200);
      if (text === '') continue;
      columns[i] ??= [];
      columns[i].push(text);
      if (parsePastedNumbers(text).some(({ phone }) => phone !== null)) numbers[i] = (numbers[i] ?? 0) + 1;
    }
  }
  const most = Math.max(0, ...numbers.filter((n) => n !== undefined));
  const column = columns[numbers.indexOf(most)];
  if (most === 0 || !column) throw new ImportImpossible(`No column of ${name} holds telephone numbers.`);
  // The first row names the column, more often than not.
  return column.filter((text, i) => i > 0 || /\d/.test(text));
}
