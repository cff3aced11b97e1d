import { TOLL_FREE_AREA_CODES } from './phone-number.ts';

/** How far an order of new numbers is. */
export const NUMBER_ORDER_STATES = ['draft', 'requested', 'fulfilled', 'refused'] as const;
export type NumberOrderState = (typeof NUMBER_ORDER_STATES)[number];

/** Which numbers are wanted: local ones of an area code or a city, or toll-free ones, of any prefix when it is null. */
export type WantedNumbers = { tollFree: boolean; areaCode: string | null; city: string | null };

/** Reads what somebody wrote in "City or area code": an area code, a city, or both. Null and why when it is neither. */
export function parsePlace(
  text: string,
): { areaCode: string | null; city: string | null } | { because: string } {
  const [, code, rest = text] = /^\s*\(?(\d{3})?\)?(?!\d)[\s,]*(.*)$/.exec(text) ?? [];
  const city = rest.trim().replace(/\s+/g, ' ');
  if (/\d/.test(city)) return { because: 'An area code has three digits; a city has none.' };
  if (code === undefined && city.length < 2) return { because: 'Name a city or an area code.' };
  if (code !== undefined) {
    if (TOLL_FREE_AREA_CODES.some((prefix) => prefix === code))
      return { because: `${code} is toll-free: choose Toll-free for it.` };
    if (!/^[2-9](?!11|9)\d\d$/.test(code)) return { because: `Area code ${code} does not exist.` };
  }
  if (city.length > 100) return { because: 'A city has at most 100 characters.' };
  return { areaCode: code ?? null, city: city === '' ? null : city };
}

/** What is wanted, in a few words: `919, Raleigh NC`, `toll-free 833`, `toll-free, any prefix`. */
export function wantedInWords({ tollFree, areaCode, city }: WantedNumbers): string {
  if (tollFree) return areaCode === null ? 'toll-free, any prefix' : `toll-free ${areaCode}`;
  return [areaCode, city].filter((part) => part !== null).join(', ');
}
