import { countedRows } from '../counted-rows.ts';
import type { ReportWriter } from '../report-document.ts';
import { utf8Rows } from '../utf8-chunks.ts';
import { type ZipEntry, zipArchive } from '../zip/zip-archive.ts';
import { docxShell } from './docx-shell.ts';
import { tableRowWriter } from './table-rows.ts';

/** zlib's level: measured in the decision record on documents. */
const LEVEL = 1;

/** The report as a Word document: docx's shell, rows streamed into its tables. See ReportWriter. */
export const writeDocx: ReportWriter = async function* (facts, columns, rows, signal, onRows) {
  const shell = await docxShell(facts, columns);
  const writeRows = tableRowWriter(columns, shell);
  const source = countedRows(facts, rows, signal, onRows);

  async function* documentPart(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(shell.head);
    for await (const batch of source) yield* utf8Rows(batch, writeRows);
    yield Buffer.from(shell.tail);
  }
  function* entries(): Generator<ZipEntry> {
    yield* shell.files.map(({ name, bytes }) => ({ name, bytes: [bytes] }));
    yield { name: 'word/document.xml', bytes: documentPart() };
  }
  try {
    yield* zipArchive(entries(), LEVEL);
  } finally {
    await source.return();
  }
};
