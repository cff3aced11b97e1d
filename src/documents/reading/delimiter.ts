import { parse } from 'csv-parse/sync';
import { HEADER_WITHIN, recognisedCells } from '#domain/import/header.ts';
import { csvOptions, type Delimiter } from './csv-options.ts';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];

/** The delimiter under which the first records of a file name most columns of the report; a comma when none names any. */
export function detectDelimiter(head: Buffer): Delimiter {
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: bestRecord(head, delimiter) }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

function bestRecord(head: Buffer, delimiter: Delimiter): number {
  let best = 0;
  const note = (record: string[]) => {
    best = Math.max(best, recognisedCells(record));
    return record;
  };
  try {
    parse(head, { ...csvOptions(delimiter), to: HEADER_WITHIN, on_record: note });
  } catch {
    // The head ends anywhere, also inside quotes: what came before it counts. A real fault shows when the file is read.
  }
  return best;
}
