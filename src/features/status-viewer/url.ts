import { z } from 'zod';

export const STATUS_PATH = '/status';

/** What the address of the list asks for: a page, and what is looked for as it was typed. */
export type StatusUrl = { page: number; find: string };

/** What is looked for: digits of a request ID or a number; or why it can be neither. */
export type Needle = { digits: string | null; problem: string | null };

type Params = Record<string, string | string[] | undefined>;

const Page = z.coerce.number().int().min(1).max(1_000_000).catch(1);
const Find = z.string().trim().max(40).catch('');

/** The page that the address of the list asks for; anything that is no page is the first. */
export function parseStatusUrl(params: Params): StatusUrl {
  return { page: Page.parse(params.page), find: Find.parse(params.find) };
}

/** The address of a page of the list. */
export function statusUrl({ page, find }: StatusUrl): string {
  const params = new URLSearchParams();
  if (find) params.set('find', find);
  if (page > 1) params.set('page', String(page));
  return params.size > 0 ? `${STATUS_PATH}?${params}` : STATUS_PATH;
}

const SHORTEST = 3;

/** Reads what was typed: `512399`, `Request 512399`, `(415) 555-0140`, `0140`. */
export function needleOf(find: string): Needle {
  if (find === '') return { digits: null, problem: null };
  const text = find.replace(/^\s*(request|number|order)\s*(id\b)?\s*[:#]?\s*/i, '');
  const digits = text.replace(/[\s().+#–-]/g, '');
  if (!/^\d+$/.test(digits)) return { digits: null, problem: 'Type a request ID or a phone number: digits.' };
  if (digits.length < SHORTEST) return { digits: null, problem: `Type ${SHORTEST} digits or more.` };
  // Stored numbers begin with +1: the 1 of eleven digits is that one.
  return { digits: digits.length === 11 ? digits.replace(/^1/, '') : digits, problem: null };
}

const REQUEST_ID = /^\d{1,18}$/;

/** The request that the last part of an address names; null when it can be none. */
export function parseRequestId(text: string): string | null {
  return REQUEST_ID.test(text) ? text : null;
}

/** Which page of which part's numbers an address asks for. */
export function parsePartPage(params: Params): { part: number; page: number } {
  return { part: Page.parse(params.part), page: Page.parse(params.page) };
}

/** The address of one request. */
export function requestUrl(requestId: string): string {
  return `${STATUS_PATH}/${requestId}`;
}

/** The address, below that of its request or link, of a page of a part's numbers. */
export function partUrl(path: string, part: number, page: number): string {
  const params = new URLSearchParams({ part: String(part) });
  if (page > 1) params.set('page', String(page));
  return `${path}?${params}#part-${part}`;
}
