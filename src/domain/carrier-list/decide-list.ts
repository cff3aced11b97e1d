import type { Move } from '../moves.ts';
import type { PhoneNumber } from '../phone-number.ts';
import { chooseOrder, type ListedOrder, type OrdersFound } from './choose-order.ts';
import { type RowReading, type RowSays, saysNothing, saysTheSame } from './row.ts';
import { wantedMove } from './wanted-move.ts';

/** A row of a list: its number in the file, and what was read there. */
export type ListRow = { record: number; reading: RowReading };

/** What becomes of a row before any move is decided: which order it is of, why it is refused, what else is to be said. */
export type RowFate = {
  record: number;
  order: ListedOrder | null;
  because: string | null;
  warning: string | null;
};

/** The fate of each row, in the order of the rows, and the moves that are asked for: one for each order. */
export type ListDecision = { fates: RowFate[]; moves: { order: ListedOrder; move: Move }[] };

/**
 * What a carrier's list asks for. Rows of one order that say the same are one move; an order of which the list says
 * different things, or something that cannot be read, is left alone. An order moves as a whole: one of which the list names
 * only some numbers says so.
 */
export function decideList(rows: readonly ListRow[], found: OrdersFound): ListDecision {
  const fates = rows.map(({ record, reading }): RowFate => {
    if (reading.names === null) return { record, order: null, because: reading.because, warning: null };
    const chosen = chooseOrder(reading.names, found);
    if ('because' in chosen) {
      return { record, order: null, because: reading.because ?? chosen.because, warning: null };
    }
    return { record, order: chosen.order, because: reading.because, warning: null };
  });
  const moves: ListDecision['moves'] = [];
  for (const places of placesByOrder(fates)) {
    const order = fates[places[0] ?? 0]?.order;
    const move = order && decideOrder(order, places, rows, fates);
    if (move) moves.push({ order, move });
  }
  return { fates, moves };
}

/** The rows of each order, by their places in the list. */
function placesByOrder(fates: readonly RowFate[]): number[][] {
  const byOrder = new Map<ListedOrder, number[]>();
  for (const [place, { order }] of fates.entries()) {
    if (!order) continue;
    const places = byOrder.get(order);
    if (places) places.push(place);
    else byOrder.set(order, [place]);
  }
  return [...byOrder.values()];
}

/** Writes into the fates of an order's rows what becomes of them; returns the move that they ask for. */
function decideOrder(
  order: ListedOrder,
  places: readonly number[],
  rows: readonly ListRow[],
  fates: RowFate[],
): Move | null {
  const readings = places.map((place) => rows[place]?.reading);
  const tell = (what: Partial<RowFate>) => {
    for (const place of places) {
      const fate = fates[place];
      if (fate && fate.because === null) fates[place] = { ...fate, ...what };
    }
  };
  const recordAt = (i: number) => rows[places[i] ?? 0]?.record;
  const unread = readings.findIndex((reading) => !reading?.says);
  if (unread !== -1) {
    tell({ because: `Row ${recordAt(unread)} is of the same order ${order.orderId} and cannot be read.` });
    return null;
  }
  const all = readings.map((reading) => reading?.says).filter((says): says is RowSays => Boolean(says));
  const [says] = all;
  if (!says) return null;
  const other = all.findIndex((one) => !saysTheSame(one, says));
  if (other !== -1) {
    const where = `rows ${recordAt(0)} and ${recordAt(other)}`;
    tell({ because: `Order ${order.orderId} is in ${where}, which say different things: split it first.` });
    return null;
  }
  const wanted = wantedMove(says, order.state);
  if (wanted.kind === 'refused') tell({ because: wanted.because });
  if (wanted.kind === 'nothing' && saysNothing(says)) tell({ warning: 'The row says nothing of its order.' });
  if (wanted.kind !== 'move') return null;
  tell({ warning: partOf(order, readings) });
  return wanted.move;
}

/** What is to be said when the rows of an order name some of its numbers and not all; null when they name it, or all. */
function partOf(
  { orderId, state }: ListedOrder,
  readings: readonly (RowReading | undefined)[],
): string | null {
  const phones = new Set<PhoneNumber>();
  for (const reading of readings) {
    const phone = reading?.names?.phone ?? null;
    if (phone === null) return null;
    phones.add(phone);
  }
  if (phones.size >= state.numbers) return null;
  const rest = `The list names ${phones.size} of the ${state.numbers} numbers of order ${orderId}`;
  return `${rest}: all ${state.numbers} change.`;
}
