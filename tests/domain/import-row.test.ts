import { describe, expect, it } from 'vitest';
import type { FieldKey } from '#domain/columns.ts';
import { freeText, LONGEST_TEXT } from '#domain/import/free-text.ts';
import { recogniseHeader } from '#domain/import/header.ts';
import { isBlank, readRow, reasonOf, recordTexts } from '#domain/import/row.ts';

const GOOD = {
  phone: '(415) 555-0123',
  requestId: '500008',
  accountId: '7003601',
  detailedStatus: 'Submitted',
} satisfies Partial<Record<FieldKey, string>>;

function read(given: Partial<Record<FieldKey, string>>, beyond = '') {
  return readRow({ texts: { ...GOOD, ...given }, beyond }, true);
}

function rowOf(given: Partial<Record<FieldKey, string>>) {
  const reading = read(given);
  if ('problems' in reading) throw new Error(reasonOf(reading.problems));
  return reading.row;
}

function problemsOf(given: Partial<Record<FieldKey, string>>, beyond = '') {
  const reading = read(given, beyond);
  return 'problems' in reading ? reading.problems : [];
}

describe('a row of a file', () => {
  it('is read into facts', () => {
    const row = rowOf({
      submittedOn: '1/28/2025 12:00:00 AM',
      caseNumber: '4000001',
      estimatedOn: '2/6/2025',
      focOn: '2025-02-03',
      focTime: '1:30 PM',
      priority: 'expedite',
      status: 'confirmed',
      detailedStatus: 'Confirmed',
      username: 'harbor277',
      company: 'Two\r\nLines Holding',
      location: 'Site 2',
      coordinator: 'PC Dana',
      createdOn: '2025-01-23',
      requestedOn: '2025-02-01',
      rejectReason: 'Name mismatch',
    });
    expect(row).toEqual({
      phone: '+14155550123',
      requestId: '500008',
      accountId: '7003601',
      caseNumber: '4000001',
      username: 'harbor277',
      company: 'Two\nLines Holding',
      order: {
        type: 'local',
        detailedStatus: 'confirmed',
        priority: 'expedite',
        submittedOn: '2025-01-28',
        estimatedOn: '2025-02-06',
        focOn: '2025-02-03',
        focTime: '13:30',
        createdOn: '2025-01-23',
        requestedOn: '2025-02-01',
        approvedOn: null,
        location: 'Site 2',
        coordinator: 'PC Dana',
        rejectReason: 'Name mismatch',
      },
    });
  });

  it('leaves blank what is blank, and takes a blank priority for standard', () => {
    const { order, caseNumber, username } = rowOf({});
    expect([caseNumber, username, order.focOn, order.focTime, order.rejectReason]).toEqual(
      Array(5).fill(null),
    );
    expect(order.priority).toBe('standard');
  });

  it.each([
    ['phone', '', 'Phone Number is missing.'],
    ['phone', '911-555-0100', 'Phone Number "911-555-0100" is not a North American number of ten digits.'],
    ['phone', '+44 20 7946 0958', /is not a North American number/],
    ['phone', '212555019', /is not a North American number/],
    ['requestId', '', 'Request ID is missing.'],
    ['requestId', 'abc', 'Request ID "abc" is not a request ID of 1 to 18 digits.'],
    ['requestId', '1234567890123456789', /is not a request ID/],
    ['accountId', '', 'Account ID is missing.'],
    ['accountId', '7003601 B', /is not an account ID/],
    ['caseNumber', '=1+1', /is not a case number/],
    ['detailedStatus', '', 'Detailed Status is missing.'],
    ['detailedStatus', 'Somewhere', /is not a detailed status of the report/],
    ['status', 'Sleeping', /"Sleeping" is not one of Waiting for You, In Progress, Scheduled/],
    ['createdOn', '2026-02-30', /is not a day of the calendar/],
    ['createdOn', '13/45/2026', /is not a day of the calendar/],
    ['estimatedOn', '2026-11-18 10:30', /is not a day of the calendar/],
    ['focTime', '25:00', /is not a time of day/],
    ['priority', 'Urgent', /is neither Standard nor Expedite/],
    ['company', '#NAME?', /is an error of the spreadsheet/],
    ['rejectReason', 'x'.repeat(LONGEST_TEXT + 1), /is longer than 2000 characters/],
  ] as const)('is rejected for its %s %j', (field, value, reason) => {
    const problems = problemsOf({ [field]: value });
    expect(problems).toMatchObject([{ field, value }]);
    expect(reasonOf(problems)).toMatch(reason);
  });

  it('is told all that is wrong with it at once', () => {
    const problems = problemsOf({ phone: 'x', focOn: 'soon', accountId: '' }, 'and more');
    expect(problems.map(({ field }) => field)).toEqual(['phone', 'focOn', 'accountId', 'row']);
    expect(reasonOf(problems)).toContain('more cells than the header: "and more"');
  });

  it.each([
    [
      'firm-order-confirmation of a toll-free number',
      { phone: '8005550123', detailedStatus: 'Firm order confirmation' },
      'detailedStatus',
    ],
    ['Accepted of a local number', { detailedStatus: 'Accepted' }, 'detailedStatus'],
    ['Firm order confirmation without a date', { detailedStatus: 'Firm order confirmation' }, 'focOn'],
    ['Confirmed without a date', { status: 'Confirmed', detailedStatus: '' }, 'focOn'],
    ['a FOC date of a toll-free number', { phone: '8005550123', focOn: '2026-03-18' }, 'focOn'],
    [
      'a requested date of a toll-free number',
      { phone: '8005550123', requestedOn: '2026-03-18' },
      'requestedOn',
    ],
    ['an expedited toll-free number', { phone: '8005550123', priority: 'Expedite' }, 'priority'],
    ['an approved date of a local number', { approvedOn: '2026-03-18' }, 'approvedOn'],
    ['a time without a date', { focTime: '10:00 AM' }, 'focTime'],
  ] as const)('is rejected by the rules: %s', (_, given, field) => {
    expect(problemsOf(given)).toMatchObject([{ field }]);
  });
});

