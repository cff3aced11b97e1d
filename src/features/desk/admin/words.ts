import {
  ADMIN_FIELD_LABELS,
  type AdminChange,
  type AdminField,
  type AdminNoun,
} from '#domain/admin-event.ts';
import { formatCalendarDate } from '#domain/calendar-date.ts';
import { REJECT_TURN_LABELS, type RejectTurn } from '#domain/reject-reason.ts';
import type { UserRole } from '#domain/viewer.ts';

export const ROLE_LABELS: Record<UserRole, string> = {
  partner: 'Partner contact',
  'end-user': 'End user',
  agent: 'Porting agent',
  lead: 'Porting lead',
};

/** What a role is for, in a sentence. */
export const ROLE_MEANINGS: Record<UserRole, string> = {
  partner: 'Sees the report of all accounts of one partner.',
  'end-user': 'Sees the porting status of one account.',
  agent: 'Works at the porting desk, for all partners.',
  lead: 'Works at the porting desk, corrects, and administers.',
};

/** What an event is about, as people say it. */
export function subjectOf(noun: AdminNoun, subject: string): string {
  return noun === 'holiday' ? formatCalendarDate(subject) : subject;
}

/** A changed field with both values in words; a blank one is "none". */
export function changeInWords({ field, from, to }: AdminChange): { label: string; from: string; to: string } {
  return { label: ADMIN_FIELD_LABELS[field], from: inWords(field, from), to: inWords(field, to) };
}

function inWords(field: AdminField, value: string | null): string {
  if (value === null) return 'none';
  if (field === 'role') return ROLE_LABELS[value as UserRole];
  if (field === 'turn') return REJECT_TURN_LABELS[value as RejectTurn];
  return value;
}
