import { spawn } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { writeReport } from './import-report.ts';

/** One line of the bench's table. */
export type ImportFigure = {
  what: string;
  seconds: number;
  /** Largest resident memory of the whole command, in MB. */
  peakMb: number;
  mostSeconds: number | null;
  mostMb: number | null;
};

/**
 * Imports files of 20,000 and of 1,000,000 rows into the database, each for a partner of its own that is new, then the
 * larger one again. Time and memory are those of the command as people run it, from start to exit.
 */
export async function benchImport(databaseUrl: string): Promise<ImportFigure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-import-'));
  try {
    const figures: ImportFigure[] = [];
    for (const { rows, mostSeconds, mostMb } of FILES) {
      const file = path.join(folder, `report-${rows}.csv`);
      await writeReport(file, rows);
      const size = `${((await stat(file)).size / 1_000_000).toFixed(0)} MB`;
      const run = () => importOnce(databaseUrl, file, `bench-import-${rows}-${process.pid}`);
      const what = `Import ${rows.toLocaleString('en-US')} rows (CSV, ${size})`;
      figures.push({ what, ...(await run()), mostSeconds, mostMb });
      figures.push({ what: `${what} again, nothing new`, ...(await run()), mostSeconds: null, mostMb });
    }
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const FILES = [
  { rows: 20_000, mostSeconds: 5, mostMb: null },
  { rows: 1_000_000, mostSeconds: 240, mostMb: 500 },
];

const COMMAND = fileURLToPath(new URL('../scripts/import.ts', import.meta.url));
/** Makes the command tell its largest memory at the end, without a word of that in the command itself. */
const TELL_MEMORY = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs';
   process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));`,
)}`;

async function importOnce(databaseUrl: string, file: string, slug: string) {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', TELL_MEMORY, COMMAND, file, '--partner', slug, '--create-partner', 'Bench import'],
    { env: { ...process.env, DATABASE_URL: databaseUrl }, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const [output, memory, status] = await Promise.all([
    textOf(child.stdio[1], child.stdio[2]),
    textOf(child.stdio[3] as Readable),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ]);
  if (status !== 0) throw new Error(`The import ended with status ${status}: ${output}`);
  return { seconds: (performance.now() - started) / 1_000, peakMb: Number(memory) / 1_024 };
}

async function textOf(...streams: (Readable | null)[]): Promise<string> {
  const texts = streams.map(async (stream) => {
    let text = '';
    for await (const chunk of stream ?? []) text += String(chunk);
    return text;
  });
  return (await Promise.all(texts)).join('');
}
