import { existsSync, readFileSync } from 'node:fs';

export type Counts = { passed: number; failed: number };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

/** What vitest's JSON report says. A skipped test and a file that could not be loaded count as failed. */
export function vitestCounts(file: string, status: number | null): Counts {
  const report = readReport<VitestReport>(file);
  if (report === undefined) return { passed: 0, failed: 1 };
  const unloadable = report.testResults.filter(
    (it) => it.status === 'failed' && it.assertionResults.length === 0,
  );
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
  return honest(numPassedTests, numFailedTests + numPendingTests + numTodoTests + unloadable.length, status);
}

/** What Playwright's JSON report says. A skipped test, and one that passed only when tried again, count as failed. */
export function playwrightCounts(file: string, status: number | null): Counts {
  const report = readReport<PlaywrightReport>(file);
  if (report === undefined) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return honest(expected, unexpected + flaky + skipped + report.errors.length, status);
}

// A run that ended badly, or ran nothing, did not pass whatever it counted.
function honest(passed: number, failed: number, status: number | null): Counts {
  return { passed, failed: failed === 0 && (status !== 0 || passed === 0) ? 1 : failed };
}

function readReport<T>(file: string): T | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
