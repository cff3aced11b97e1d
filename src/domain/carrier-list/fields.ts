import type { ColumnKind } from '../columns.ts';

/** What a column of a carrier's list can be read as: what names the order, then what is new of it. */
export const NAMING_FIELDS = ['phone', 'orderId', 'requestId'] as const;
export const NEWS_FIELDS = [
  'detailedStatus',
  'focOn',
  'focTime',
  'estimatedOn',
  'approvedOn',
  'rejectReason',
  'note',
] as const;
export const CARRIER_FIELDS = [...NAMING_FIELDS, ...NEWS_FIELDS] as const;
export type CarrierField = (typeof CARRIER_FIELDS)[number];

type FieldFacts = {
  label: string;
  help: string;
  kind: ColumnKind;
  /** Headers under which carriers write it; case, blanks and punctuation do not count. */
  headers: readonly string[];
};

export const CARRIER_FIELD_FACTS: Record<CarrierField, FieldFacts> = {
  phone: {
    label: 'Phone number',
    help: 'Names the one open order that has it.',
    kind: 'phone',
    headers: ['Phone', 'Phone No', 'Number', 'Telephone', 'Telephone Number', 'TN', 'DID', 'BTN', 'WTN'],
  },
  orderId: {
    label: 'Order',
    help: 'Our order ID.',
    kind: 'identifier',
    // A carrier's order number is another: only what says that it is ours is guessed.
    headers: ['Order ID', 'Our Order', 'Our Order ID'],
  },
  requestId: {
    label: 'Request ID',
    help: 'Names an order only where the request has a single open one.',
    kind: 'identifier',
    headers: ['Request', 'Port Request', 'Our Request', 'Our Request ID'],
  },
  detailedStatus: {
    label: 'Detailed status',
    help: 'Left out or blank, the order stays in its status and gets new dates.',
    kind: 'enum',
    headers: ['Status', 'Order Status', 'Port Status', 'LNP Status', 'New Status'],
  },
  focOn: {
    label: 'FOC date',
    help: 'The confirmed day, alone or with the time behind it.',
    kind: 'date',
    headers: [
      ...['FOC', 'Confirmed Porting Date', 'Confirmed Porting Date (FOC)', 'Confirmed Date', 'Port Date'],
      ...['Firm Order Commitment', 'Firm Order Confirmation', 'FOC Due Date', 'Activation Date'],
    ],
  },
  focTime: {
    label: 'FOC time',
    help: 'Pacific time; 10:00 AM where nothing is said.',
    kind: 'time',
    headers: [
      ...['Time', 'FOC Time (PT)', 'Confirmed Porting Time', 'Confirmed Porting Time (PT)', 'Port Time'],
      ...['Confirmed Porting Time, PST', 'Confirmed Porting Time, PT', 'Activation Time', 'Confirmed Time'],
    ],
  },
  estimatedOn: {
    label: 'EPD',
    help: 'The estimated porting date.',
    kind: 'date',
    headers: [
      ...['Estimated Porting Date', 'Current Estimated Porting Date (EPD)', 'Estimated Date', 'Estimate'],
      ...['Desired Due Date', 'DDD', 'ETA'],
    ],
  },
  approvedOn: {
    label: 'Approved date',
    help: 'Toll-free only: the day the losing side accepted.',
    kind: 'date',
    headers: [
      ...['Approved', 'Approval Date', 'Order Approved Date', 'Order Approved Date (toll-free)'],
      ...['Order Approved Date (Toll-Free numbers only)', 'Accepted On', 'Accepted Date', 'RespOrg Approved'],
    ],
  },
  rejectReason: {
    label: 'Reject reason',
    help: 'For rows that are Rejected.',
    kind: 'text',
    headers: ['Reason', 'Rejection Reason', 'Reject', 'Rejection', 'Jeopardy Reason', 'Reject Text'],
  },
  note: {
    label: 'Note for the partner',
    help: 'The partner reads it. Closed as incomplete needs one.',
    kind: 'text',
    headers: ['Partner Note', 'Note to partner'],
  },
};
