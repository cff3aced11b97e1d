import type { RowCounts, RowFilter } from '#domain/carrier-list/outcome.ts';
import { counted } from '#domain/counted.ts';

/** Largest file that is taken, in bytes. */
export const LARGEST_FILE = 20_000_000;

export function tooLarge(name: string): string {
  return `${name || 'The file'} is larger than 20 MB: split it, or take out the columns that are not needed.`;
}

/** The filters of rows as they are named, in the order of the list. */
export const FILTER_LABELS: Record<RowFilter, string> = {
  all: 'All rows',
  ready: 'Will change',
  changed: 'Changed',
  unchanged: 'Unchanged',
  refused: 'Refused',
  conflict: 'Changed by others',
  undone: 'Undone',
  kept: 'Not undone',
  warned: 'With a warning',
};

/** `1,240 rows changed, 12 unchanged, 3 refused`. */
export function countsInWords(counts: RowCounts): string {
  const parts: [number | undefined, string][] = [
    [counts.ready, 'to change'],
    [counts.changed, 'changed'],
    [counts.undone, 'undone'],
    [counts.kept, 'not undone'],
    [counts.unchanged, 'unchanged'],
    [counts.conflict, 'changed by others'],
    [counts.refused, 'refused'],
  ];
  const said = parts.filter(([n]) => n);
  return said
    .map(([n, words], i) =>
      i === 0 ? `${counted(n ?? 0, 'row')} ${words}` : `${n?.toLocaleString('en-US')} ${words}`,
    )
    .join(', ');
}