describe('the two statuses of a row', () => {
  it.each([
    ['In Progress', 'Submitted', 'submitted'],
    ['', 'Submitted', 'submitted'],
    ['waiting for you', 'additional info REQUIRED', 'additional-info-required'],
    ['Canceled', 'Cancelled', 'cancelled'],
    ['Cancelled', 'Canceled', 'cancelled'],
    ['Canceled', 'Closed as Incomplete', 'closed-as-incomplete'],
    ['Confirmed', '', 'confirmed'],
    ['Confirmed', 'Confirmed', 'confirmed'],
    ['Confirmed', 'Firm order confirmation', 'confirmed'],
    ['Scheduled', 'Firm order confirmation', 'firm-order-confirmation'],
  ])('%j and %j are %s', (status, detailedStatus, read) => {
    expect(rowOf({ status, detailedStatus, focOn: '2026-03-18' }).order.detailedStatus).toBe(read);
  });

  it.each([
    ['In Progress', 'Completed'],
    ['Scheduled', 'Confirmed'],
    ['Confirmed', 'Submitted'],
    ['Completed', ''],
    ['Scheduled', ''],
  ])('%j with %j is rejected, the detailed status named', (status, detailedStatus) => {
    expect(problemsOf({ status, detailedStatus, focOn: '2026-03-18' })).toMatchObject([
      { field: 'detailedStatus', value: detailedStatus },
    ]);
  });

  it('say why they do not go together', () => {
    expect(reasonOf(problemsOf({ status: 'In Progress', detailedStatus: 'Completed' }))).toBe(
      'Detailed Status "Completed" does not belong to the status In Progress: it stands for Completed.',
    );
  });
});

describe('a free text', () => {
  it.each([
    ["'=HYPERLINK(1)", '=HYPERLINK(1)'],
    ["'+Plus Networks", '+Plus Networks'],
    ["'-Minus Ltd", '-Minus Ltd'],
    ["'@At Sign", '@At Sign'],
    ["''=twice", '=twice'],
    ["'quoted' name", "'quoted' name"],
    ["O'Brien", "O'Brien"],
    ['=HYPERLINK(1)', '=HYPERLINK(1)'],
    ['  two\r\nlines\rand three  ', 'two\nlines\nand three'],
    ['nul\0 inside', 'nul inside'],
    ["'\t=x", '=x'],
    ['東京電話サービス', '東京電話サービス'],
  ])('%j is read as %j, and read again stays so', (text, read) => {
    expect(freeText(text)).toBe(read);
    expect(freeText(guarded(read))).toBe(read);
  });

  function guarded(text: string): string {
    return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  }
});

describe('a record', () => {
  const header = recogniseHeader(['Phone Number', 'What?', 'Request ID', 'Account ID', 'Detailed Status']);

  it('is assigned to its columns; missing cells are blank, those beyond the header are kept apart', () => {
    expect(recordTexts([' 4155550123 ', 'x', 500_008], header, false)).toEqual({
      texts: { phone: '4155550123', requestId: '500008', accountId: '', detailedStatus: '' },
      beyond: '',
    });
    expect(recordTexts(['a', 'b', 'c', 'd', 'e', '', 'f', 'g'], header, false).beyond).toBe('f g');
  });

  it('is blank when nothing is in it', () => {
    expect(isBlank(['', ' ', '\t'])).toBe(true);
    expect(isBlank([])).toBe(true);
    expect(isBlank(['', 0])).toBe(false);
  });
});
