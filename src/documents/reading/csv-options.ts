import type { Options } from 'csv-parse';

export type Delimiter = ',' | ';' | '\t';

/** A quote that never closes makes one record of the rest of the file. */
const LONGEST_RECORD = 1_000_000;

/** How CSV is read here. Quotes are held to their rules: a stray one would swallow the rows that follow. */
export function csvOptions(delimiter: Delimiter): Options {
  return {
    bom: true,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: LONGEST_RECORD,
  };
}
