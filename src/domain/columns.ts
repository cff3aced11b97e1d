import { COMPUTED_LIST } from './computed-columns.ts';

/** How a column's values are written, compared, found and exported. */
export type ColumnKind = 'phone' | 'identifier' | 'date' | 'time' | 'enum' | 'text' | 'flag';

export type ColumnFacts = {
  key: string;
  label: string;
  /** The help text at the header, in our own words. */
  help: string;
  kind: ColumnKind;
  /** The noun that the fact belongs to. */
  of: 'number' | 'order' | 'request' | 'account';
  /** How it reads in SQL: a fixed expression over n (port_number), o (port_order), r (port_request), a (account). */
  sql: string;
  /** Least width on screen, in pixels at 100 % zoom. */
  width: number;
  /** Header names, besides the label, under which an import recognises it. */
  aliases?: readonly string[];
};

/** The 19 fields of the report in their order. The one list that everything derives from. */
const FIELD_LIST = [
  {
    key: 'phone',
    label: 'Phone Number',
    help: 'The number being ported to us.',
    kind: 'phone',
    of: 'number',
    sql: 'n.phone',
    width: 172,
  },
  {
    key: 'submittedOn',
    label: 'Original Submission Date to Carrier',
    help: 'The day the order first went to the carrier. Often blank, also for orders well under way; the status tells more.',
    kind: 'date',
    of: 'order',
    sql: 'o.submitted_on',
    width: 148,
  },
  {
    key: 'caseNumber',
    label: 'FP Case Number',
    help: 'The Footprints case in which the porting team writes to you. Quote it when you write to us.',
    kind: 'identifier',
    of: 'request',
    sql: 'r.case_number',
    width: 96,
  },
  {
    key: 'requestId',
    label: 'Request ID',
    help: 'The request that holds this order. End users see the same reference.',
    kind: 'identifier',
    of: 'request',
    sql: 'o.request_id',
    width: 104,
  },
  {
    key: 'estimatedOn',
    label: 'Current Estimated Porting Date (EPD)',
    help: 'The day we asked the losing carrier for. Tentative: it moves until a date is confirmed.',
    kind: 'date',
    of: 'order',
    sql: 'o.estimated_on',
    width: 134,
  },
  {
    key: 'focOn',
    label: 'Confirmed Porting Date (FOC)',
    help: 'The day the losing carrier agreed to (firm order confirmation). Local orders only.',
    kind: 'date',
    of: 'order',
    sql: 'o.foc_on',
    width: 130,
    aliases: ['Confirmed Porting Date', 'FOC Date', 'FOC'],
  },
  {
    key: 'focTime',
    label: 'Confirmed Porting Time (PT)',
    help: 'When the port is triggered, Pacific time. The order shows as completed up to an hour later.',
    kind: 'time',
    of: 'order',
    sql: 'o.foc_time',
    width: 130,
    aliases: [
      'Confirmed Porting Time, PST',
      'Confirmed Porting Time, PT',
      'Confirmed Porting Time (PST)',
      'Confirmed Porting Time',
    ],
  },
  {
    key: 'priority',
    label: 'Priority',
    help: 'Standard, unless an expedite was arranged for a local order. Toll-free orders cannot be expedited.',
    kind: 'enum',
    of: 'order',
    sql: 'o.priority',
    width: 86,
  },
  {
    key: 'status',
    label: 'Status',
    help: 'Where the order stands and whose turn it is. Only Waiting for You needs you.',
    kind: 'enum',
    of: 'order',
    sql: 'port_status(o.detailed_status)',
    width: 144,
  },
  {
    key: 'detailedStatus',
    label: 'Detailed Status',
    help: 'The exact step within the status.',
    kind: 'enum',
    of: 'order',
    sql: 'o.detailed_status',
    width: 220,
  },
  {
    key: 'username',
    label: 'Account Username',
    help: 'The username of the account in our system.',
    kind: 'text',
    of: 'account',
    sql: 'a.username',
    width: 130,
  },
  {
    key: 'company',
    label: 'Account Company Name',
    help: 'The company name in our system. The one on the letter of authorization may differ.',
    kind: 'text',
    of: 'account',
    sql: 'a.company_name',
    width: 220,
  },
  {
    key: 'accountId',
    label: 'Account ID',
    help: 'The account in our system that the number will belong to.',
    kind: 'identifier',
    of: 'account',
    sql: 'o.account_id',
    width: 100,
  },
  {
    key: 'location',
    label: 'Location',
    help: 'Tells orders for several sites apart, mostly for SIP.',
    kind: 'text',
    of: 'order',
    sql: 'o.location',
    width: 120,
  },
  {
    key: 'coordinator',
    label: 'Coordinator (PC or SIS)',
    help: 'Who looks after the order with the end user, mostly for SIP.',
    kind: 'text',
    of: 'order',
    sql: 'o.coordinator',
    width: 150,
    aliases: ['Coordinator'],
  },
  {
    key: 'createdOn',
    label: 'Order Creation Date',
    help: 'The day the order began with us; with an online letter of authorization, the day that it arrived.',
    kind: 'date',
    of: 'order',
    sql: 'o.created_on',
    width: 118,
  },
  {
    key: 'requestedOn',
    label: 'Customer Requested Date (CRD)',
    help: 'A day the customer asked for. Usually blank, and never set for toll-free.',
    kind: 'date',
    of: 'order',
    sql: 'o.requested_on',
    width: 148,
  },
  {
    key: 'approvedOn',
    label: 'Order Approved Date (toll-free)',
    help: 'The day the losing side accepted a toll-free order. The numbers have not ported yet on that day.',
    kind: 'date',
    of: 'order',
    sql: 'o.approved_on',
    width: 148,
    aliases: ['Order Approved Date (Toll-Free numbers only)', 'Order Approved Date'],
  },
  {
    key: 'rejectReason',
    label: 'Reject Reason',
    help: 'Why the carrier refused. It stays after it was answered; the status tells whether it still holds.',
    kind: 'text',
    of: 'order',
    sql: 'o.reject_reason',
    width: 260,
  },
] as const satisfies readonly ColumnFacts[];

export type FieldKey = (typeof FIELD_LIST)[number]['key'];
export type ColumnKey = FieldKey | (typeof COMPUTED_LIST)[number]['key'];
export type ReportColumn = ColumnFacts & { key: ColumnKey };
/** What a file needs to know of a column: also one that no report has. */
export type FileColumn = Pick<ColumnFacts, 'key' | 'label' | 'kind' | 'width'>;

/** The 19 fields, without the computed columns. */
export const FIELDS: readonly ReportColumn[] = FIELD_LIST;
export const COLUMN_KEYS: readonly FieldKey[] = FIELD_LIST.map(({ key }) => key);

/** The 19 fields, then the computed columns. */
export const COLUMNS: readonly ReportColumn[] = [...FIELD_LIST, ...COMPUTED_LIST];

/** The column of a key. */
export function column(key: ColumnKey): ReportColumn {
  const found = COLUMNS.find((c) => c.key === key);
  if (!found) throw new Error(`No report column ${key}`);
  return found;
}

/** Whether a text names a column of the report. */
export function isColumnKey(text: string): text is ColumnKey {
  return COLUMNS.some((c) => c.key === text);
}

/** Whether a column is one of the 19 fields, not a computed one. */
export function isField(key: ColumnKey): key is FieldKey {
  return COLUMN_KEYS.some((k) => k === key);
}
