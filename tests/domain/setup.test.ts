import { expect, test } from 'vitest';
import { parsePlace, wantedInWords } from '#domain/number-order.ts';
import { leftOver, maskSecret, missingOf, parseSetupId } from '#domain/setup.ts';
import { sortPasted } from '#domain/sort-pasted.ts';

test('a place is an area code, a city, or both', () => {
  expect(parsePlace('919')).toEqual({ areaCode: '919', city: null });
  expect(parsePlace(' (919) ')).toEqual({ areaCode: '919', city: null });
  expect(parsePlace('Raleigh,  NC')).toEqual({ areaCode: null, city: 'Raleigh, NC' });
  expect(parsePlace('919, Raleigh NC')).toEqual({ areaCode: '919', city: 'Raleigh NC' });
});

test('a place that is none says why', () => {
  const why = (text: string) => {
    const read = parsePlace(text);
    return 'because' in read ? read.because : null;
  };
  expect(why('')).toBe('Name a city or an area code.');
  expect(why('R')).toBe('Name a city or an area code.');
  expect(why('800')).toBe('800 is toll-free: choose Toll-free for it.');
  expect(why('911')).toBe('Area code 911 does not exist.');
  expect(why('191')).toBe('Area code 191 does not exist.');
  expect(why('297')).toBe('Area code 297 does not exist.');
  expect(why('9195')).toBe('An area code has three digits; a city has none.');
  expect(why('Raleigh 27601')).toBe('An area code has three digits; a city has none.');
});

test('what is wanted is told in a few words', () => {
  expect(wantedInWords({ tollFree: false, areaCode: '919', city: 'Raleigh NC' })).toBe('919, Raleigh NC');
  expect(wantedInWords({ tollFree: true, areaCode: '833', city: null })).toBe('toll-free 833');
  expect(wantedInWords({ tollFree: true, areaCode: null, city: null })).toBe('toll-free, any prefix');
});

test('of an account number the last four are shown when it is long enough to keep the rest, of a PIN nothing', () => {
  expect(maskSecret('8834221097', 'account-number')).toBe('••••1097');
  expect(maskSecret('1234567', 'account-number')).toBe('••••');
  expect(maskSecret('12345678901', 'pin')).toBe('••••');
});

test('toll-free numbers alone need no window', () => {
  const facts = {
    ...{ carrier: 'Verizon', hasAccountNumber: true, serviceAddress: '1 Main St' },
    ...{ authorisedName: 'Ada Bright', timing: null },
  };
  const phones = (list: string) => sortPasted(list, () => null).good;
  expect(missingOf(facts, phones('833-555-0140'))).toEqual([]);
  expect(missingOf(facts, phones('833-555-0140, 919-555-0140')).map(({ field }) => field)).toEqual([
    'timing',
  ]);
});

test('what is left over is what can be mended, each once', () => {
  const { notTaken } = sortPasted('919-555-0110, 919-555-0110\nhello\n919 555 01\nhello', () => null);
  expect(leftOver(notTaken)).toBe('hello\n919 555 01');
});

test('an address names a set-up by its digits', () => {
  expect(parseSetupId('42')).toBe(42);
  for (const text of ['0', '-1', '4x', '', '1e3', '9999999999999999']) expect(parseSetupId(text)).toBeNull();
});
