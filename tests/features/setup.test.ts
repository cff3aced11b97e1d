import { expect, test } from 'vitest';
import { setupPath } from '#domain/setup.ts';
import { sortPasted } from '#domain/sort-pasted.ts';
import { crumbsOf } from '#features/report/headings.ts';
import type { ReportView } from '#features/report/report-view.ts';
import { parseReportUrl, reportUrl } from '#features/report/url.ts';
import { isRange, without } from '#features/unite-setup/numbers/pasted-entry.ts';

test('an entry that is dismissed leaves no bare line or separator', () => {
  const dismissed = (list: string) => {
    const [second] = sortPasted(list, () => null).notTaken;
    return second && without(list, second);
  };
  expect(dismissed('919-555-0110\n919-555-0110\n919-555-0111')).toBe('919-555-0110\n919-555-0111');
  expect(dismissed('919-555-0110, 919-555-0110, 919-555-0111')).toBe('919-555-0110, 919-555-0111');
  expect(dismissed('919-555-0110\r\n919-555-0110\r\n')).toBe('919-555-0110\r\n');
  expect(dismissed('919-555-0110\n919-555-0110')).toBe('919-555-0110\n');
});

test('a number of a range is not cut out by itself: the others would go with it', () => {
  const list = '919-555-0110\n919-555-0110 to 0112';
  const { notTaken } = sortPasted(list, () => null);
  expect(notTaken.map((one) => isRange(list, one))).toEqual([true]);
});

test('the report keeps the set-up that it was opened from in its address, and leads back to it', () => {
  const { url, problems } = parseReportUrl(new URLSearchParams('account=7004266&setup=42'));
  expect(problems).toEqual([]);
  expect(url.setup).toBe(42);
  expect(reportUrl(url)).toMatch(/\?account=7004266&setup=42$/);
  const account = { id: '7004266', username: null, company: 'Brightwater Pediatrics' };
  expect(crumbsOf({ url, account } as ReportView)[0]).toEqual({
    label: 'Back to set-up of Brightwater Pediatrics',
    href: setupPath(42, 'numbers'),
  });
});

test('what is no set-up is said, and leads nowhere', () => {
  const { url, problems } = parseReportUrl(new URLSearchParams('setup=//example.com'));
  expect(problems).toMatchObject([{ name: 'setup', because: 'is not a set-up' }]);
  expect(url.setup).toBeUndefined();
  const words = JSON.stringify(crumbsOf({ url, account: null } as ReportView));
  expect(words).not.toContain('Back');
});
