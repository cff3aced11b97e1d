import type { CalendarDate } from '#domain/calendar-date.ts';
import type { Preferences } from '#domain/preferences.ts';
import type { Found, ReportFilters } from '#domain/report-request.ts';
import type { Status } from '#domain/status.ts';
import type { RowRef } from './row-ref.ts';
import type { StoryView } from './story/story-view.ts';
import type { ReportUrl, UrlProblem } from './url.ts';
import type { WireRows } from './wire.ts';

export type PartnerChoice = { slug: string; name: string };
export type AccountChoice = { id: string; username: string | null; company: string | null };

/** A filter to drop when nothing matches, and how many rows would then be there. */
export type WayOut = { filter: keyof ReportFilters; rows: number };

/** All that the report's screen needs, as it crosses to the browser. */
export type ReportView = {
  /** What the address says, with the page that is really shown. */
  url: ReportUrl;
  problems: UrlProblem[];
  partner: PartnerChoice;
  /** Among whom staff choose; empty for everyone else. */
  partners: PartnerChoice[];
  /** The facts of the chosen account; null when none was chosen or it is not the partner's. */
  account: AccountChoice | null;
  /** `Mon 23 Nov 2026, 9:42 AM PT` */
  asOf: string;
  /** Today in Pacific time: what an open order's date is late against. */
  today: CalendarDate;
  total: number;
  pages: number;
  counts: Record<Status, number>;
  ready: number;
  rows: WireRows;
  found: Found | null;
  /** Filled when there are no rows. */
  waysOut: WayOut[];
  /** The story that the address asks for; of a row that is not there, none. Null when it asks for none. */
  story: { row: RowRef; story: StoryView | null } | null;
  preferences: Preferences;
  /** The browser says that it is a phone's, so that the first paint is the list. */
  phone: boolean;
};

/** Remembers a preference of the viewer; false when that failed. */
export type Remember = (key: string, value: unknown) => Promise<{ ok: boolean }>;

/** The rows that a page shows, counted from 1. */
export function rowsShown(view: ReportView): { from: number; to: number } {
  const { page, size } = view.url.request;
  const from = (page - 1) * size + 1;
  return { from: view.total === 0 ? 0 : from, to: Math.min(view.total, from + size - 1) };
}
