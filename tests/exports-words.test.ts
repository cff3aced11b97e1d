import { describe, expect, test } from 'vitest';
import { COLUMN_KEYS } from '#domain/columns.ts';
import {
  betterWords,
  durationWords,
  expectationWords,
  sizeWords,
} from '#features/report/exports/expectations.ts';
import { type Job, jobTitle, jobWords } from '#features/report/exports/job.ts';
import type { ExportProgress } from '#features/report/exports/progress.ts';

describe('before an export begins', () => {
  test('the menu says how many rows, about how large and how long', () => {
    expect(expectationWords('xlsx', 64_183, COLUMN_KEYS)).toBe('64,183 rows, about 4.6 MB, about 1 second');
    expect(expectationWords('docx', 64_183, COLUMN_KEYS)).toBe('64,183 rows, about 4.1 MB, about 2 seconds');
    expect(expectationWords('csv', 1, ['phone'])).toBe('1 row, about 9 bytes, under a second');
  });

  test('the menu says where another format serves better, and only there', () => {
    expect(betterWords('pdf', 1_000_003, COLUMN_KEYS)).toBe(
      'PDF would have about 21,277 pages: take Excel, or filter',
    );
    expect(betterWords('xlsx', 2_000_000, COLUMN_KEYS)).toBe('Goes on over 2 sheets: CSV has all in one');
    expect(betterWords('pdf', 20_000, COLUMN_KEYS)).toBeNull();
    expect(betterWords('csv', 9_000_000, COLUMN_KEYS)).toBeNull();
  });

  test.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_000, '1 KB'],
    [45_678, '46 KB'],
    [4_240_000, '4.2 MB'],
    [999_600_000, '1 GB'],
    [12_345_000_000_000, '12,345 GB'],
  ])('%d bytes are %s', (bytes, words) => expect(sizeWords(bytes)).toBe(words));

  test.each([
    [0.4, 'under a second'],
    [1, 'about 1 second'],
    [89, 'about 89 seconds'],
    [150, 'about 3 minutes'],
  ])('%d seconds are %s', (seconds, words) => expect(durationWords(seconds)).toBe(words));
});

describe('while an export runs and after it', () => {
  const progress: ExportProgress = {
    ...{ id: 'x', outcome: 'running', problem: null, reference: null },
    ...{ rows: 25_000, total: 100_000, bytes: 4_200_000, fileName: 'x.xlsx' },
  };
  const job = (given: Partial<ExportProgress> | null): Job => ({
    ...{ id: 'x', format: 'pdf', href: '', toPrint: false, startedAt: 1_000, refused: null },
    progress: given && { ...progress, ...given },
  });

  test.each([
    [job(null), 'Making PDF file', 'Beginning'],
    [job({}), 'Making PDF file', 'about 6 seconds left'],
    [
      job({ outcome: 'done', rows: 100_000 }),
      'The PDF file is made',
      '100,000 rows, 4.2 MB. It is among your downloads.',
    ],
    [
      { ...job({ outcome: 'done', rows: 100_000 }), toPrint: true },
      'The PDF file is made',
      '100,000 rows, 4.2 MB. It is in a tab of its own: print it there.',
    ],
    [
      job({ outcome: 'cancelled' }),
      'The PDF file was cancelled',
      'after 25,000 of 100,000 rows, so no file was saved',
    ],
    [
      job({ outcome: 'failed', problem: 'left' }),
      'The PDF file was not made',
      'The connection ended after 25,000',
    ],
    [
      job({ outcome: 'failed', problem: 'died' }),
      'The PDF file was not made',
      'The server ended after 25,000',
    ],
    [
      job({ outcome: 'failed', problem: 'fault' }),
      'The PDF file was not made',
      'Something failed on our side',
    ],
    [{ ...job(null), refused: 'Wait.' }, 'The PDF file has not begun', 'Wait.'],
  ])('it is said how it is (%#)', (given, title, words) => {
    expect(jobTitle(given)).toBe(title);
    expect(jobWords(given, 3_000)).toContain(words);
  });
});
