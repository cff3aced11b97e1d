import { z } from 'zod';
import { ADMIN_EVENT_KINDS, ADMIN_NOUNS, type AdminEventKind, type AdminNoun } from '#domain/admin-event.ts';
import { MAIL_STATES, type MailState } from '#domain/mail.ts';
import { USER_ROLES, type UserRole } from '#domain/viewer.ts';

export const ADMIN_PATH = '/desk/admin';
export const PARTNERS_PATH = `${ADMIN_PATH}/partners`;
export const USERS_PATH = `${ADMIN_PATH}/users`;
export const HOLIDAYS_PATH = `${ADMIN_PATH}/holidays`;
export const REASONS_PATH = `${ADMIN_PATH}/reject-reasons`;
export const MAIL_PATH = `${ADMIN_PATH}/mail`;
export const HISTORY_PATH = `${ADMIN_PATH}/history`;

type Params = Record<string, string | string[] | undefined>;

/** The address of a partner's page, of a page of its accounts that hold a text. */
export function partnerUrl(slug: string, { text = '', page = 1 }: Partial<AccountsUrl> = {}): string {
  return address(`${PARTNERS_PATH}/${slug}`, { q: text, page: page > 1 ? String(page) : '' });
}

export type AccountsUrl = { text: string; page: number };

/** Which accounts an address asks for; what cannot be read is left out. */
export function parseAccountsUrl(params: Params): AccountsUrl {
  return { text: Text.parse(params.q), page: Page.parse(params.page) };
}

export type UsersUrl = { text: string; role: UserRole | null; partner: string | null; page: number };

/** Which users an address asks for; what cannot be read is left out. */
export function parseUsersUrl(params: Params): UsersUrl {
  return {
    text: Text.parse(params.q),
    role: Role.parse(params.role),
    partner: Slug.parse(params.partner),
    page: Page.parse(params.page),
  };
}

/** The address of a page of the users. */
export function usersUrl({ text = '', role, partner, page = 1 }: Partial<UsersUrl>): string {
  return address(USERS_PATH, {
    q: text,
    role: role ?? '',
    partner: partner ?? '',
    page: page > 1 ? String(page) : '',
  });
}

/** The address of a user's page. */
export function userUrl(id: string): string {
  return `${USERS_PATH}/${id}`;
}

/** A user's id, or a mail's, as an address has it; null for what cannot be one. */
export function parseId(text: string): string | null {
  return z.uuid().safeParse(text).data ?? null;
}

/** The year that an address asks for; null when it asks for none. */
export function parseYear(params: Params): number | null {
  return Year.parse(params.year);
}

/** The address of the holidays of a year. */
export function holidaysUrl(year: number): string {
  return address(HOLIDAYS_PATH, { year: String(year) });
}

export type HistoryUrl = { kind: AdminNoun | AdminEventKind | null; before: number | null };

/** Which part of the history an address asks for; what cannot be read is left out. */
export function parseHistoryUrl(params: Params): HistoryUrl {
  return { kind: Kind.parse(params.kind), before: Before.parse(params.before) };
}

/** The address of a part of the history. */
export function historyUrl({ kind, before }: Partial<HistoryUrl>): string {
  return address(HISTORY_PATH, { kind: kind ?? '', before: before ? String(before) : '' });
}

export type MailsUrl = { state: MailState | null; after: { queuedAt: Date; id: string } | null };

/** Which mails an address asks for; what cannot be read is left out. */
export function parseMailsUrl(params: Params): MailsUrl {
  const after = After.safeParse(String(params.after ?? '').split('_')).data;
  return { state: State.parse(params.state), after: after ? { queuedAt: after[0], id: after[1] } : null };
}

/** The address of a part of the mails. */
export function mailsUrl({ state, after }: Partial<MailsUrl>): string {
  return address(MAIL_PATH, {
    state: state ?? '',
    after: after ? `${after.queuedAt.toISOString()}_${after.id}` : '',
  });
}

/** The address of a mail's page. */
export function mailUrl(id: string): string {
  return `${MAIL_PATH}/${id}`;
}

const Text = z.string().trim().max(200).catch('');
const Page = z.coerce.number().int().min(1).max(1_000_000).catch(1);
const Role = z.enum(USER_ROLES).nullable().catch(null);
const Slug = z.string().min(1).max(100).nullable().catch(null);
const Year = z.coerce.number().int().min(1970).max(2199).nullable().catch(null);
const Kind = z
  .enum([...ADMIN_NOUNS, ...ADMIN_EVENT_KINDS])
  .nullable()
  .catch(null);
const State = z.enum(MAIL_STATES).nullable().catch(null);
const After = z.tuple([z.iso.datetime().transform((text) => new Date(text)), z.uuid()]);
const Before = z.coerce.number().int().min(1).nullable().catch(null);

function address(path: string, params: Record<string, string>): string {
  const given = new URLSearchParams(Object.entries(params).filter(([, value]) => value !== ''));
  return given.size > 0 ? `${path}?${given}` : path;
}
