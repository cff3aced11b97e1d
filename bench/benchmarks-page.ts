import { cpus, totalmem } from 'node:os';
import { type Figure, passes } from './timing.ts';
import { whyShort } from './why-short.ts';

/** What a run of the bench was made on. */
export type Machine = {
  when: Date;
  postgres: string;
  next: string;
  numbers: number;
  /** How many processes wanted a processor in the minute before. */
  load: number;
};

export type Section = { title: string; about: string; figures: Figure[] };

/** The figures as a table for a terminal. */
export function tableOf(sections: readonly Section[]): string {
  return sections
    .map(({ title, figures }) => {
      const rows = figures.map(cells);
      const widths = [0, 1, 2, 3, 4].map((column) =>
        Math.max(...rows.map((row) => row[column]?.length ?? 0)),
      );
      const lines = rows.map((row) =>
        row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd(),
      );
      return `${title}\n${lines.map((line) => `  ${line}`).join('\n')}`;
    })
    .join('\n\n');
}

/** docs/benchmarks.md: the latest run. */
export function benchmarksPage(machine: Machine, sections: readonly Section[]): string {
  const [processor] = cpus();
  return `# Benchmarks

The latest run of \`npm run bench\`, written by it. Nothing here is a test: a figure that is short of what it is held to says so.

| | |
|---|---|
| when | ${machine.when.toISOString().slice(0, 16).replace('T', ' ')} UTC |
| machine | ${cpus().length} × ${processor?.model.trim() ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GB; database, server and clients all on it; load before the run ${machine.load.toFixed(1)} |
| versions | Node ${process.versions.node}, Postgres ${machine.postgres}, Next ${machine.next} |
| data | 3 partners of ${machine.numbers.toLocaleString('en-US')} numbers each, in orders of five on average (a few of 700), two years of days |

${sections.map(sectionOf).join('\n')}${shortOf(sections)}`;
}

function shortOf(sections: readonly Section[]): string {
  const lines = whyShort(sections.flatMap(({ figures }) => figures));
  return lines.length === 0 ? '' : `\n## What is short, and why\n${lines.join('\n')}\n`;
}

function sectionOf({ title, about, figures }: Section): string {
  const rows = figures.map((figure) => `| ${cells(figure).join(' | ')} |`);
  return `## ${title}
${about}

| what | median | p95 | processors | held to |
|---|---|---|---|---|
${rows.join('\n')}
`;
}

function cells(figure: Figure): string[] {
  const { what, unit, median, p95, processor, budget } = figure;
  const verdict = { true: 'pass', false: 'SHORT' }[String(passes(figure))];
  const limit = budget ? ('most' in budget ? `at most ${budget.most}` : `at least ${budget.least}`) : '';
  return [
    what,
    inUnit(median, unit),
    p95 === null ? '' : inUnit(p95, unit),
    processor === null ? '' : inUnit(processor, unit),
    verdict ? `${limit}: ${verdict}` : '',
  ];
}

function inUnit(value: number, unit: Figure['unit']): string {
  if (unit === 'times') return `${value.toFixed(2)} ×`;
  const digits = value < 10 ? 1 : 0;
  return `${value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${unit}`;
}
