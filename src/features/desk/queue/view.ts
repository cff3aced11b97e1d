import type { Holidays } from '#domain/business-days.ts';
import type { CalendarDate } from '#domain/calendar-date.ts';
import type { QueueCursor, QueueRequest, QueueRow, QueueTab } from '#domain/order-queue.ts';
import type { Preferences } from '#domain/preferences.ts';
import type { Role } from '#domain/viewer.ts';
import type { ReasonChoice } from '../move/reason-field.tsx';
import type { UrlProblem } from './url.ts';

/** One order in the list, with what is computed of it once. */
export type QueueItem = Omit<QueueRow, 'statusSince' | 'updatedAt' | 'repliedAt'> & {
  /** `18 Nov 2026`, the Pacific day on which it got into its status. */
  since: string;
  /** In its status for so many business days. */
  age: number;
  /** `23 Nov, 9:42 AM`, Pacific; null when nobody has changed it since it was made. */
  changedAt: string | null;
  /** `23 Nov 2026, 9:42 AM`, Pacific: since when its partner's words wait; null when none do. */
  repliedAt: string | null;
  /** How many business days its next date is past; null when it is not. */
  late: number | null;
};

/** All that the desk's screen needs, as it crosses to the browser. */
export type QueueView = {
  request: QueueRequest;
  problems: UrlProblem[];
  items: QueueItem[];
  counts: Record<QueueTab, number>;
  /** All holds more orders than were counted. */
  more: boolean;
  /** How many orders stand before the first; null where that was not counted. */
  before: number | null;
  previous: QueueCursor | null;
  next: QueueCursor | null;
  partners: { slug: string; name: string }[];
  reasons: ReasonChoice[];
  role: Role;
  /** `9:42 AM PT` */
  updated: string;
  today: CalendarDate;
  holidays: Holidays;
  preferences: Preferences;
  /** The browser says that it is a phone's, so that the first paint is the list. */
  phone: boolean;
};

/** Remembers a preference of the viewer; false when that failed. */
export type Remember = (key: string, value: unknown) => Promise<{ ok: boolean }>;
