import pg from 'pg';
import type { Bind } from './bindings.ts';

/** Writes values into a statement as literals, quoted by pg: COPY takes no parameters. */
export const literal: Bind = (value, type) => {
  const written = pg.escapeLiteral(Array.isArray(value) ? arrayOf(value) : String(value));
  return type ? `${written}::${type}` : written;
};

function arrayOf(values: readonly unknown[]): string {
  return `{${values.map((value) => `"${String(value).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
