/** A count as it is read: `20,000`. */
export function count(n: number): string {
  return n.toLocaleString('en-US');
}

/** `1 number`, `2,000 numbers`. */
export function counted(n: number, noun: string): string {
  return `${count(n)} ${noun}${n === 1 ? '' : 's'}`;
}

/** Clauses as a sentence: with a capital and a full stop. */
export function sentence(clauses: string): string {
  return `${clauses[0]?.toUpperCase() ?? ''}${clauses.slice(1)}.`;
}
