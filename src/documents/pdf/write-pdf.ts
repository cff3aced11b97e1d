import { countedRows } from '../counted-rows.ts';
import type { ReportWriter } from '../report-document.ts';
import { ReportPages } from './report-pages.ts';

/** Up to so many rows, cells are tagged for assistive technology; beyond it the file would grow by half. */
const TAGGED_ROWS = 2_000;

/**
 * The report as a PDF: the facts on the first page, then the table, its header and "Page x of y" on each page. Pages
 * are laid out one at a time; cells wrap and rows grow, so nothing is cut off. See ReportWriter.
 */
export const writePdf: ReportWriter = async function* (facts, columns, rows, signal, onRows) {
  const pages = new ReportPages(facts, columns, facts.rows <= TAGGED_ROWS);
  const source = countedRows(facts, rows, signal, onRows);
  const head = await pages.file.ready();
  if (head) yield head;
  for await (const batch of source) {
    for (const row of batch) {
      if (pages.add(row)) {
        const bytes = await pages.file.ready();
        if (bytes) yield bytes;
      }
    }
  }
  const rest = await pages.finish();
  if (rest) yield rest;
};
