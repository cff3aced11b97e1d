import path from 'node:path';
import { type ImportResult, importReport } from '#data/imports/import-report.ts';
import type { PartnerWanted } from '#data/imports/partner.ts';
import type { Rejection } from '#data/imports/rejections.ts';
import type { ReadRecord } from '#data/imports/staging.ts';
import { fileHash } from '#documents/reading/file-hash.ts';
import { type FileRecord, openTable, type Table } from '#documents/reading/table.ts';
import { writeRejects } from '#documents/reading/write-rejects.ts';
import { cellText } from '#domain/import/cell.ts';
import {
  HEADER_WITHIN,
  type Header,
  headerProblem,
  isHeader,
  recogniseHeader,
} from '#domain/import/header.ts';
import { ImportImpossible } from '#domain/import/import-impossible.ts';
import { holdsRules, isBlank, readRow, recordTexts } from '#domain/import/row.ts';
import type { Viewer } from '#domain/viewer.ts';
import { placeRejects, type RejectsWanted } from './rejects-file.ts';

export type ImportOptions = {
  file: string;
  partner: PartnerWanted;
  dryRun: boolean;
  rejects: RejectsWanted;
  /** How much a workbook may hold once it is inflated; no end to it when it is not said. */
  mostBytes?: number;
  onHeader?: (header: Header) => void;
  onProgress?: (progress: ImportProgress) => void;
};

export type ImportProgress =
  | { step: 'waiting' | 'comparing' | 'writing' | 'tidying' }
  | { step: 'reading'; rows: number };

export type FileImported = ImportResult & {
  header: Header;
  /** Rows with nothing in them, and lines above the header: neither counts as read. */
  blank: number;
  aboveHeader: number;
  /** The first of the rejected rows. */
  rejections: Rejection[];
  /** Where all of them are; null when there are none, or no file was wanted or could be written. */
  rejectsFile: string | null;
};

/** As many rejected rows are told one by one. */
export const REJECTIONS_TOLD = 100;

/**
 * Imports a CSV or XLSX file into a partner's orders, all of it or nothing, and writes the rows that were rejected to a
 * file. Throws ImportImpossible, with a sentence, when nothing could be imported at all.
 */
export async function importFile(viewer: Viewer, options: ImportOptions): Promise<FileImported> {
  const { file, partner, dryRun, onProgress = () => undefined } = options;
  const rejects = await placeRejects(file, options.rejects);
  const table = await openTable(file, { mostBytes: options.mostBytes });
  const reading = await findHeader(table, path.basename(file));
  const { header } = reading;
  options.onHeader?.(header);
  const rejections: Rejection[] = [];
  try {
    const result = await importReport(viewer, {
      partner,
      file: { name: path.basename(file), sha256: await fileHash(file) },
      given: header.given,
      rows: readRows(reading, table, onProgress),
      dryRun,
      onRejections: async (all) => {
        const rejected = noting(all, rejections);
        if (rejects.file !== null) await writeRejects(rejects.file, { table, header, rejected });
        else for await (const _ of rejected);
      },
      onWait: () => onProgress({ step: 'waiting' }),
      onStep: (step) => onProgress({ step }),
    });
    const { blank, aboveHeader } = reading;
    return {
      ...result,
      header,
      blank,
      aboveHeader,
      rejections,
      rejectsFile: await rejects.keep(result.rejected),
    };
  } finally {
    await rejects.discard();
  }
}

type Reading = {
  header: Header;
  /** What follows the header. */
  records: AsyncGenerator<FileRecord, void, undefined>;
  name: string;
  aboveHeader: number;
  blank: number;
};

async function findHeader(table: Table, name: string): Promise<Reading> {
  const records = table.records();
  const above: string[][] = [];
  while (above.length < HEADER_WITHIN) {
    const next = await records.next();
    if (next.done) break;
    const cells = next.value.cells.map((cell) => cellText(cell, null, false));
    if (isHeader(cells)) return withHeader(cells, { records, name, aboveHeader: above.length, blank: 0 });
    above.push(cells);
  }
  await records.return();
  const first = above.find((cells) => !isBlank(cells));
  if (!first) throw new ImportImpossible(`${name} has no rows.`);
  return withHeader(first, { records, name, aboveHeader: 0, blank: 0 });
}

async function withHeader(cells: string[], reading: Omit<Reading, 'header'>): Promise<Reading> {
  const header = recogniseHeader(cells);
  const problem = headerProblem(header);
  if (problem === null) return { ...reading, header };
  await reading.records.return();
  throw new ImportImpossible(problem);
}

const PROGRESS_EVERY = 5_000;

async function* readRows(
  reading: Reading,
  { dates1904 }: Table,
  onProgress: (progress: ImportProgress) => void,
): AsyncGenerator<ReadRecord, void, undefined> {
  const { header, records, name } = reading;
  const rules = holdsRules(header.given);
  let rows = 0;
  for await (const { number, cells } of records) {
    if (isBlank(cells)) {
      reading.blank += 1;
      continue;
    }
    rows += 1;
    if (rows % PROGRESS_EVERY === 0) onProgress({ step: 'reading', rows });
    yield { record: number, reading: readRow(recordTexts(cells, header, dates1904), rules) };
  }
  if (rows === 0) throw new ImportImpossible(`${name} has a header and no rows below it.`);
}

async function* noting(
  all: AsyncIterable<Rejection>,
  noted: Rejection[],
): AsyncGenerator<Rejection, void, undefined> {
  for await (const rejection of all) {
    if (noted.length < REJECTIONS_TOLD) noted.push(rejection);
    yield rejection;
  }
}
