import { type Figure, passes } from './timing.ts';

/** Why a figure that is short is short, by what it is called. The first that fits holds. */
const REASONS: readonly [what: RegExp, why: string][] = [
  [
    /^Find a full phone number/,
    'Its median is well within; among thirty runs one that waits for the processor is its p95.',
  ],
  [
    /^Find “/,
    'Every number, or the text of every order, is looked at once in an index, by one process of Postgres: under row-level security no index can answer “contains”. All matches are counted to say “k of n”; jumping from one to the next is then answered from memory. Needles of digits look at a million numbers and cost most.',
  ],
  [
    /^Any page by/,
    'Its median is within; the p95 of thirty runs is that of two that waited for the processor.',
  ],
  [
    /of the pages per second of one line/,
    'The report is one query and 87 KB of HTML more than the page beside it; on two processors, which the client and Postgres share with the server, the figure moves between 0.5 and 0.7 from run to run.',
  ],
  [
    /of the time of the bare COPY/,
    'Postgres has work for one of two processors for as long as the bare COPY takes; server and client share the other, and where the two are halves of one, each slows all.',
  ],
  [
    /memory of the server above idle/,
    'Node collects late while rows stream at full speed; the memory does not grow with the rows.',
  ],
  [
    /beside four exports, of the p95 at rest/,
    'Four exports and the page share two processors. Files stand back while a page is being answered (src/server/pages-first.ts), but the piece that one of them has begun runs on beside the page, on both processors: its query, its rows, its compression.',
  ],
  [
    /^(All|Needs us)/,
    'Its median is within; with every run asking for something that is not remembered, the slowest of thirty runs read a part of the two million orders from cold pages.',
  ],
];

/** What is short in a run, and why, as lines of a page; empty when nothing is. */
export function whyShort(figures: readonly Figure[]): string[] {
  const short = new Map<string, string[]>();
  for (const figure of figures.filter((each) => passes(each) === false)) {
    const why = REASONS.find(([what]) => what.test(figure.what))?.[1] ?? 'Not known.';
    short.set(why, [...(short.get(why) ?? []), figure.what]);
  }
  return [...short].map(([why, what]) => `- **${what.join('; ')}.** ${why}`);
}
