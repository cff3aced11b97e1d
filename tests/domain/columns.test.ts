import { expect, it } from 'vitest';
import { COLUMNS, FIELDS } from '#domain/columns.ts';
import type { RowCoversFields } from '#domain/report-row.ts';

it('lists the 19 fields of the report in their order, before the computed ones', () => {
  expect(COLUMNS.map((column) => column.label)).toEqual([
    'Phone Number',
    'Original Submission Date to Carrier',
    'FP Case Number',
    'Request ID',
    'Current Estimated Porting Date (EPD)',
    'Confirmed Porting Date (FOC)',
    'Confirmed Porting Time (PT)',
    'Priority',
    'Status',
    'Detailed Status',
    'Account Username',
    'Account Company Name',
    'Account ID',
    'Location',
    'Coordinator (PC or SIS)',
    'Order Creation Date',
    'Customer Requested Date (CRD)',
    'Order Approved Date (toll-free)',
    'Reject Reason',
    'Ready to assign',
    'Why not ready to assign',
  ]);
  expect(FIELDS).toEqual(COLUMNS.slice(0, 19));
  const covers: RowCoversFields = true;
  expect(covers).toBe(true);
});

it('gives each column a label of its own and a help text', () => {
  for (const column of COLUMNS) expect(column.help).toMatch(/^[A-Z].{15,}\.$/);
});
