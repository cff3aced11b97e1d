import { fork } from 'node:child_process';
import { Agent, get, type IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Served } from './served.ts';
import { type Figure, inMilliseconds, once, quantile } from './timing.ts';

const AT_ONCE = 8;
const SECONDS = 10;
const ROUNDS = 3;
export const REPORT = '/reports/business-intelligence/number-porting';
/** A page of the same shell for the same viewer that shows one line. */
const ONE_LINE = '/reports/business-intelligence';

export type Download = { status: number; bytes: number; seconds: number; firstByteSeconds: number };
export type Load = { pages: number; seconds: number; times: number[]; bytes: number };
type Errand = { kind: 'download' | 'load'; url: string; cookie: string; atOnce: number };

/** Pages per second of the report and of a page of one line, 8 at once over connections that stay, turn by turn. */
export async function benchPages(served: Served, say: (text: string) => void): Promise<Figure[]> {
  const report: Load[] = [];
  const oneLine: Load[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const turn = [await load(served, ONE_LINE), await load(served, REPORT)] as const;
    if (round === 0) continue;
    oneLine.push(turn[0]);
    report.push(turn[1]);
    say(`  one line ${rate(turn[0]).toFixed(0)}, the report ${rate(turn[1]).toFixed(0)} pages/s`);
  }
  const ratios = report.map((each, round) => rate(each) / rate(oneLine[round] ?? each));
  const times = report.flatMap((each) => each.times);
  const kilobytes = ((report[0]?.bytes ?? 0) / (report[0]?.pages ?? 1) / 1000).toFixed(0);
  return [
    once('A page that shows one line, 8 at once', 'pages/s', quantile(oneLine.map(rate), 0.5)),
    once(`The report page (50 rows, ${kilobytes} KB), 8 at once`, 'pages/s', quantile(report.map(rate), 0.5)),
    inMilliseconds('The report page, 8 at once: time of one', { clock: times, processor: [] }, null),
    once('The report page, of the pages per second of one line', 'times', quantile(ratios, 0.5), {
      least: 0.6,
    }),
  ];
}

/** Reads an answer to its end, in a process of its own, and throws it away. */
export function download({ url, cookie }: Served, path: string): Promise<Download> {
  return inChild({ kind: 'download', url: `${url}${path}`, cookie, atOnce: 1 });
}

/** Asks for a page for ten seconds, so many at once, from a process of its own. */
export function load({ url, cookie }: Served, path: string, atOnce = AT_ONCE): Promise<Load> {
  return inChild({ kind: 'load', url: `${url}${path}`, cookie, atOnce });
}

function rate({ pages, seconds }: Load): number {
  return pages / seconds;
}

function inChild<T>(errand: Errand): Promise<T> {
  return new Promise((resolve, reject) => {
    let answer: T | undefined;
    const child = fork(fileURLToPath(import.meta.url), [JSON.stringify(errand)]);
    child.on('message', (message) => {
      answer = message as T;
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      answer ? resolve(answer) : reject(new Error(`The client ended with ${code}`)),
    );
  });
}

async function runDownload({ url, cookie }: Errand): Promise<Download> {
  const start = performance.now();
  const answer = await ask(url, cookie);
  let bytes = 0;
  let firstByteSeconds = 0;
  for await (const chunk of answer) {
    firstByteSeconds ||= (performance.now() - start) / 1000;
    bytes += chunk.length;
  }
  return {
    status: answer.statusCode ?? 0,
    bytes,
    seconds: (performance.now() - start) / 1000,
    firstByteSeconds,
  };
}

async function runLoad({ url, cookie, atOnce }: Errand): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const times: number[] = [];
  let bytes = 0;
  const start = performance.now();
  const end = start + SECONDS * 1000;
  const visit = async () => {
    while (performance.now() < end) {
      const begun = performance.now();
      const answer = await ask(url, cookie, agent);
      if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`);
      for await (const chunk of answer) bytes += chunk.length;
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, visit));
  agent.destroy();
  return { pages: times.length, seconds: (performance.now() - start) / 1000, times, bytes };
}

function ask(url: string, cookie: string, agent?: Agent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie, accept: 'text/html' } }, resolve).on('error', reject);
  });
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) {
  const errand = JSON.parse(process.argv[2] ?? '') as Errand;
  process.send(await (errand.kind === 'download' ? runDownload(errand) : runLoad(errand)));
}
