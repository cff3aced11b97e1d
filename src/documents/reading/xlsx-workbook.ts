import path from 'node:path/posix';
import type { XlsxPackage } from './xlsx-package.ts';
import { parseWholeXml } from './xml.ts';

/** A sheet: the name on its tab, and that of its file in the package. */
export type Sheet = { name: string; file: string };

/** The visible sheets in the order of their tabs, the texts that cells refer to, and when the calendar begins. */
export type Workbook = { sheets: readonly Sheet[]; strings: readonly string[]; dates1904: boolean };

/** Reads all of a workbook but its sheets; null when the package is something else than a workbook. */
export async function readWorkbook(xlsx: XlsxPackage): Promise<Workbook | null> {
  const main = await mainPart(xlsx);
  if (main === null || !xlsx.has(main)) return null;
  const targets = await relations(xlsx, main);
  const sheets: Sheet[] = [];
  let dates1904 = false;
  await parseWholeXml(xlsx.bytes(main), {
    open: (name, attributes) => {
      if (name === 'workbookPr') dates1904 = ['1', 'true', 'on'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return;
      const relation = targets.find(({ id }) => id === attribute(attributes, 'id'));
      if (relation?.type !== 'worksheet') return;
      sheets.push({ name: attributes.name ?? '', file: relation.target });
    },
  });
  const strings = targets.find(({ type }) => type === 'sharedStrings');
  return { sheets, strings: strings ? await readStrings(xlsx, strings.target) : [], dates1904 };
}

/** Decodes what XML cannot hold and Excel writes as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

type Relation = { id: string; type: string; target: string };

async function mainPart(xlsx: XlsxPackage): Promise<string | null> {
  if (!xlsx.has('_rels/.rels')) return null;
  const main = (await relations(xlsx, '')).find(({ type }) => type === 'officeDocument');
  return main?.target ?? null;
}

async function relations(xlsx: XlsxPackage, part: string): Promise<Relation[]> {
  const folder = path.dirname(part);
  const found: Relation[] = [];
  const file = path.join(folder, '_rels', `${path.basename(part)}.rels`);
  await parseWholeXml(xlsx.bytes(file), {
    open: (name, { Id = '', Type = '', Target = '' }) => {
      if (name !== 'Relationship') return;
      const target = Target.startsWith('/') ? Target.slice(1) : path.join(folder, Target);
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
  });
  return found;
}

async function readStrings(xlsx: XlsxPackage, file: string): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let taken = false;
  let phonetic = false;
  await parseWholeXml(xlsx.bytes(file), {
    open: (name) => {
      if (name === 'si') text = '';
      // How a Japanese text is read aloud stands beside it, and is no part of it.
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') taken = !phonetic;
    },
    text: (piece) => {
      if (taken) text += piece;
    },
    close: (name) => {
      if (name === 't') taken = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') strings.push(unescaped(text));
    },
  });
  return strings;
}

/** An attribute whatever the prefix of its namespace: the one for relations is for the writer to choose. */
function attribute(attributes: Record<string, string>, name: string): string | undefined {
  return Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];
}
