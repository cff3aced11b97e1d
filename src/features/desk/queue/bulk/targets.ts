import { legalMoves, possibleCorrections } from '#domain/legal-moves.ts';
import { queueStatuses } from '#domain/order-queue.ts';
import { DETAILED_STATUSES, type DetailedStatus, type NumberType } from '#domain/status.ts';
import type { Selection } from '../use-selection.ts';

/** What is moved: orders of a status and a type. */
type Kind = { detailedStatus: DetailedStatus; type: NumberType };
/** Where orders can go, and how many of those that are known can; null where not each is known. */
export type Target = { to: DetailedStatus; orders: number | null };

/** The detailed statuses that at least one of the selected orders may go to, in the order of a port's life. */
export function targetsOf(selection: Selection, correcting: boolean): Target[] {
  const goals = correcting ? possibleCorrections : legalMoves;
  const kinds = kindsOf(selection);
  return DETAILED_STATUSES.flatMap((to) => {
    const orders = kinds.filter(({ detailedStatus, type }) =>
      goals(detailedStatus, type).includes(to),
    ).length;
    return orders > 0 ? [{ to, orders: selection.all ? null : orders }] : [];
  });
}

/** Local or toll-free, when all selected orders are the same; else null. */
export function typeOf(selection: Selection): NumberType | null {
  const types = new Set(kindsOf(selection).map(({ type }) => type));
  return types.size === 1 ? ([...types][0] ?? null) : null;
}

function kindsOf({ all, orders }: Selection): readonly Kind[] {
  if (!all) return orders;
  const types: NumberType[] = all.type ? [all.type] : ['local', 'toll-free'];
  return queueStatuses(all).flatMap((detailedStatus) => types.map((type) => ({ detailedStatus, type })));
}
