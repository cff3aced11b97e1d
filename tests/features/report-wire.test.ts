import { expect, test } from 'vitest';
import type { PhoneNumber } from '#domain/phone-number.ts';
import type { ReportPageRow } from '#domain/report-request.ts';
import { packRows, shownIn, unpackRows } from '#features/report/wire.ts';

const ROW: ReportPageRow = {
  ...{ phone: '+14155550140' as PhoneNumber, requestId: '512003', accountId: '7003601', orderId: 1 },
  ...{ priority: 'standard', status: 'in-progress', detailedStatus: 'submitted', tollFree: false },
  ...{ submittedOn: null, caseNumber: null, estimatedOn: null, focOn: null, focTime: null, username: null },
  ...{ company: null, location: null, coordinator: null, createdOn: null, requestedOn: null },
  ...{ approvedOn: null, rejectReason: null, readyToAssign: false, notReadyBecause: 'no-foc' },
};

test('a number that is not ready says why on screen, one that is says Yes alone', () => {
  const ready = { ...ROW, orderId: 2, readyToAssign: true, notReadyBecause: null };
  const rows = unpackRows(packRows([ROW, ready]));
  expect(rows.map((row) => shownIn(row, 'readyToAssign'))).toEqual([
    'No. The losing carrier has not confirmed a date (FOC) yet.',
    'Yes',
  ]);
  expect(rows.map((row) => shownIn(row, 'notReadyBecause'))).toEqual([
    'The losing carrier has not confirmed a date (FOC) yet.',
    '',
  ]);
});
