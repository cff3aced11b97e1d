import type { AssignedPosition } from '#data/assignments/list-assigned.ts';
import type { ReadyPosition } from '#data/assignments/list-ready.ts';
import { parseCalendarDate } from '#domain/calendar-date.ts';
import type { ProvisioningOf } from '#domain/provisioning.ts';

export const READY_PATH = '/numbers/ready';
export const FILE_PATH = '/numbers/ready/file';

export const SHOWN = ['unsafe', 'ready', 'assigned', 'accounts'] as const;
/** Which list the page shows: assigned and no longer safe, ready to assign, assigned, or accounts. */
export type Shown = (typeof SHOWN)[number];

/** What the address of the page says. `after` is where in its list the page begins; `partner` the slug that staff chose. */
export type ReadyUrl = {
  shown: Shown;
  accountId: string | null;
  text: string | null;
  after: string | null;
  partner: string | null;
};

/** Reads an address. A list that it does not know is the first one, said by `unknown`. */
export function parseReadyUrl(params: URLSearchParams): { url: ReadyUrl; unknown: string | null } {
  const show = params.get('show')?.trim().toLowerCase() ?? '';
  const shown = SHOWN.find((each) => each === show) ?? null;
  return {
    url: {
      shown: shown ?? 'ready',
      accountId: textOf(params.get('account')),
      text: textOf(params.get('find')),
      after: textOf(params.get('after')),
      partner: textOf(params.get('partner')),
    },
    unknown: shown === null && show !== '' ? show : null,
  };
}

/** The address of a list: only what differs from the defaults. */
export function readyUrl({ shown, accountId, text, after, partner }: Partial<ReadyUrl>): string {
  const params = new URLSearchParams();
  if (partner) params.set('partner', partner);
  if (shown && shown !== 'ready') params.set('show', shown);
  if (accountId) params.set('account', accountId);
  if (text) params.set('find', text);
  if (after) params.set('after', after);
  const query = params.toString();
  return query ? `${READY_PATH}?${query}` : READY_PATH;
}

export type ProvisioningFormat = 'csv' | 'xlsx';
export type FileAsked = Pick<ReadyUrl, 'accountId' | 'text' | 'partner'> & {
  of: ProvisioningOf;
  format: ProvisioningFormat;
};

/** The address of a file for provisioning. */
export function fileUrl({ of, format, accountId, text, partner }: FileAsked): string {
  const params = new URLSearchParams({ of, format });
  if (partner) params.set('partner', partner);
  if (accountId) params.set('account', accountId);
  if (text) params.set('find', text);
  return `${FILE_PATH}?${params}`;
}

/** Reads the address of a file. Whatever it cannot read refuses it, in a sentence: a file with other rows says nothing. */
export function parseFileUrl(params: URLSearchParams): FileAsked | { because: string } {
  const of = params.get('of');
  const format = params.get('format');
  if (of !== 'ready' && of !== 'assigned')
    return { because: 'Name what the file holds: of=ready or of=assigned.' };
  if (format !== 'csv' && format !== 'xlsx')
    return { because: 'Name the kind of file: format=csv or format=xlsx.' };
  for (const name of ['account', 'find', 'partner']) {
    const value = params.get(name);
    if (value?.trim() && textOf(value) === null)
      return { because: `${name} holds a character that no value has.` };
  }
  return {
    ...{ of, format },
    accountId: textOf(params.get('account')),
    text: textOf(params.get('find')),
    partner: textOf(params.get('partner')),
  };
}

/** A place in the list of ready numbers, as it stands in an address. */
export function readyPlace({ accountId, focOn, orderId, phone }: ReadyPosition): string {
  return [accountId, focOn ?? '', orderId, phone.slice(1)].join('~');
}

/** Reads a place in the list of ready numbers; null, the beginning, for anything else. */
export function parseReadyPlace(after: string | null): ReadyPosition | null {
  const [accountId = '', day = '', order = '', digits = ''] = after?.split('~') ?? [];
  const focOn = day === '' ? null : parseCalendarDate(day);
  if (!accountId || (day !== '' && focOn === null)) return null;
  if (!/^\d{1,15}$/.test(order) || !/^1\d{10}$/.test(digits)) return null;
  return { accountId, focOn, orderId: Number(order), phone: `+${digits}` };
}

/** A place in a list of assigned numbers, as it stands in an address. */
export function assignedPlace({ alerts, at, requestId, phone }: AssignedPosition): string {
  return [alerts ? 'alert' : '', at.toISOString(), requestId, phone.slice(1)].join('~');
}

/** Reads a place in a list of assigned numbers; null, the beginning, for anything else. */
export function parseAssignedPlace(after: string | null): AssignedPosition | null {
  const [alerts = '', moment = '', requestId = '', digits = ''] = after?.split('~') ?? [];
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(moment) || Number.isNaN(Date.parse(moment))) return null;
  if (!/^\d{1,18}$/.test(requestId) || !/^1\d{10}$/.test(digits)) return null;
  return { alerts: alerts === 'alert', at: new Date(moment), requestId, phone: `+${digits}` };
}

/** Any text that Postgres can hold, up to 200 characters; null for none. */
function textOf(given: string | null): string | null {
  if (given === null || given.includes('\0')) return null;
  const text = given.trim().slice(0, 200);
  return text === '' ? null : text;
}
