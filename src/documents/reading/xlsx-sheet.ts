import type { Cell } from '#domain/import/cell.ts';
import type { FileRecord } from './table.ts';
import type { XlsxPackage } from './xlsx-package.ts';
import { unescaped } from './xlsx-workbook.ts';
import { parseXml, type XmlHandlers } from './xml.ts';

/** The rows of a sheet, as they are read; a row's number is the sheet's own. Rows that are not in the file are not here. */
export async function* readSheet(
  xlsx: XlsxPackage,
  file: string,
  strings: readonly string[],
): AsyncGenerator<FileRecord, void, undefined> {
  const rows = new SheetRows(strings);
  for await (const _ of parseXml(xlsx.bytes(file), rows)) yield* rows.taken();
}

/** As many as Excel has. A cell that claims to stand further out would make a row as long as it says. */
const MOST_COLUMNS = 16_384;

class SheetRows implements XmlHandlers {
  readonly #strings: readonly string[];
  #rows: FileRecord[] = [];
  #number = 0;
  #cells: Cell[] = [];
  #column = -1;
  #type = 'n';
  #text = '';
  #reading = false;
  #phonetic = false;

  constructor(strings: readonly string[]) {
    this.#strings = strings;
  }

  /** The rows that came to their end since the last call. */
  taken(): FileRecord[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  // Most of a sheet is cells: `c` for a cell, `v` for its value, or `is` and `t` for a text that stands in its place.
  open = (name: string, attributes: Record<string, string>): void => {
    if (name === 'c') {
      this.#column = attributes.r === undefined ? this.#column + 1 : columnOf(attributes.r);
      if (this.#column >= MOST_COLUMNS) throw new Error(`a row has more than ${MOST_COLUMNS} columns`);
      this.#type = attributes.t ?? 'n';
      this.#text = '';
    } else if (name === 'v' || name === 't') {
      this.#reading = !this.#phonetic;
    } else if (name === 'row') {
      this.#number = attributes.r === undefined ? this.#number + 1 : Number(attributes.r);
      this.#cells = [];
      this.#column = -1;
    } else if (name === 'rPh') {
      this.#phonetic = true;
    }
  };

  text = (piece: string): void => {
    if (this.#reading) this.#text += piece;
  };

  close = (name: string): void => {
    if (name === 'c') this.#endCell();
    else if (name === 'v' || name === 't') this.#reading = false;
    else if (name === 'rPh') this.#phonetic = false;
    else if (name === 'row') this.#rows.push({ number: this.#number, cells: this.#cells });
  };

  #endCell(): void {
    if (this.#text === '') return;
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = this.#value();
  }

  #value(): Cell {
    const text = this.#text;
    switch (this.#type) {
      case 's': {
        const string = this.#strings[Number(text)];
        if (string === undefined) throw new Error(`there is no text ${text}`);
        return string;
      }
      case 'b':
        return text === '1' ? 'TRUE' : 'FALSE';
      case 'n':
        return Number.isFinite(Number(text)) ? Number(text) : text;
      default:
        return unescaped(text);
    }
  }
}

/** `AB12` is in column 27: they count from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
