/** One line of the bench's table: what was measured, how it came out, what it may be at most. */
export type Figure = {
  what: string;
  unit: 'ms' | 's' | 'MB' | 'pages/s' | 'times';
  median: number;
  /** Null where there were too few runs for one. */
  p95: number | null;
  /** What the p95 (the median where there is none) is held to; null where nothing is promised. */
  budget: { most: number } | { least: number } | null;
  note?: string;
};

/** Runs `work` so often, after one run that does not count, `prepare` before each without counting. Milliseconds. */
export async function timed(
  runs: number,
  work: (run: number) => Promise<unknown>,
  prepare: (run: number) => Promise<unknown> | unknown = () => undefined,
): Promise<number[]> {
  const times: number[] = [];
  for (let run = -1; run < runs; run++) {
    await prepare(Math.max(run, 0));
    const start = performance.now();
    await work(Math.max(run, 0));
    if (run >= 0) times.push(performance.now() - start);
  }
  return times;
}

/** The value below which so much of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Median and p95 of times in milliseconds, held to a budget. */
export function inMilliseconds(
  what: string,
  times: readonly number[],
  most: number | null,
  note?: string,
): Figure {
  return {
    what,
    unit: 'ms',
    median: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    budget: most === null ? null : { most },
    note,
  };
}

/** Whether a figure keeps what was promised; null where nothing was. */
export function passes({ budget, median, p95 }: Figure): boolean | null {
  if (!budget) return null;
  return 'most' in budget ? (p95 ?? median) <= budget.most : (p95 ?? median) >= budget.least;
}
