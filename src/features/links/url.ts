import { z } from 'zod';
import { LINKS_PATH } from '#domain/request-link.ts';

/** What the address of the links' page asks for: of which request, as it was typed, and a page of the list. */
export type LinksUrl = { request: string; page: number };

const Page = z.coerce.number().int().min(1).max(1_000_000).catch(1);
const Typed = z.string().trim().max(40).catch('');

/** Reads the address; what cannot be read is nothing in particular. */
export function parseLinksUrl(params: Record<string, string | string[] | undefined>): LinksUrl {
  return { request: Typed.parse(params.request), page: Page.parse(params.page) };
}

/** The address of a page of the list. */
export function linksUrl({ request, page }: LinksUrl): string {
  const params = new URLSearchParams();
  if (request) params.set('request', request);
  if (page > 1) params.set('page', String(page));
  return params.size > 0 ? `${LINKS_PATH}?${params}` : LINKS_PATH;
}

/** The request ID in what was typed, as in `512399` or `Request 512399`; null when it is none. */
export function requestIdIn(typed: string): string | null {
  const id = typed.replace(/^\s*request\s*(id\b)?\s*[:#]?\s*/i, '');
  return /^\d{1,18}$/.test(id) ? id : null;
}
