import type { ReportColumn } from '#domain/columns.ts';
import { COLOURS } from '../look.ts';
import type { RowBatch } from '../report-document.ts';
import { shown } from '../shown.ts';
import { xmlText } from '../xml-text.ts';
import type { DocxShell } from './docx-shell.ts';

/** Programs take longer over a row the longer its table is: LibreOffice twice as long in one of 3,400 rows as in one of 500. */
const ROWS_OF_A_TABLE = 500;
/** A row of more text than this may break over two pages; others go to the next page whole. */
const SPLIT_TEXT = 400;
const WAITING = `<w:rPr><w:color w:val="${COLOURS.waiting}"/><w:shd w:val="clear" w:color="auto" w:fill="${COLOURS.waitingFill}"/></w:rPr>`;

/** Rows as the XML of Word tables whose columns have these widths, in twentieths of a point; `again` begins another table. */
export function tableRowWriter(
  columns: readonly ReportColumn[],
  { widths, again }: Pick<DocxShell, 'widths' | 'again'>,
): (rows: RowBatch) => string {
  const cells = columns.map((column, i) => cellWriter(column, widths[i] ?? 0));
  let inTable = 0;
  return (rows) => {
    let xml = '';
    for (const row of rows) {
      if (inTable === ROWS_OF_A_TABLE) {
        xml += again;
        inTable = 0;
      }
      inTable++;
      let length = 0;
      let content = '';
      for (let i = 0; i < cells.length; i++) {
        const value = row[i] ?? null;
        content += cells[i]?.(value);
        if (value !== null && value.length > length) length = value.length;
      }
      xml += `${length > SPLIT_TEXT ? '<w:tr>' : '<w:tr><w:trPr><w:cantSplit/></w:trPr>'}${content}</w:tr>`;
    }
    return xml;
  };
}

/** Writes a cell. Rows of one order follow each other with the same values, so the last cell is kept. */
function cellWriter(column: ReportColumn, width: number): (value: string | null) => string {
  const open = `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr><w:p>`;
  const blank = `${open}</w:p></w:tc>`;
  let last: string | null = null;
  let cell = blank;
  return (value) => {
    if (value === null) return blank;
    if (value !== last) {
      const marks = value === 'waiting-for-you' && column.key === 'status' ? WAITING : '';
      cell = `${open}<w:r>${marks}${runText(shown(column, value))}</w:r></w:p></w:tc>`;
      last = value;
    }
    return cell;
  };
}

/** Text of a run: line breaks and tabs are elements there. */
function runText(text: string): string {
  if (!/[\t\n\r\u2028\u2029]/.test(text)) return textElement(text);
  return text
    .split(/(\t|\r\n|[\n\r\u2028\u2029])/)
    .map((part) =>
      part === '\t' ? '<w:tab/>' : /^[\r\n\u2028\u2029]/.test(part) ? '<w:br/>' : textElement(part),
    )
    .join('');
}

/** Outer blanks are lost unless they are asked for. */
function textElement(text: string): string {
  if (text === '') return '';
  const outer = text.charCodeAt(0) <= 32 || text.charCodeAt(text.length - 1) <= 32;
  return `<w:t${outer ? ' xml:space="preserve"' : ''}>${xmlText(text)}</w:t>`;
}
