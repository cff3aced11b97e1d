'use client';

import { useState } from 'react';
import { type CalendarDate, parseCalendarDate } from '#domain/calendar-date.ts';
import type { ColumnKey } from '#domain/columns.ts';
import type { ReportFilters } from '#domain/report-request.ts';
import type { DetailedStatus, NumberType, Status } from '#domain/status.ts';
import type { AccountChoice, ReportView } from '../report-view.ts';
import { reportUrl } from '../url.ts';

/** What has been chosen but not yet run. Dates are as the fields give them: ISO, or empty. */
export type Draft = {
  partner: string | null;
  /** What stands in the account field; `account` is set once that is known to be one. */
  accountText: string;
  account: AccountChoice | null;
  statuses: readonly Status[];
  details: readonly DetailedStatus[];
  type: NumberType | null;
  ready: boolean | null;
  dateField: ColumnKey;
  from: string;
  to: string;
};

/** The date that is offered first: the one that people plan by. */
const USUAL_DATE: ColumnKey = 'focOn';

/** The draft of the parameters: what is in force, until something is changed; it follows the address when that moves. */
export function useDraft(view: ReportView): [Draft, (change: Partial<Draft>) => void] {
  const address = reportUrl({ ...view.url, zoom: null, row: null });
  const [seen, setSeen] = useState(address);
  const [draft, setDraft] = useState(() => draftOf(view));
  if (seen !== address) {
    setSeen(address);
    setDraft(draftOf(view));
  }
  return [draft, (change) => setDraft((now) => ({ ...now, ...change }))];
}

/** The parameters that a draft stands for. The account is the one that its text was found to be. */
export function filtersOf(draft: Draft, account: AccountChoice | null): ReportFilters {
  const from = dateOf(draft.from);
  const to = dateOf(draft.to);
  return {
    accountId: account?.id ?? null,
    statuses: draft.statuses,
    details: draft.details,
    type: draft.type,
    ready: draft.ready,
    date: from || to ? { field: draft.dateField, from, to } : null,
  };
}

/** What keeps the dates from being run; null when nothing does. */
export function dateProblem({ from, to }: Draft): string | null {
  return from && to && from > to ? 'The first day is later than the last.' : null;
}

/** A draft without the filters that stand behind More filters. */
export const NO_MORE: Partial<Draft> = {
  details: [],
  type: null,
  ready: null,
  dateField: USUAL_DATE,
  from: '',
  to: '',
};

/** A list with a value added, or without it when it was there. */
export function without<T>(list: readonly T[], value: T): T[] {
  return list.includes(value) ? list.filter((v) => v !== value) : [...list, value];
}

function draftOf({ url: { request, partner }, account }: ReportView): Draft {
  return {
    partner,
    accountText: request.accountId ?? '',
    account: request.accountId ? (account ?? null) : null,
    statuses: request.statuses,
    details: request.details,
    type: request.type,
    ready: request.ready,
    dateField: request.date?.field ?? USUAL_DATE,
    from: request.date?.from ?? '',
    to: request.date?.to ?? '',
  };
}

function dateOf(text: string): CalendarDate | null {
  return text ? parseCalendarDate(text) : null;
}
