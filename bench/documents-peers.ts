import { PassThrough, type Writable } from 'node:stream';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import ExcelJS from 'exceljs';
import PDFDocument from 'pdfkit';
import { shown } from '#documents/shown.ts';
import { FIELDS } from '#domain/columns.ts';
import { madeUpBatches } from './documents-rows.ts';

/** The same rows through exceljs's own streaming writer: dates as dates, all else as text. */
export async function exceljsStream(rows: number, sink: Writable): Promise<void> {
  const stream = new PassThrough();
  stream.on('data', (chunk) => sink.write(chunk));
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = workbook.addWorksheet('Report');
  sheet.columns = FIELDS.map((column) => ({
    header: column.label,
    style: { numFmt: column.kind === 'date' ? 'd mmm yyyy' : '@' },
  }));
  for await (const batch of madeUpBatches(rows)) {
    for (const row of batch) sheet.addRow(cellValues(row)).commit();
  }
  sheet.commit();
  await workbook.commit();
}

/** The same rows as a table of docx, packed. */
export async function docxPacker(rows: number, sink: Writable): Promise<void> {
  const table: TableRow[] = [];
  for await (const batch of madeUpBatches(rows)) {
    for (const row of batch) {
      const cells = FIELDS.map(
        (column, i) => new TableCell({ children: [new Paragraph(shown(column, row[i]))] }),
      );
      table.push(new TableRow({ children: cells }));
    }
  }
  const document = new Document({ sections: [{ children: [new Table({ rows: table })] }] });
  sink.write(await Packer.toBuffer(document));
}

/** The same rows with pdfkit's text(), a call a cell. */
export async function pdfkitText(rows: number, sink: Writable): Promise<void> {
  const document = new PDFDocument({ size: [1224, 792], margin: 0 });
  document.on('data', (chunk) => sink.write(chunk));
  const ended = new Promise((resolve) => document.on('end', resolve));
  document.fontSize(7);
  let y = 30;
  for await (const batch of madeUpBatches(rows)) {
    for (const row of batch) {
      if (y > 750) {
        document.addPage();
        y = 30;
      }
      FIELDS.forEach((column, i) => {
        document.text(shown(column, row[i]), 30 + i * 60, y, { lineBreak: false });
      });
      y += 14;
    }
  }
  document.end();
  await ended;
}

function cellValues(row: readonly (string | null)[]): (string | Date | null)[] {
  return FIELDS.map((column, i) => {
    const value = row[i] ?? null;
    return value !== null && column.kind === 'date'
      ? new Date(`${value}T00:00:00Z`)
      : shown(column, value) || null;
  });
}
