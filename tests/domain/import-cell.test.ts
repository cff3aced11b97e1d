import { describe, expect, it } from 'vitest';
import { cellText } from '#domain/import/cell.ts';

describe('the cell of a spreadsheet', () => {
  it.each([
    [46_344, false, '2026-11-18'],
    [44_882, true, '2026-11-18'],
    [45_359, false, '2024-03-08'],
    [43_897, true, '2024-03-08'],
    [45_351, false, '2024-02-29'],
    [46_344.000_001, false, '2026-11-18'],
  ])('%d of a date column is a day (1904: %s)', (serial, dates1904, day) => {
    expect(cellText(serial, 'date', dates1904)).toBe(day);
  });

  it('keeps a time of day that a date should not have, so that it is seen', () => {
    expect(cellText(46_344.437_5, 'date', false)).toBe('2026-11-18 10:30');
  });

  it.each([
    [0.416_666_666_666_667, '10:00'],
    [0.562_5, '13:30'],
    [0, '00:00'],
    [0.999_999, '00:00'],
  ])('%d of a time column is %s', (fraction, time) => {
    expect(cellText(fraction, 'time', false)).toBe(time);
  });

  it.each([
    [12_125_550_123, 'phone', '12125550123'],
    [500_008, 'identifier', '500008'],
    [46_344, 'text', '46344'],
    [0, 'date', '0'],
    [10, 'time', '10'],
    ['2026-11-18', 'date', '2026-11-18'],
    [undefined, 'text', ''],
  ] as const)('%s of a %s column is written %s', (cell, kind, text) => {
    expect(cellText(cell, kind, false)).toBe(text);
  });
});
