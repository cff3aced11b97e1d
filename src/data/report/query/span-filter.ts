import type { Bind } from './bindings.ts';
import { NO_DAY, type OrderSort } from './order-sort.ts';
import type { Span } from './stretch.ts';

/**
 * The orders of a span, over `o`. Orders after its last stretch may be among them, orders before its first are not: the
 * places in it are counted from there.
 */
export function inSpan({ first, last }: Span, sort: OrderSort, bind: Bind): string {
  if (first.bucket === last.bucket && first.day && last.day) {
    const days = daysBetween(first.day, last.day, bind);
    return sort.key === null ? days : `${sort.bucket} = ${bind(first.bucket, sort.type)} AND ${days}`;
  }
  const [low, high] = sort.descending ? [last, first] : [first, last];
  const buckets = `${sort.bucket} BETWEEN ${bind(low.bucket, sort.type)} AND ${bind(high.bucket, sort.type)}`;
  if (!first.day) return buckets;
  const days = daysBetween(first.day, NO_DAY, bind);
  return `${buckets} AND (${sort.bucket} <> ${bind(first.bucket, sort.type)} OR ${days})`;
}

/** Orders made on a day up to `newest` and not before `oldest`, so that an index finds them. */
function daysBetween(newest: string, oldest: string, bind: Bind): string {
  if (newest === NO_DAY) return 'o.created_on IS NULL';
  const upTo = `o.created_on <= ${bind(newest, 'date')}`;
  if (oldest === NO_DAY) return `(${upTo} OR o.created_on IS NULL)`;
  return `${upTo} AND o.created_on >= ${bind(oldest, 'date')}`;
}
