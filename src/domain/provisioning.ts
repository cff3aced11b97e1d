import { type ColumnKey, column, type FileColumn } from './columns.ts';

/** Which numbers a file for provisioning holds: those that may be assigned and are not, or those that are assigned. */
export type ProvisioningOf = 'ready' | 'assigned';

/** A column of such a file; `sql` reads it from the number, its order, request, account and assignment. */
export type ProvisioningColumn = FileColumn & { sql: string };

/** The columns of each file, in their order. Over n (port_number), o (port_order), r, a (account), s (number_assignment). */
export const PROVISIONING_COLUMNS: Record<ProvisioningOf, readonly ProvisioningColumn[]> = {
  ready: [
    ...(['phone', 'accountId', 'company', 'username'] as const).map((key) => ofReport(key)),
    ...(['focOn', 'focTime', 'approvedOn', 'requestId', 'location'] as const).map((key) => ofReport(key)),
  ],
  assigned: [
    ofReport('phone', 's.phone'),
    { key: 'assignedTo', label: 'Assigned to', kind: 'text', width: 220, sql: 's.assigned_to' },
    ofReport('accountId', 'r.account_id'),
    ofReport('company'),
    ofReport('username'),
    {
      key: 'standing',
      label: 'Still safe',
      kind: 'text',
      width: 150,
      sql: `CASE assignment_standing(s.foc_on, o.toll_free, o.detailed_status, o.foc_on, o.approved_on)
        WHEN 'safe' THEN 'Yes' WHEN 'moved' THEN 'No, its date moved' ELSE 'No, its date does not hold' END`,
    },
    ofReport('focOn'),
    ofReport('focTime'),
    ofReport('approvedOn'),
    ofReport('requestId', 's.request_id'),
    {
      key: 'assignedAt',
      label: 'Assigned at (PT)',
      kind: 'text',
      width: 140,
      sql: `to_char(s.at AT TIME ZONE 'America/Los_Angeles', 'YYYY-MM-DD HH24:MI')`,
    },
    { key: 'assignedBy', label: 'Assigned by', kind: 'text', width: 160, sql: 's.actor' },
  ],
};

function ofReport(key: ColumnKey, sql = column(key).sql): ProvisioningColumn {
  const { label, kind, width } = column(key);
  return { key, label, kind, width, sql };
}
