import { describe, expect, it } from 'vitest';
import { formatPhoneNumber, numberType, type PhoneNumber, parsePhoneNumber } from '#domain/phone-number.ts';

describe('a phone number', () => {
  it.each([
    '2125550123',
    '12125550123',
    '+12125550123',
    '(212) 555-0123',
    '212.555.0123',
    '212-555-0123',
    '1 (212) 555 0123',
    ' +1\u00a0212\u202f555\u20110123 ',
  ])('is read from %j', (text) => {
    expect(parsePhoneNumber(text)).toBe('+12125550123');
  });

  it.each([
    '',
    '212555012',
    '21255501234',
    '911-555-0100',
    '411 555 0100',
    '292-555-0100',
    '112-555-0100',
    '212-155-0100',
    '+44 20 7946 0958',
    '212-555-0123 x5',
    '++12125550123',
    '212+5550123',
    '２１２5550123',
  ])('is refused in %j', (text) => {
    expect(parsePhoneNumber(text)).toBeNull();
  });

  it('is toll-free by its area code alone', () => {
    const areas = ['800', '833', '844', '855', '866', '877', '888'];
    for (const area of areas) expect(numberType(`+1${area}5550100` as PhoneNumber)).toBe('toll-free');
    for (const area of ['212', '808', '880', '822'])
      expect(numberType(`+1${area}5550100` as PhoneNumber)).toBe('local');
  });

  it('is shown grouped', () => {
    expect(formatPhoneNumber('+14155550140')).toBe('(415) 555-0140');
  });
});
