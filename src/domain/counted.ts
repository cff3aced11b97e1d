/** A count as it is read: `20,000`. */
export function count(n: number): string {
  return n.toLocaleString('en-US');
}

/** `1 number`, `2,000 numbers`. */
export function counted(n: number, noun: string, plural = `${noun}s`): string {
  return `${count(n)} ${n === 1 ? noun : plural}`;
}
