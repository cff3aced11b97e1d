import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { ImportImpossible } from '#domain/import/import-impossible.ts';
import { csvOptions, type Delimiter } from './csv-options.ts';
import { detectDelimiter } from './delimiter.ts';
import type { FileRecord, Table } from './table.ts';
import { requireUtf8, UTF8_BOM } from './utf8.ts';

/** A CSV file, of which `head` are the first bytes, as a table. */
export function openCsv(file: string, head: Buffer): Table {
  const delimiter = detectDelimiter(head);
  return {
    records: () => readRecords(file, delimiter),
    delimiter,
    bom: head.subarray(0, UTF8_BOM.length).equals(UTF8_BOM),
    dates1904: false,
  };
}

async function* readRecords(file: string, delimiter: Delimiter): AsyncGenerator<FileRecord, void, undefined> {
  const name = path.basename(file);
  const bytes = createReadStream(file, { highWaterMark: 256 * 1024 });
  const parser = parse(csvOptions(delimiter));
  // Whatever ends one of them, an error or a reader who has enough, ends all; the error comes out of the loop below.
  pipeline(Readable.from(requireUtf8(bytes, name)), parser, () => undefined);
  let number = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1;
      yield { number, cells };
    }
  } catch (error) {
    throw error instanceof CsvError ? new ImportImpossible(explain(error, name)) : error;
  }
}

function explain(error: CsvError, name: string): string {
  const where = `Record ${Number(error.records ?? 0) + 1} of ${name}`;
  switch (String(error.code)) {
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return `${where} opens a quote that is never closed.`;
    case 'CSV_INVALID_CLOSING_QUOTE':
      return `${where} has something after a closing quote: inside a quoted value, a quote is written twice.`;
    case 'INVALID_OPENING_QUOTE':
      return `${where} has a quote in the midst of a value: such a value is put in quotes, and its own are written twice.`;
    default:
      return `${where} cannot be read (${error.message}).`;
  }
}
