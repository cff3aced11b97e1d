import { parse } from 'csv-parse/sync';
import { HEADER_WITHIN, recognisedCells } from '#domain/import/header.ts';
import { csvOptions, type Delimiter } from './csv-options.ts';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];

/**
 * The delimiter under which the first records of a file name most columns of the report. When none names any, the one that
 * parts every record of them most; a comma when none does.
 */
export function detectDelimiter(head: Buffer): Delimiter {
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, ...scoreOf(head, delimiter) }));
  return scored.reduce((best, next) => {
    if (next.named !== best.named) return next.named > best.named ? next : best;
    return next.cells > best.cells ? next : best;
  }).delimiter;
}

/** The most columns that a record names, and how many cells each record has at least. */
function scoreOf(head: Buffer, delimiter: Delimiter): { named: number; cells: number } {
  let named = 0;
  let cells = Number.POSITIVE_INFINITY;
  const note = (record: string[]) => {
    named = Math.max(named, recognisedCells(record));
    if (record.some((cell) => cell.trim() !== '')) cells = Math.min(cells, record.length);
    return record;
  };
  try {
    parse(head, { ...csvOptions(delimiter), to: HEADER_WITHIN, on_record: note });
  } catch {
    // The head ends anywhere, also inside quotes: what came before it counts. A real fault shows when the file is read.
  }
  // One cell is what a record has that holds no such delimiter.
  return { named, cells: cells === 1 || !Number.isFinite(cells) ? 0 : cells };
}
