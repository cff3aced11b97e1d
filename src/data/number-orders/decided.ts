import type { ListedNumberOrder } from './listed-number-order.ts';

/** What came of deciding an order of new numbers. `conflict`: somebody decided it since it was seen; how it is now. */
export type NumberOrderDecided =
  | { kind: 'decided'; order: ListedNumberOrder }
  | { kind: 'refused'; problems: string[] }
  | { kind: 'conflict'; order: ListedNumberOrder };
