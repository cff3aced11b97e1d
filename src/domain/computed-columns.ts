import type { ColumnFacts } from './columns.ts';
import { NOT_READY_SQL } from './ready-to-assign.ts';

/** Optional columns, computed from the fields. */
export const COMPUTED_LIST = [
  {
    key: 'readyToAssign',
    label: 'Ready to assign',
    help: 'Whether the number may be given to a user before it ports: local with a confirmed date, toll-free once accepted.',
    kind: 'flag',
    of: 'order',
    sql: 'ready_to_assign(o.toll_free, o.detailed_status, o.foc_on, o.approved_on)',
    width: 104,
  },
  {
    key: 'notReadyBecause',
    label: 'Why not ready to assign',
    help: 'What is still missing before the number may be given to a user; blank when it is ready.',
    kind: 'enum',
    of: 'order',
    sql: NOT_READY_SQL,
    width: 300,
  },
] as const satisfies readonly ColumnFacts[];
