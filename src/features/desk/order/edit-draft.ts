import type { OrderDetail } from '#data/orders/order.ts';
import { parseCalendarDate } from '#domain/calendar-date.ts';
import type { EditProblem, OrderEdit } from '#domain/order-edits.ts';
import type { Priority } from '#domain/priority.ts';

/** An edit as it is being typed. */
export type EditDraft = {
  location: string;
  coordinator: string;
  estimatedOn: string;
  requestedOn: string;
  caseNumber: string;
  priority: Priority;
  note: string;
  override: boolean;
};

/** The fields as they are. */
export function editOf(order: OrderDetail): EditDraft {
  return {
    location: order.location ?? '',
    coordinator: order.coordinator ?? '',
    estimatedOn: order.estimatedOn ?? '',
    requestedOn: order.requestedOn ?? '',
    caseNumber: order.caseNumber ?? '',
    priority: order.priority,
    note: '',
    override: false,
  };
}

/** What was typed over: only that is edited, so that what somebody else changed beside it stays. */
export function parseEdit(
  draft: EditDraft,
  begun: EditDraft,
): { kind: 'edit'; edit: OrderEdit } | { kind: 'problems'; problems: EditProblem[] } {
  const edit: OrderEdit = {};
  const problems: EditProblem[] = [];
  for (const field of ['location', 'coordinator', 'caseNumber'] as const) {
    if (draft[field].trim() !== begun[field]) edit[field] = draft[field].trim() || null;
  }
  for (const field of ['estimatedOn', 'requestedOn'] as const) {
    if (draft[field] === begun[field]) continue;
    const date = parseCalendarDate(draft[field]);
    if (date === null && draft[field] !== '') {
      problems.push({ field, because: `“${draft[field]}” is no date.` });
    } else edit[field] = date;
  }
  if (draft.priority !== begun.priority) edit.priority = draft.priority;
  if (draft.note.trim() !== '') edit.note = draft.note.trim();
  if (draft.override) edit.override = true;
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'edit', edit };
}
