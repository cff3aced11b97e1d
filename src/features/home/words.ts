import type { PortingDay } from '#data/home/home.ts';
import { formatClockTime } from '#domain/clock-time.ts';
import { count } from '#domain/counted.ts';

/** When numbers of a day port: `10:00 AM PT`, or `10 at 10:00 AM, 120 at 1:30 PM PT`. */
export function timesOf({ times }: Pick<PortingDay, 'times'>): string {
  const timed = times.filter(({ time }) => time !== null);
  const [only] = timed;
  if (!only?.time) return 'time not set';
  if (times.length === 1) return `${formatClockTime(only.time)} PT`;
  const parts = timed.map(({ time, numbers }) => `${count(numbers)} at ${formatClockTime(time ?? '')}`);
  return `${parts.join(', ')} PT`;
}

/** How a day's numbers stand: `all ported`, `3 ported`; null when none has. */
export function portedOf({ numbers, ported }: Pick<PortingDay, 'numbers' | 'ported'>): string | null {
  if (ported === 0) return null;
  return ported === numbers ? 'all ported' : `${count(ported)} ported`;
}
