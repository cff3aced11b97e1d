import { formatMoment } from '#domain/pacific-time.ts';
import { STATUS_FACTS, STATUSES } from '#domain/status.ts';
import type { ReportFacts } from './report-document.ts';

export type Fact = { label: string; value: string };

/** The facts of an export as labels and values to print: whose it is, by whom, as of when, with which parameters. */
export function factsInWords(facts: ReportFacts): Fact[] {
  return [
    { label: 'Partner', value: facts.partner },
    { label: 'As of', value: formatMoment(facts.asOf) },
    { label: 'Made by', value: `${facts.madeBy.name} (${facts.madeBy.email})` },
    { label: 'Parameters', value: facts.parameters.join('; ') || 'None: all numbers of the partner' },
  ];
}

/** The number of rows, and of them in each status, in the order of the statuses. */
export function countsInWords(facts: ReportFacts): { label: string; count: number }[] {
  return [
    { label: 'Rows', count: facts.rows },
    ...STATUSES.map((status) => ({ label: STATUS_FACTS[status].label, count: facts.counts[status] })),
  ];
}

/** `1234567` as `1,234,567`. */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
