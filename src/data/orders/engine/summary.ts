import { changesBetween } from '#domain/order-changes.ts';
import { type ActPreview, LISTED, type PreviewGroup } from '../act.ts';
import { becauseOf, type Decided } from './decide.ts';
import { nameOf } from './read-orders.ts';

/** What a preview shows of its decisions: groups of orders that go the same way, and what cannot and why. */
export function summary(decided: readonly Decided[], beyond: number): Omit<ActPreview, 'actId'> {
  const groups = new Map<string, PreviewGroup>();
  const refused: ActPreview['refused'] = [];
  const counts = { ready: 0, refused: 0, unchanged: 0, numbers: 0, beyond };
  for (const each of decided) {
    const because = becauseOf(each.decision);
    if (because !== null) {
      counts.refused += 1;
      if (refused.length < LISTED) refused.push({ order: nameOf(each.order), because });
    } else if (each.decision.kind === 'unchanged') {
      counts.unchanged += 1;
    } else {
      counts.ready += 1;
      counts.numbers += each.order.state.numbers;
      enter(groups, each);
    }
  }
  return { ready: [...groups.values()], refused, counts };
}

function enter(groups: Map<string, PreviewGroup>, { order, decision }: Decided): void {
  if (decision.kind !== 'change') return;
  const { state } = order;
  const from = state.detailedStatus;
  const to = decision.after.detailedStatus;
  const key = `${from} ${to}`;
  const group = groups.get(key) ?? { from, to, orders: 0, numbers: 0, listed: [] };
  groups.set(key, group);
  group.orders += 1;
  group.numbers += state.numbers;
  if (group.listed.length === LISTED) return;
  const changes = changesBetween(state, decision.after);
  group.listed.push({ ...nameOf(order), numbers: state.numbers, changes });
}
