/**
 * A stretch of the report: the rows that share a coarse value of what it is sorted by and, where many do, the day on which
 * their orders were created; and how many of the rows hold what is looked for.
 */
export type Stretch = { bucket: Bucket; day: string | null; rows: number; matches: number };
export type Bucket = string | number;

/** Stretches that follow one another, and what lies before the first of them. */
export type Span = {
  first: Stretch;
  last: Stretch;
  rowsBefore: number;
  matchesBefore: number;
};

/** The stretches that hold the rows `from` up to, without, `to` (from 0); null when there are none. */
export function spanOfRows(stretches: readonly Stretch[], from: number, to: number): Span | null {
  let span: Span | null = null;
  let rows = 0;
  let matches = 0;
  for (const stretch of stretches) {
    if (rows >= to) break;
    if (rows + stretch.rows > from) {
      span ??= { first: stretch, last: stretch, rowsBefore: rows, matchesBefore: matches };
      span.last = stretch;
    }
    rows += stretch.rows;
    matches += stretch.matches;
  }
  return span;
}

/** The rows of the stretch that holds match `k` (from 1): from, up to without. Null when there are fewer matches. */
export function rowsAroundMatch(
  stretches: readonly Stretch[],
  k: number,
): { from: number; to: number } | null {
  let rows = 0;
  let matches = 0;
  for (const stretch of stretches) {
    if (matches < k && k <= matches + stretch.matches) return { from: rows, to: rows + stretch.rows };
    rows += stretch.rows;
    matches += stretch.matches;
  }
  return null;
}

/** All matches of the stretches. */
export function matchesOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { matches }) => sum + matches, 0);
}

/** The same stretches with their matches, which are given without the rows. */
export function withMatches(stretches: readonly Stretch[], matches: readonly Stretch[]): Stretch[] {
  const known = new Map(matches.map((stretch) => [nameOf(stretch), stretch.matches]));
  return stretches.map((stretch) => ({ ...stretch, matches: known.get(nameOf(stretch)) ?? 0 }));
}

function nameOf({ bucket, day }: Stretch): string {
  return `${day} ${bucket}`;
}
