/** Clauses as a sentence: with a capital and a full stop. */
export function sentence(clauses: string): string {
  return `${clauses[0]?.toUpperCase() ?? ''}${clauses.slice(1)}.`;
}
