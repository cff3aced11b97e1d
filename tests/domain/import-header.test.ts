import { describe, expect, it } from 'vitest';
import { COLUMNS, FIELDS } from '#domain/columns.ts';
import { headerProblem, isHeader, REASON_LABEL, recogniseHeader } from '#domain/import/header.ts';

const NEEDED = ['Phone Number', 'Request ID', 'Account ID', 'Detailed Status'];
const SOURCE = [
  'Phone number',
  'Original submission date to Carrier',
  'FP Case Number',
  'Request ID',
  'Current Estimated Porting Date (EPD)',
  'Confirmed Porting Date',
  'Confirmed Porting Time, PST',
  'Priority',
  'Status',
  'Detailed Status',
  'Account username',
  'Account Company Name',
  'Account ID',
  'Location',
  'Coordinator (PC or SIS)',
  'Order Creation Date',
  'Customer Requested Date (CRD)',
  'Order Approved Date (Toll-Free numbers only)',
  'Reject reason',
];

describe('the header of a file', () => {
  it('is read with the labels of the source', () => {
    const header = recogniseHeader(SOURCE);
    expect(header.fields).toEqual(FIELDS.map(({ key }) => key));
    expect(header.unknown).toEqual([]);
    expect(headerProblem(header)).toBeNull();
  });

  it('is read with the labels of our exports, of which the computed columns say nothing to be read', () => {
    const header = recogniseHeader(COLUMNS.map(({ label }) => label));
    expect(header.fields).toEqual([...FIELDS.map(({ key }) => key), null, null]);
    expect(header.unknown).toEqual([]);
  });

  it.each([
    ['in any order', SOURCE.toReversed()],
    ['in any case', SOURCE.map((label) => label.toUpperCase())],
    [
      'with other blanks and punctuation',
      SOURCE.map((label) => ` ${label.replace(/ /g, '_').replace(/[(),]/g, '')}\n`),
    ],
    ['with blank cells after it', [...SOURCE, '', ' ', '']],
  ])('is read %s', (_, cells) => {
    const header = recogniseHeader(cells);
    expect(header.given.size).toBe(19);
    expect(header.unknown).toEqual([]);
    expect(header.cells).toHaveLength(19);
  });

  it.each(['Confirmed Porting Time, PST', 'Confirmed Porting Time (PT)', 'confirmed porting time'])(
    'takes %s for the porting time',
    (label) => expect(recogniseHeader([label]).fields).toEqual(['focTime']),
  );

  it('names what is no column of the report, and ignores it', () => {
    const header = recogniseHeader([...NEEDED, 'Favourite Colour', '', 'Priority']);
    expect(header.unknown).toEqual(['Favourite Colour', 'column 6, which has no header']);
    expect(header.fields.slice(4)).toEqual([null, null, 'priority']);
    expect(headerProblem(header)).toBeNull();
  });

  it('knows the column that a rejects file adds, and ignores it', () => {
    const header = recogniseHeader([...NEEDED, 'Reject Reason', REASON_LABEL]);
    expect(header.fields.slice(4)).toEqual(['rejectReason', null]);
    expect(header.unknown).toEqual([]);
  });

  it('says which of the needed columns are missing', () => {
    const header = recogniseHeader(['Request ID', 'Status']);
    expect(header.missing).toEqual(['phone', 'accountId', 'detailedStatus']);
    expect(headerProblem(header)).toBe(
      'The file has no column for Phone Number, Account ID, Detailed Status: its header is "Request ID, Status".',
    );
    expect(isHeader(['Request ID', 'Status'])).toBe(false);
  });

  it('may not say the same twice', () => {
    const header = recogniseHeader([...NEEDED, 'Confirmed Porting Date', 'FOC date']);
    expect(headerProblem(header)).toBe(
      'More than one column is the Confirmed Porting Date (FOC): "Confirmed Porting Date" and "FOC date". Remove all but the one that holds.',
    );
  });
});
