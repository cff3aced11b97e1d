import type { FieldChange } from './order-changes.ts';
import { DETAILED_FACTS, parseDetailedStatus } from './status.ts';

/** What happens to orders: changes of the porting team, notes, what partners write and assign, and that it was dealt with. */
export type EventKind =
  | 'created'
  | 'changed'
  | 'corrected'
  | 'undone'
  | 'numbers-moved'
  | 'numbers-added'
  | 'numbers-removed'
  | 'note'
  | 'message'
  | 'handled'
  | 'assigned'
  | 'released';

/** What of an event its title is made of. */
export type TitledEvent = {
  kind: EventKind;
  orderId: number;
  changes: readonly FieldChange[];
  numberCount: number;
};

/** What an event is called in a history. */
export function eventTitle(event: TitledEvent): string {
  const numbers = `${event.numberCount.toLocaleString('en-US')} ${event.numberCount === 1 ? 'number' : 'numbers'}`;
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
    case 'message':
      return 'Partner wrote';
    case 'handled':
      return 'Reply dealt with';
    case 'assigned':
      return `${numbers} assigned`;
    case 'released':
      return `${numbers} no longer assigned`;
    case 'changed':
      return status ?? editedTitle(event);
  }
}

/** Who did it: `system: import` is no name of a person. */
export function actorWords(actor: string): string {
  if (actor === 'system: import') return 'Imported from a report';
  return actor.replace(/^system: /, 'System, ');
}

function movedTitle(event: TitledEvent, numbers: string): string {
  const way = event.changes.find(({ field }) => field === 'order');
  if (!way) return `${numbers} moved`;
  return way.from === event.orderId
    ? `${numbers} moved to order ${way.to}`
    : `${numbers} came from order ${way.from}`;
}

function editedTitle({ changes }: TitledEvent): string {
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

function afterOf({ changes }: TitledEvent, name: string): unknown {
  return changes.find(({ field }) => field === name)?.to;
}

function labelOf(value: unknown): string | null {
  const detailed = typeof value === 'string' ? parseDetailedStatus(value) : null;
  return detailed && DETAILED_FACTS[detailed].label;
}
