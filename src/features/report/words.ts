import { formatCalendarDate } from '#domain/calendar-date.ts';
import { column } from '#domain/columns.ts';
import type { DateRange, ReportFilters } from '#domain/report-request.ts';
import { DETAILED_FACTS, STATUS_FACTS } from '#domain/status.ts';

/** The parameters in words, one phrase each; all of them when `whole`, else those that narrow the report. */
export function parameterWords(filters: ReportFilters, whole = false): string[] {
  const words = [
    filters.accountId ? `Account ${filters.accountId}` : whole ? 'All accounts' : '',
    filters.statuses.length
      ? list(filters.statuses.map((s) => STATUS_FACTS[s].label))
      : whole
        ? 'all statuses'
        : '',
    filters.details.length
      ? `Detailed status ${list(filters.details.map((d) => DETAILED_FACTS[d].label))}`
      : '',
    filters.type === 'local' ? 'Local numbers' : filters.type === 'toll-free' ? 'Toll-free numbers' : '',
    filters.ready === null ? '' : filters.ready ? 'Ready to assign' : 'Not ready to assign',
    filters.date ? dateWords(filters.date) : '',
  ];
  return words.filter((word) => word !== '');
}

/** `Confirmed Porting Date (FOC) from 1 Nov 2026 to 30 Nov 2026`. */
export function dateWords({ field, from, to }: DateRange): string {
  const ends = [from && `from ${formatCalendarDate(from)}`, to && `to ${formatCalendarDate(to)}`];
  return [column(field).label, ...ends.filter(Boolean)].join(' ');
}

/** How many of the filters behind More filters are in use. */
export function moreFiltersInUse(filters: ReportFilters): number {
  return [
    filters.details.length > 0,
    filters.type !== null,
    filters.ready !== null,
    filters.date !== null,
  ].filter(Boolean).length;
}

function list(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
