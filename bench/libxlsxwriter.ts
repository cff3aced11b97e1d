import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { shown } from '#documents/shown.ts';
import { FIELDS } from '#domain/columns.ts';
import type { DocumentMeasure } from './documents.ts';
import { madeUpBatches } from './documents-rows.ts';

const SOURCE = fileURLToPath(new URL('./libxlsxwriter.c', import.meta.url));

/** The same rows through libxlsxwriter in constant memory: dates as dates, all else as text. Null where it or a compiler is not there. */
export async function libxlsxwriter(rows: number): Promise<DocumentMeasure | null> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-libxlsxwriter-'));
  const at = (name: string) => path.join(folder, name);
  try {
    if (!compiled(at('program'))) return null;
    writeFileSync(at('rows.tsv'), await separatedByTabs(rows));
    const start = performance.now();
    const told = JSON.parse(
      execFileSync(at('program'), [at('rows.tsv'), at('book.xlsx')], { encoding: 'utf8' }),
    );
    const seconds = (performance.now() - start) / 1000;
    return {
      name: 'xlsx: libxlsxwriter',
      rows,
      rowsPerSecond: Math.round(rows / seconds),
      microsecondsPerRow: Math.round((told.processorSeconds * 1e7) / rows) / 10,
      // Its file is there at the end alone.
      firstByteMilliseconds: Math.round(seconds * 1000),
      megabytes: Math.round(statSync(at('book.xlsx')).size / 1e5) / 10,
      megabytesAboveIdle: Math.round((told.kilobytes * 1024) / 1e6),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compiled(program: string): boolean {
  try {
    execFileSync('cc', ['-O2', '-o', program, SOURCE, '-lxlsxwriter'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function separatedByTabs(rows: number): Promise<string> {
  const lines: string[] = [];
  for await (const batch of madeUpBatches(rows)) {
    for (const row of batch) {
      // Dates stay ISO, which the program reads.
      lines.push(
        FIELDS.map((field, i) => (field.kind === 'date' ? (row[i] ?? '') : shown(field, row[i]))).join('\t'),
      );
    }
  }
  return `${lines.join('\n')}\n`;
}
