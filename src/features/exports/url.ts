import { z } from 'zod';
import type { ListPosition } from '#data/exports/list-exports.ts';

export const EXPORTS_PATH = '/exports';

const After = z.tuple([z.iso.datetime().transform((text) => new Date(text)), z.uuid()]);

/** Where in the list its address stands; the beginning for anything that is no place in it. */
export function parseExportsUrl(params: Record<string, string | string[] | undefined>): ListPosition | null {
  const after = After.safeParse(String(params.after ?? '').split('_')).data;
  return after ? { beganAt: after[0], id: after[1] } : null;
}

/** The address of the list after a position; of its beginning for null. */
export function exportsUrl(position: ListPosition | null): string {
  if (!position) return EXPORTS_PATH;
  const params = new URLSearchParams({ after: `${position.beganAt.toISOString()}_${position.id}` });
  return `${EXPORTS_PATH}?${params}`;
}
