/** A place of the top bar: a link, or a menu of groups of links. What a viewer may not open is not in it. */
export type NavigationPlace = {
  label: string;
  href: string;
  groups?: readonly NavigationGroup[];
  /** Where assigned numbers that are no longer safe are looked at: the place tells how many there are. */
  alerts?: string;
  /** How many things at this place wait for somebody to look; the shell counts them. */
  badge?: number;
};
export type NavigationGroup = { label: string; href: string; links: readonly NavigationLink[] };
export type NavigationLink = { label: string; href: string; badge?: number };

/** Whether a page lies at or below a place. */
export function isBelow(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}

/** The place that a page belongs to: the nearest one above it, for one place may lie below another. */
export function placeOf(path: string, places: readonly NavigationPlace[]): NavigationPlace | null {
  const above = places.filter(({ href }) => isBelow(path, href));
  return above.toSorted((a, b) => b.href.length - a.href.length)[0] ?? null;
}
