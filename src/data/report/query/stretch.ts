/** A coarse value of what the report is sorted by. */
export type Bucket = string | number;

/** A stretch of the report: the rows that share a bucket, and how many of them hold what is looked for. */
export type Stretch = { bucket: Bucket; rows: number; matches: number };

/** Stretches that follow one another, and what lies before the first of them. */
export type Span = {
  first: Bucket;
  last: Bucket;
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
      span ??= { first: stretch.bucket, last: stretch.bucket, rowsBefore: rows, matchesBefore: matches };
      span.last = stretch.bucket;
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

/** All rows and all matches of the stretches. */
export function totals(stretches: readonly Stretch[]): { rows: number; matches: number } {
  return {
    rows: stretches.reduce((sum, stretch) => sum + stretch.rows, 0),
    matches: stretches.reduce((sum, stretch) => sum + stretch.matches, 0),
  };
}
