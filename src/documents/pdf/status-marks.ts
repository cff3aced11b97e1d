import type { Status } from '#domain/status.ts';

/** Colours of this code alone, so there are few. */
const NUMBERS = new Map<string, string>();

/** Shape and hue of a status as on the screen, drawn on a grid of 16 from the bottom left. */
export const STATUS_MARKS: Record<Status, string> = {
  'waiting-for-you': `${rgb('a34a00')} rg 8 15.1 m 15.1 8 l 8 0.9 l 0.9 8 l f 1 1 1 RG 1.8 w 1 J 8 11.4 m 8 7.5 l S 8 4.8 m 8 4.75 l S`,
  'in-progress': `${rgb('1c64b4')} RG ${rgb('1c64b4')} rg 1.4 w ${circle(6.6)} S 8 11.8 m ${arc(8, 8, 3.8)} f`,
  scheduled: `${rgb('6a45c2')} RG 1.4 w 1 J 1 j ${circle(6.6)} S 8 11.6 m 8 8 l 10.4 6.5 l S`,
  confirmed: `${rgb('0a736d')} RG 1.4 w 1 J 1 j ${circle(6.6)} S 5.2 7.7 m 7.2 5.7 l 10.9 9.9 l S`,
  completed: `${rgb('24763a')} rg ${circle(7.4)} f 1 1 1 RG 1.8 w 1 J 1 j 4.9 7.7 m 7.1 5.5 l 11.1 10.1 l S`,
  cancelled: `${rgb('5f6772')} RG 1.4 w 1 J ${circle(6.6)} S 5.6 10.4 m 10.4 5.6 l 5.6 5.6 m 10.4 10.4 l S`,
};

/** A colour of the form RRGGBB as three numbers from 0 to 1. */
export function rgb(hex: string): string {
  const known = NUMBERS.get(hex);
  if (known) return known;
  const numbers = [0, 2, 4]
    .map((i) => Math.round(Number.parseInt(hex.slice(i, i + 2), 16) / 0.255) / 1000)
    .join(' ');
  NUMBERS.set(hex, numbers);
  return numbers;
}

/** A circle around the middle of the grid. */
function circle(r: number): string {
  return `8 ${8 + r} m ${arc(8, 8, r)} ${quarter(8, 8, -r, -r, true)} ${quarter(8, 8, -r, r, false)} h`;
}

/** The right half, from top to bottom. */
function arc(x: number, y: number, r: number): string {
  return `${quarter(x, y, r, r, true)} ${quarter(x, y, r, -r, false)}`;
}

/** A quarter of a circle as a curve: from the vertical axis to the horizontal one, or back. */
function quarter(x: number, y: number, dx: number, dy: number, fromVertical: boolean): string {
  const k = 0.5523;
  const points = fromVertical
    ? [x + dx * k, y + dy, x + dx, y + dy * k, x + dx, y]
    : [x + dx, y + dy * k, x + dx * k, y + dy, x, y + dy];
  return `${points.map((n) => Math.round(n * 100) / 100).join(' ')} c`;
}
