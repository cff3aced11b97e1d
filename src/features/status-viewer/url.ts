import { z } from 'zod';

export const STATUS_PATH = '/status';

const Page = z.coerce.number().int().min(1).max(1_000_000).catch(1);

/** The page that the address of the status viewer asks for; anything that is no page is the first. */
export function parseStatusUrl(params: Record<string, string | string[] | undefined>): { page: number } {
  return { page: Page.parse(params.page) };
}

/** The address of a page of the status viewer. */
export function statusUrl(page: number): string {
  return page === 1 ? STATUS_PATH : `${STATUS_PATH}?page=${page}`;
}
