/** One line of the bench's table: what was measured, how it came out, what it may be at most. */
export type Figure = {
  what: string;
  unit: 'ms' | 's' | 'MB' | 'pages/s' | 'rows/s' | 'µs' | 'times';
  median: number;
  /** Null where there were too few runs for one. */
  p95: number | null;
  /** Processor time of Postgres and of ours for one, which a busy machine hardly changes; null where it is not known. */
  processor: number | null;
  /** What the p95 (the median where there is none) is held to; null where nothing is promised. */
  budget: { most: number } | { least: number } | null;
};

/** Milliseconds of single runs, by the clock and of processors. */
export type Times = { clock: number[]; processor: number[] };

/** Tells how many milliseconds of processors were used so far. */
export type ProcessorClock = () => number;

/** Runs `work` so often, after one run that does not count, `prepare` before each without counting. */
export async function timed(
  runs: number,
  processorClock: ProcessorClock,
  work: (run: number) => Promise<unknown>,
  prepare: (run: number) => Promise<unknown> | unknown = () => undefined,
): Promise<Times> {
  const times: Times = { clock: [], processor: [] };
  for (let run = -1; run < runs; run++) {
    await prepare(Math.max(run, 0));
    const begun = processorClock();
    const start = performance.now();
    await work(Math.max(run, 0));
    const clock = performance.now() - start;
    if (run < 0) continue;
    times.clock.push(clock);
    times.processor.push(processorClock() - begun);
  }
  return times;
}

/** The value below which so much of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Median and p95 of times, held to a budget. */
export function inMilliseconds(what: string, { clock, processor }: Times, most: number | null): Figure {
  const used = quantile(processor, 0.5);
  return {
    what,
    unit: 'ms',
    median: quantile(clock, 0.5),
    p95: quantile(clock, 0.95),
    processor: Number.isNaN(used) ? null : used,
    budget: most === null ? null : { most },
  };
}

/** A figure that was taken once, or is the median of few. */
export function once(
  what: string,
  unit: Figure['unit'],
  value: number,
  budget: Figure['budget'] = null,
): Figure {
  return { what, unit, median: value, p95: null, processor: null, budget };
}

/** Whether a figure keeps what was promised; null where nothing was. */
export function passes({ budget, median, p95 }: Figure): boolean | null {
  if (!budget) return null;
  return 'most' in budget ? (p95 ?? median) <= budget.most : (p95 ?? median) >= budget.least;
}
