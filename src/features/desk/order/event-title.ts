import type { HistoryEntry } from '#data/orders/engine/history.ts';
import { DETAILED_FACTS, parseDetailedStatus } from '#domain/status.ts';
import { counted } from '../words.ts';

/** What an event is called in the history. */
export function eventTitle(event: HistoryEntry): string {
  const numbers = counted(event.numberCount, 'number');
  const status = labelOf(afterOf(event, 'detailedStatus'));
  switch (event.kind) {
    case 'created':
      return status ? `Created as ${status}` : 'Created';
    case 'corrected':
      return status ?? 'Corrected';
    case 'undone':
      return status ? `Undone: ${status} again` : 'Undone';
    case 'numbers-moved':
      return movedTitle(event, numbers);
    case 'numbers-added':
      return `${numbers} added`;
    case 'numbers-removed':
      return `${numbers} taken out`;
    case 'note':
      return 'Note';
    case 'changed':
      return status ?? editedTitle(event);
  }
}

function movedTitle(event: HistoryEntry, numbers: string): string {
  const way = event.changes.find(({ field }) => field === 'order');
  if (!way) return `${numbers} moved`;
  return way.from === event.orderId
    ? `${numbers} moved to order ${way.to}`
    : `${numbers} came from order ${way.from}`;
}

function editedTitle({ changes }: HistoryEntry): string {
  const named = EDITS.find(([field]) => changes.some((change) => change.field === field));
  return changes.length > 1 && named?.[0] !== 'focOn' ? 'Edited' : (named?.[1] ?? 'Edited');
}

/** What a change without a new status is called where it is of one field. */
const EDITS = [
  ['focOn', 'New FOC date'],
  ['focTime', 'New FOC time'],
  ['estimatedOn', 'New EPD'],
  ['approvedOn', 'New approved date'],
  ['rejectReason', 'Another reject reason'],
] as const;

function afterOf({ changes }: HistoryEntry, name: string): unknown {
  return changes.find(({ field }) => field === name)?.to;
}

function labelOf(value: unknown): string | null {
  const detailed = typeof value === 'string' ? parseDetailedStatus(value) : null;
  return detailed && DETAILED_FACTS[detailed].label;
}
