import { formatClockTime, STANDARD_PORTING_TIME } from '#domain/clock-time.ts';
import type { Header } from '#domain/import/header.ts';
import { LARGE_ORDER } from '#domain/order-rules.ts';
import type { FileImported, ImportProgress } from '#features/import/import-file.ts';

/** What is to be said of a header that serves: the columns that are ignored, by name. */
export function describeHeader({ unknown }: Header): string[] {
  return unknown.map((name) => `Ignored, as it is no column of the report: ${name}`);
}

/** What an import is doing, for a line that is written over. */
export function describeProgress(progress: ImportProgress): string {
  if (progress.step === 'reading') return `${progress.rows.toLocaleString('en-US')} rows read …`;
  return STEPS[progress.step];
}

const STEPS: Record<Exclude<ImportProgress['step'], 'reading'>, string> = {
  waiting: 'Another import for this partner is running: waiting for it to end …',
  comparing: 'Comparing with what is there …',
  writing: 'Writing …',
  tidying: 'Taking stock …',
};

/** What came of an import, line by line. */
export function describeImport(
  done: FileImported,
  { dryRun, seconds }: { dryRun: boolean; seconds: number },
): string[] {
  const { read, imported, unchanged, rejected, partner } = done;
  return [
    ...aside(done),
    ...rejections(done),
    ...warnings(done),
    `${partner.name} (${partner.slug}${partner.created ? ', new' : ''}): ${written(done)}`,
    `read ${read} = imported ${imported} + unchanged ${unchanged} + rejected ${rejected}`,
    ...whereRejectsAre(done, dryRun),
    dryRun ? `Dry run: nothing was changed. ${took(seconds)}` : took(seconds),
  ];
}

function aside({ blank, aboveHeader }: FileImported): string[] {
  const lines = [];
  if (aboveHeader > 0) lines.push(`Passed over above the header: ${counted(aboveHeader, 'record')}`);
  if (blank > 0) lines.push(`Passed over, as nothing is in them: ${counted(blank, 'row')}`);
  return lines;
}

function rejections({ rejected, rejections: told }: FileImported): string[] {
  if (rejected === 0) return [];
  const more = rejected - told.length;
  return [
    `Rejected: ${counted(rejected, 'row')}`,
    ...told.map(({ record, reason }) => `  record ${record}: ${reason}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

function warnings({ warnings: { unusualTimes, accountNames } }: FileImported): string[] {
  const lines = [];
  if (unusualTimes.orders > 0) {
    const { orders, rows, requests } = unusualTimes;
    lines.push(
      `Warning: ${counted(orders, 'order')} of at most ${LARGE_ORDER} numbers (${counted(rows, 'row')}) ` +
        `not at ${formatClockTime(STANDARD_PORTING_TIME)}, in request ${listed(requests, orders)}`,
    );
  }
  if (accountNames.accounts > 0) {
    lines.push(
      `Warning: ${counted(accountNames.accounts, 'account')} with several usernames or company names, ` +
        `of which the first counts: ${listed(accountNames.ids, accountNames.accounts)}`,
    );
  }
  return lines;
}

function written({ written: w, events }: FileImported): string {
  return [
    `${counted(w.accountsCreated, 'account')}, ${counted(w.requestsCreated, 'request')}, ${counted(w.ordersCreated, 'order')} created`,
    `${counted(w.ordersChanged, 'order')} changed`,
    `${counted(w.numbersAdded, 'number')} added, ${w.numbersMoved} moved`,
    `${counted(events, 'event')}`,
  ].join('; ');
}

function whereRejectsAre({ rejected, rejectsFile }: FileImported, dryRun: boolean): string[] {
  if (rejectsFile !== null)
    return [`Rejected rows: ${rejectsFile}${rejected > 0 ? ' (mend and import it)' : ' (none)'}`];
  if (rejected === 0) return [];
  const why = dryRun ? 'A dry run writes no file of them' : 'The folder of the file cannot be written to';
  return [`${why} unless one is named: --rejects FILE`];
}

function took(seconds: number): string {
  return `Took ${seconds.toFixed(1)} s.`;
}

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function listed(some: readonly string[], all: number): string {
  return `${some.join(', ')}${all > some.length ? ` and ${all - some.length} more` : ''}`;
}
