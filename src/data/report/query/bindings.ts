/** Collects the values of a statement; `bind` answers the placeholder that stands for a value. */
export type Bindings = { values: unknown[]; bind: Bind };
export type Bind = (value: unknown, type?: SqlType) => string;
export type SqlType =
  | 'date'
  | 'integer'
  | 'bigint'
  | 'text'
  | 'bytea'
  | 'text[]'
  | 'time[]'
  | 'bigint[]'
  | 'smallint[]'
  | 'priority[]';

/** Begins a statement's list of values. */
export function bindings(): Bindings {
  const values: unknown[] = [];
  return {
    values,
    bind: (value, type) => {
      values.push(value);
      return type ? `$${values.length}::${type}` : `$${values.length}`;
    },
  };
}
