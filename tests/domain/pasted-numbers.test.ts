import { expect, test } from 'vitest';
import { parsePastedNumbers, whyNoPhoneNumber } from '#domain/pasted-numbers.ts';

function read(list: string): string[] {
  return parsePastedNumbers(list).map((one) => one.phone ?? `${one.text}: ${one.because}`);
}

test('numbers are read in whatever way people part them', () => {
  const two = ['+14155550140', '+12125550141'];
  for (const list of [
    '(415) 555-0140\n(212) 555-0141',
    '4155550140, 12125550141',
    '415.555.0140;212.555.0141',
    '+1 415 555 0140\t+1 212 555 0141',
    '415 555 0140 212 555 0141',
    '415-555-0140 and 212-555-0141',
    '4155550140 2125550141',
    '(415) 555-0140 / (212) 555-0141',
    '1. 415-555-0140\r\n2. 212-555-0141\r\n',
    '• (415) 555-0140\n• (212) 555-0141',
    'Main line: 415-555-0140\nFax: 212-555-0141',
  ])
    expect(read(list), list).toEqual(two);
});

test('nothing is no numbers', () => {
  expect(read('')).toEqual([]);
  expect(read(' \n , ;; \t')).toEqual([]);
});

test('what is no number is named, with why, and the others are read', () => {
  expect(read('415-555-0140\n415-555-014\nhello\n911-555-0140')).toEqual([
    '+14155550140',
    '415-555-014: It has 9 digits; a number has 10.',
    'hello: It has letters in it.',
    '911-555-0140: Area code 911 does not exist.',
  ]);
});

test('a number that is none says which part of it is wrong', () => {
  expect(whyNoPhoneNumber('115-555-0140')).toBe('Area code 115 does not exist: none begins with 1.');
  expect(whyNoPhoneNumber('291-555-0140')).toBe('Area code 291 does not exist.');
  expect(whyNoPhoneNumber('415-155-0140')).toBe('No number continues with 1 after its area code.');
  expect(whyNoPhoneNumber('5')).toBe('It has 1 digit; a number has 10.');
  expect(whyNoPhoneNumber('--')).toBe('There are no digits in it.');
  expect(whyNoPhoneNumber('+44 20 7946 0958')).toBe('It has 12 digits; a number has 10.');
});

test('two numbers of which one is wrong are not taken for one', () => {
  expect(read('415 555 0140 911 555 0141')).toEqual([
    '+14155550140',
    '911 555 0141: Area code 911 does not exist.',
  ]);
});
