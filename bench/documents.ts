import { fork } from 'node:child_process';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { ReportFacts, ReportWriter } from '#documents/report-document.ts';
import { FIELDS } from '#domain/columns.ts';
import { STATUSES } from '#domain/status.ts';
import { madeUpBatches } from './documents-rows.ts';
import { libxlsxwriter } from './libxlsxwriter.ts';

/** One measure: a document of made-up rows of all 19 columns, written to nowhere in a process of its own. */
export type DocumentMeasure = {
  name: string;
  rows: number;
  rowsPerSecond: number;
  /** Processor time of all threads, in microseconds a row: what a busy machine does not change. */
  microsecondsPerRow: number;
  firstByteMilliseconds: number;
  megabytes: number;
  /** Highest memory of the process, less what it had with its modules loaded. */
  megabytesAboveIdle: number;
};

type Run = { name: string; rows: number; write: (rows: number, sink: Writable) => Promise<void> };

/** Loaded where they are measured, so that a peer's process does not carry ours. */
const WRITERS = {
  xlsx: async (): Promise<ReportWriter> => (await import('#documents/xlsx/write-xlsx.ts')).writeXlsx,
  docx: async (): Promise<ReportWriter> => (await import('#documents/docx/write-docx.ts')).writeDocx,
  pdf: async (): Promise<ReportWriter> => (await import('#documents/pdf/write-pdf.ts')).writePdf,
  xml: async (): Promise<ReportWriter> => (await import('#documents/xml/write-xml.ts')).writeXml,
  ndjson: async (): Promise<ReportWriter> => (await import('#documents/ndjson/write-ndjson.ts')).writeNdjson,
};

const RUNS: readonly Run[] = [
  { name: 'xlsx', rows: 1_000_000, write: ours('xlsx') },
  { name: 'xlsx', rows: 10_000, write: ours('xlsx') },
  { name: 'xlsx: exceljs stream writer', rows: 100_000, write: peer('exceljsStream') },
  { name: 'docx', rows: 100_000, write: ours('docx') },
  { name: 'docx', rows: 10_000, write: ours('docx') },
  { name: 'docx: docx Packer', rows: 5_000, write: peer('docxPacker') },
  { name: 'pdf', rows: 100_000, write: ours('pdf') },
  { name: 'pdf', rows: 10_000, write: ours('pdf') },
  { name: 'pdf: pdfkit text()', rows: 10_000, write: peer('pdfkitText') },
  { name: 'xml', rows: 1_000_000, write: ours('xml') },
  { name: 'ndjson', rows: 1_000_000, write: ours('ndjson') },
];

/**
 * Room for young objects as a server of pages has it: V8 would let it grow to 96 MB, without being any faster.
 */
const YOUNG_SPACE = '--max-semi-space-size=16';

/** Measures every document and its peers, one after the other. Takes about a minute on an idle machine. */
export async function benchDocuments(): Promise<DocumentMeasure[]> {
  const measures: DocumentMeasure[] = [];
  for (const index of RUNS.keys()) measures.push(await inChild(index));
  const compiled = await libxlsxwriter(100_000);
  return compiled ? [...measures, compiled] : measures;
}

function inChild(index: number): Promise<DocumentMeasure> {
  return new Promise((resolve, reject) => {
    let measure: DocumentMeasure | null = null;
    const child = fork(fileURLToPath(import.meta.url), [String(index)], { execArgv: [YOUNG_SPACE] });
    child.on('message', (message) => {
      measure = message as DocumentMeasure;
    });
    child.on('error', reject);
    child.on('exit', (code) => (measure ? resolve(measure) : reject(new Error(`bench ended with ${code}`))));
  });
}

async function measured({ name, rows, write }: Run): Promise<DocumentMeasure> {
  // A small one first: modules are loaded then, and what is compared is the rows.
  await write(10, nowhere());
  const idle = process.memoryUsage.rss();
  const cpu = process.cpuUsage();
  const start = performance.now();
  let first = 0;
  let bytes = 0;
  await write(
    rows,
    nowhere((chunk) => {
      first ||= performance.now() - start;
      bytes += chunk.length;
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  const spent = process.cpuUsage(cpu);
  return {
    name,
    rows,
    rowsPerSecond: Math.round(rows / seconds),
    microsecondsPerRow: Math.round(((spent.user + spent.system) / rows) * 10) / 10,
    firstByteMilliseconds: Math.round(first),
    megabytes: Math.round(bytes / 1e5) / 10,
    megabytesAboveIdle: Math.round((process.resourceUsage().maxRSS * 1024 - idle) / 1e6),
  };
}

function ours(format: keyof typeof WRITERS): Run['write'] {
  return async (rows, sink) => {
    const write = await WRITERS[format]();
    const document = write(factsOf(rows), FIELDS, madeUpBatches(rows), new AbortController().signal);
    for await (const chunk of document) sink.write(chunk);
  };
}

function peer(name: 'exceljsStream' | 'docxPacker' | 'pdfkitText'): Run['write'] {
  return async (rows, sink) => {
    const peers = await import('./documents-peers.ts');
    await peers[name](rows, sink);
  };
}

function factsOf(rows: number): ReportFacts {
  return {
    title: 'Partner Number Porting Report',
    confidentiality: 'Confidential: for Harborlight’s authorized contacts only',
    partner: 'Harborlight Communications',
    madeBy: { name: 'Dana Whitfield', email: 'dana@harborlight.example' },
    asOf: new Date('2026-11-23T17:42:00Z'),
    parameters: [],
    rows,
    counts: Object.fromEntries(STATUSES.map((status) => [status, 0])) as ReportFacts['counts'],
    language: 'en',
  };
}

function nowhere(onChunk: (chunk: Uint8Array) => void = () => undefined): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      onChunk(chunk);
      done();
    },
  });
}

const [, , index] = process.argv;
const run = process.send ? RUNS[Number(index)] : undefined;
if (run) process.send?.(await measured(run));
else if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await benchDocuments());
