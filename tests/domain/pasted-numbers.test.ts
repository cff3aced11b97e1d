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
  expect(whyNoPhoneNumber('442079460958')).toBe('It has 12 digits; a number has 10.');
  for (const abroad of ['+44 20 7946 0958', '011 44 20 7946 0958'])
    expect(whyNoPhoneNumber(abroad)).toBe('It is not a US or Canadian number, and only those can be moved.');
});

test('two numbers of which one is wrong are not taken for one', () => {
  expect(read('415 555 0140 911 555 0141')).toEqual([
    '+14155550140',
    '911 555 0141: Area code 911 does not exist.',
  ]);
});

const BLOCK = Array.from({ length: 10 }, (_, i) => `+1415555014${i}`);

test('a range is each of its numbers, in whatever way its two ends are written', () => {
  for (const list of [
    '415-555-0140 to 0149',
    '4155550140-4155550149',
    '4155550140 thru 49',
    '(415) 555-0140 – (415) 555-0149',
    '(415) 555-0140  –  (415) 555-0149',
    '415.555.0140 through 415.555.0149',
    '+1 415 555 0140 - 0149',
    '415-555-0140-0149',
    '415-555-0140 to 555-0149',
    '4155550140 to 9',
    '4155550140…4155550149',
    'DIDs: 4155550140-49',
  ])
    expect(read(list), list).toEqual(BLOCK);
});

test('ranges and single numbers stand side by side', () => {
  expect(read('212-555-0101, 4155550140 to 0141\n212-555-0102; 4155550142-43')).toEqual([
    '+12125550101',
    '+14155550140',
    '+14155550141',
    '+12125550102',
    '+14155550142',
    '+14155550143',
  ]);
});

test('a range that is none is named, with why', () => {
  expect(read('415-555-0149 to 0140')).toEqual([
    '415-555-0149 to 0140: It runs backwards: its last number comes before its first.',
  ]);
  expect(read('415-555-0140 to 415-556-0149')).toEqual([
    '415-555-0140 to 415-556-0149: A range stays within one area code and exchange: part it where they change.',
  ]);
  expect(read('415-555-0000 to 9999')).toEqual([
    '415-555-0000 to 9999: It would be 10,000 numbers; a range has at most 1,000.',
  ]);
  expect(read('911-555-0140 to 0149')[0]).toMatch(/^911-555-0140 to 0149: /);
  expect(read('415-555-0140 to Oakland')).toEqual(['415-555-0140 to Oakland: It has letters in it.']);
});

test('an extension behind a mere dash is not taken for the end of a range', () => {
  expect(read('415-555-0140-5')).toEqual(['415-555-0140-5: It has 11 digits; a number has 10.']);
});

test('a list of ranges is read up to 20,000 numbers, and what goes beyond is named', () => {
  const ranges = Array.from({ length: 40 }, (_, i) => `4155${10 + i}0000-0999`).join('\n');
  const all = parsePastedNumbers(ranges);
  expect(all.filter(({ phone }) => phone !== null)).toHaveLength(20_000);
  expect(all.at(-1)).toMatchObject({
    line: 21,
    phone: null,
    because: 'With it the list would have more than 20,000 numbers.',
  });
});

test('each entry says where it stands, so that it can be cut out of the list', () => {
  const list = '1. 415-555-0140\r\n\r\nMain: hello ,, 415-555-0141  thru  42\n  bad one\t212 555 0140';
  const places = parsePastedNumbers(list).map(({ text, line, start, end }) => {
    expect(list.slice(start, end)).toContain(text);
    return `${line} ${list.slice(start, end)}`;
  });
  expect(places).toEqual([
    '1 415-555-0140',
    '3 hello',
    '3 415-555-0141  thru  42',
    '3 415-555-0141  thru  42',
    '4 bad one',
    '4 212 555 0140',
  ]);
});
