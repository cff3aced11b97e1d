import type { Needle } from '#domain/find.ts';
import type { Found, ReportPageRow, ReportRequest } from '#domain/report-request.ts';
import type { Arrangement, Placed, Report } from './arrangement.ts';
import { hitsAmongFirst, placeOfHit } from './hits.ts';
import { isWholeNumber } from './needle-match.ts';
import { matchesOf, rowsAroundMatch, spanOfRows, withMatches } from './stretch.ts';

/** A page cut out of the report. */
export type Cut = { page: number; rows: ReportPageRow[]; found: Found | null };

/** What a page is cut from: the report, arranged, with its rows counted. */
export type Cloth = { report: Report; arrangement: Arrangement; total: number };

/** Cuts the page that is asked for, or the last one when there are fewer. */
export async function cutPage(
  { arrangement, total }: Cloth,
  { page: asked, size }: ReportRequest,
): Promise<Cut> {
  const page = Math.min(asked, pagesOf(total, size));
  if (page === 1 && arrangement.first) return { page, rows: await arrangement.first(size), found: null };
  const from = (page - 1) * size;
  const span = spanOfRows(await arrangement.stretches(), from, from + size);
  const placed = span ? await arrangement.place(span, from, from + size, null) : [];
  return { page, rows: await rowsFrom(arrangement, placed, from, size), found: null };
}

/** Cuts the page that holds the match that is asked for, or the page that is asked for, and counts the matches. */
export async function cutFoundPage(cloth: Cloth, request: ReportRequest, needle: Needle): Promise<Cut> {
  const { report, arrangement } = cloth;
  const { size } = request;
  const found = await arrangement.matches(needle);
  const stretches = isWholeNumber(needle) ? withMatches(await arrangement.stretches(), found) : found;
  const total = matchesOf(stretches);
  if (total === 0) return { ...(await cutPage(cloth, request)), found: { total, before: 0, current: null } };

  const current = request.match === null ? null : Math.min(request.match, total);
  const asked = (Math.min(request.page, pagesOf(cloth.total, size)) - 1) * size;
  const around = (current && rowsAroundMatch(stretches, current)) || { from: asked, to: asked + size };
  const low = pageStart(around.from, size);
  const high = pageStart(around.to + size - 1, size);
  const span = spanOfRows(stretches, low, high);
  const placed = span ? await arrangement.place(span, low, high, needle) : [];
  const from = current === null ? low : pageStart(await rowOfMatch(report, placed, current, needle), size);
  const onPage = placed.filter(({ start, rows }) => start < from + size && start + rows > from);
  return {
    page: from / size + 1,
    rows: await rowsFrom(arrangement, onPage, from, size),
    found: { total, before: await matchesBefore(report, onPage[0], from, needle), current },
  };
}

/** Pages that so many rows fill; an empty report has one. */
export function pagesOf(total: number, size: number): number {
  return Math.max(1, Math.ceil(total / size));
}

/** The row (from 0) of match `k`. */
async function rowOfMatch(report: Report, placed: Placed[], k: number, needle: Needle): Promise<number> {
  const holder = placed.find(({ matchStart, matches }) => matchStart < k && k <= matchStart + matches);
  if (!holder) throw new Error(`Match ${k} was counted, but is in none of the orders there`);
  const nth = k - holder.matchStart;
  if (matchesWhole(holder)) return holder.start + nth - 1;
  return holder.start + (await placeOfHit(report, holder.orderId, nth, needle));
}

/** The matches before row `from`, which lies in `holder`. */
async function matchesBefore(
  report: Report,
  holder: Placed | undefined,
  from: number,
  needle: Needle,
): Promise<number> {
  if (!holder) return 0;
  const rows = from - holder.start;
  if (rows === 0 || holder.matches === 0) return holder.matchStart;
  if (matchesWhole(holder)) return holder.matchStart + rows;
  return holder.matchStart + (await hitsAmongFirst(report, holder.orderId, rows, needle));
}

function matchesWhole({ matches, rows }: Placed): boolean {
  return matches === rows;
}

function rowsFrom(
  arrangement: Arrangement,
  placed: readonly Placed[],
  from: number,
  size: number,
): Promise<ReportPageRow[]> {
  return arrangement.rows(placed, from - (placed[0]?.start ?? from), size);
}

function pageStart(row: number, size: number): number {
  return row - (row % size);
}
