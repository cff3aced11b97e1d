/** A column's text as it is compared: in SQL what `fold` of the domain does, on every database alike. */
export function folded(sql: string): string {
  return `translate(lower(${sql} COLLATE pg_c_utf8), E'\\t\\n\\r\\u00a0', '    ')`;
}
