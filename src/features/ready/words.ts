/** A count as it is read: `20,000`. */
export function count(n: number): string {
  return n.toLocaleString('en-US');
}

/** `1 number`, `20,000 numbers`. */
export function counted(n: number, noun = 'number'): string {
  return `${count(n)} ${noun}${n === 1 ? '' : 's'}`;
}
