/** A time of day in Pacific time, `HH:MM` on a 24-hour clock. */
export type ClockTime = string & { readonly __clockTime: unique symbol };

/** All orders port at this time unless another was agreed for a large SIP order. Source: "Confirmed Porting Time". */
export const STANDARD_PORTING_TIME = '10:00' as ClockTime;

/** Reads `10:00 AM`, `1:30 PM`, `10:00`, `13:30:00`, each with an optional `PT`, `PST` or `PDT`; null for anything else. */
export function parseClockTime(text: string): ClockTime | null {
  const match = /^(\d{1,2}):(\d{2})(?::00)?\s*([AP])?\.?(?:M\.?)?(?:\s*P[SD]?T)?$/i.exec(text.trim());
  if (!match) return null;
  const [, hours, minutes, half] = match;
  let hour = Number(hours);
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59) return null;
  return `${String(hour).padStart(2, '0')}:${minutes}` as ClockTime;
}

/** `13:30` (or `13:30:00`) as `1:30 PM`. */
export function formatClockTime(time: string): string {
  const hour = Number(time.slice(0, 2));
  return `${hour % 12 || 12}:${time.slice(3, 5)} ${hour < 12 ? 'AM' : 'PM'}`;
}
