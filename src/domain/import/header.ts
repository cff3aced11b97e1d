import { COLUMNS, type ColumnKind, column, type FieldKey, isField, type ReportColumn } from '../columns.ts';

/** The column that a rejects file adds. An import knows it again, and ignores it. */
export const REASON_LABEL = 'Why the import rejected this row';

/** Without these no row says anything. */
export const REQUIRED_FIELDS = ['phone', 'requestId', 'accountId', 'detailedStatus'] as const;

/** How far down a file the header may be: some begin with a title or with lines of their own. */
export const HEADER_WITHIN = 20;

/** What a header says: which cell holds which field, and what of it is of no use. */
export type Header = {
  cells: readonly string[];
  /** By position; null for a cell that is ignored. */
  fields: readonly (FieldKey | null)[];
  kinds: readonly (ColumnKind | null)[];
  /** The fields that the file has a column for. It says nothing of the others. */
  given: ReadonlySet<FieldKey>;
  /** Headers that are no column of the report, as the file spells them; `column 7` where one is blank. */
  unknown: readonly string[];
  missing: readonly FieldKey[];
  /** Fields that more than one header names, with those headers. */
  repeated: readonly { field: FieldKey; cells: readonly string[] }[];
};

/**
 * Recognises headers by the labels of the source and of our own exports, in any order; case, blanks and punctuation do not
 * count, and what a label has in brackets may be left out. Blank cells at the end are none.
 */
export function recogniseHeader(record: readonly string[]): Header {
  const cells = withoutBlankEnd(record.map((cell) => cell.trim()));
  const meanings = cells.map((cell) => MEANINGS.get(bare(cell)) ?? null);
  const fields = meanings.map((meaning) => (meaning === 'ignored' ? null : meaning));
  const given = new Set(fields.filter((field) => field !== null));
  return {
    cells,
    fields,
    kinds: fields.map((field) => (field === null ? null : column(field).kind)),
    given,
    unknown: cells
      .map((cell, i) => cell || `column ${i + 1}, which has no header`)
      .filter((_, i) => meanings[i] === null),
    missing: REQUIRED_FIELDS.filter((field) => !given.has(field)),
    repeated: [...given]
      .map((field) => ({ field, cells: cells.filter((_, i) => fields[i] === field) }))
      .filter((named) => named.cells.length > 1),
  };
}

/** Whether a record can be the header: nothing that is needed is missing. */
export function isHeader(record: readonly string[]): boolean {
  return recogniseHeader(record).missing.length === 0;
}

/** How many cells of a record name a column of the report. */
export function recognisedCells(record: readonly string[]): number {
  return record.filter((cell) => MEANINGS.has(bare(cell))).length;
}

/** Why a header cannot be used, in one sentence; null when it can. */
export function headerProblem(header: Header): string | null {
  if (header.missing.length > 0) {
    const labels = header.missing.map((field) => column(field).label).join(', ');
    return `The file has no column for ${labels}: its header is ${JSON.stringify(header.cells.join(', '))}.`;
  }
  const [twice] = header.repeated;
  if (!twice) return null;
  const names = twice.cells.map((cell) => `"${cell}"`).join(' and ');
  return `More than one column is the ${column(twice.field).label}: ${names}. Remove all but the one that holds.`;
}

const MEANINGS = new Map<string, FieldKey | 'ignored'>(COLUMNS.flatMap(namesOf));
MEANINGS.set(bare(REASON_LABEL), 'ignored');

function namesOf({ key, label, aliases = [] }: ReportColumn): [string, FieldKey | 'ignored'][] {
  const meaning = isField(key) ? key : 'ignored';
  const names = [label, ...aliases].flatMap((name) => [name, name.replace(/\(.*\)/, '')]);
  return names.map((name) => [bare(name), meaning]);
}

function bare(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function withoutBlankEnd(cells: string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}
