// Everything that has to hold, from formatting to journeys in a browser: npm test
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findBrowser, installBrowser } from './browser.ts';
import { ROOT } from './demo-files.ts';
import { Fault, main } from './fault.ts';
import { build, isBuilt } from './next.ts';
import { type Counts, playwrightCounts, vitestCounts } from './test-reports.ts';

type Suite = Counts & { name: string };

const SUITE_TAKES_AT_MOST = 20 * 60_000;
const PASSED: Counts = { passed: 1, failed: 0 };
const FAILED: Counts = { passed: 0, failed: 1 };

const reports = mkdtempSync(path.join(tmpdir(), 'portal-reports-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));
const children = new Set<ChildProcess>();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    for (const child of children) child.kill('SIGTERM');
    process.exit(130);
  });
}

await main(async () => {
  const browser = chooseBrowser();
  // The build shares the cores with the rest; the journeys, which wait for a page as people do, have them to themselves.
  const [built, ...others] = (await Promise.all([buildSuite(), suitesWithoutBrowser()])).flat();
  const journeys = await journeySuite(browser, built?.failed === 0);
  const suites = [...others, built, journeys].filter((suite) => suite !== undefined);
  const passed = suites.reduce((sum, suite) => sum + suite.passed, 0);
  const failed = suites.reduce((sum, suite) => sum + suite.failed, 0);
  if (failed > 0) process.exitCode = 1;
  say(`\n${passed} passed, ${failed} failed`);
});

async function suitesWithoutBrowser(): Promise<Suite[]> {
  const biome = path.join(ROOT, 'node_modules/.bin/biome');
  return [
    await checkSuite('format', biome, ['ci', '--colors=off', '--linter-enabled=false']),
    await checkSuite('lint', biome, [
      'ci',
      '--colors=off',
      '--formatter-enabled=false',
      '--assist-enabled=false',
      '--error-on-warnings',
    ]),
    await checkSuite('types', path.join(ROOT, 'node_modules/.bin/tsc'), ['--noEmit']),
    await unitSuite(),
  ];
}

async function checkSuite(name: string, program: string, programArguments: string[]): Promise<Suite> {
  const run = await runProgram(program, programArguments);
  return tell(name, run.status === 0 ? PASSED : FAILED, run);
}

async function unitSuite(): Promise<Suite> {
  const report = path.join(reports, 'vitest.json');
  const run = await runTool('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return tell('unit and integration', vitestCounts(report, run.status), run);
}

async function buildSuite(): Promise<Suite> {
  const start = Date.now();
  try {
    if (!isBuilt()) await build();
    return tell('build', PASSED, { output: '', seconds: secondsSince(start) });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return tell('build', FAILED, { output: error.message, seconds: secondsSince(start) });
  }
}

async function journeySuite(browser: string | Fault, isThereABuild: boolean): Promise<Suite> {
  if (browser instanceof Fault) return tell('journeys', FAILED, { output: browser.message, seconds: 0 });
  if (!isThereABuild) return tell('journeys', FAILED, { output: 'Not run: there is no build.', seconds: 0 });
  const report = path.join(reports, 'playwright.json');
  const run = await runTool('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    PORTAL_BROWSER: browser,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  return tell('journeys', playwrightCounts(report, run.status), run);
}

function chooseBrowser(): string | Fault {
  try {
    const found = findBrowser();
    if (found === undefined) say('Installing a browser …');
    return found ?? installBrowser();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

type Run = { status: number | null; output: string; seconds: number };

function runTool(
  script: string,
  toolArguments: string[],
  environment: Record<string, string> = {},
): Promise<Run> {
  const file = path.join(ROOT, 'node_modules', script);
  return runProgram(process.execPath, [file, ...toolArguments], environment);
}

async function runProgram(
  program: string,
  programArguments: string[],
  environment: Record<string, string> = {},
): Promise<Run> {
  const start = Date.now();
  const child = spawn(program, programArguments, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: SUITE_TAKES_AT_MOST,
    env: { ...process.env, TZ: 'Asia/Kathmandu', NO_COLOR: '1', ...environment },
  });
  children.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  children.delete(child);
  return { status, output, seconds: secondsSince(start) };
}

function tell(name: string, counts: Counts, { output, seconds }: Omit<Run, 'status'>): Suite {
  if (counts.failed > 0) say(`\n${output.trim()}\n`);
  say(`${name}: ${counts.passed} passed, ${counts.failed} failed (${seconds.toFixed(1)} s)`);
  return { name, ...counts };
}

function secondsSince(start: number): number {
  return (Date.now() - start) / 1000;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
