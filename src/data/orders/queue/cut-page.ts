import { QUEUE_COUNTED, QUEUE_PAGE_SIZE, type QueueCursor, type QueueRequest } from '#domain/order-queue.ts';
import type { Query } from '../../tenant.ts';
import { isOfOpen, type ResolvedFilter } from './conditions.ts';
import { countBefore, gather, type Placed, walk } from './read-segment.ts';
import { QUEUE_KEYS, segmentsFrom } from './sorts.ts';

/** The orders of a page; `before` is how many stand before them, null where that is not counted. */
export type Cut = { placed: Placed[]; before: number | null; earlier: boolean; later: boolean };

/** Cuts the page at the place that is asked for, out of the `total` orders of the filter; null when they are too many to count. */
export async function cutPage(
  query: Query,
  resolved: ResolvedFilter,
  { sort, position }: QueueRequest,
  total: number | null,
): Promise<Cut> {
  if (total === 0) return { placed: [], before: 0, earlier: false, later: false };
  // What can be counted each time can be sorted each time; among more, a page is found by walking along the sort.
  const gathers = isOfOpen(resolved.filter) || (total !== null && total <= QUEUE_COUNTED);
  const read = (from: QueueCursor | null, backwards: boolean) =>
    readOn(query, resolved, sort, from, backwards, gathers ? gather : walk);
  const up = !sort.descending;
  const counted = async (place: Placed | undefined) =>
    place && gathers ? countBefore(query, { resolved, column: sort.column, up }, place) : null;

  if (position !== null && position !== 'last' && 'after' in position) {
    const { placed, more } = await read(position.after, false);
    if (placed.length > 0) return { placed, before: await counted(placed[0]), earlier: true, later: more };
  }
  if (position !== null && position !== 'last' && 'before' in position) {
    const { placed, more } = await read(position.before, true);
    if (more) return { placed, before: await counted(placed[0]), earlier: true, later: true };
  }
  if (position === 'last' || (position !== null && 'after' in position)) {
    const { placed, more } = await read(null, true);
    return { placed, before: total && total - placed.length, earlier: more, later: false };
  }
  const { placed, more } = await read(null, false);
  return { placed, before: 0, earlier: false, later: more };
}

/** A page of orders from a place on, in the order of the list, and whether there are more beyond it. */
async function readOn(
  query: Query,
  resolved: ResolvedFilter,
  { column, descending }: QueueRequest['sort'],
  from: QueueCursor | null,
  backwards: boolean,
  readSegment: typeof gather,
): Promise<{ placed: Placed[]; more: boolean }> {
  const up = descending === backwards;
  const placed: Placed[] = [];
  for (const segment of segmentsFrom(QUEUE_KEYS[column], from, backwards)) {
    const most = QUEUE_PAGE_SIZE + 1 - placed.length;
    if (most > 0) placed.push(...(await readSegment(query, { resolved, column, segment, up, most })));
  }
  const page = placed.slice(0, QUEUE_PAGE_SIZE);
  return { placed: backwards ? page.reverse() : page, more: placed.length > QUEUE_PAGE_SIZE };
}
