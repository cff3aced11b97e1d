import type pg from 'pg';
import type { FieldKey } from '#domain/columns.ts';

/** The transaction of one import: its connection, whose rows it writes, and what the file has columns for. */
export type ImportTransaction = {
  client: pg.ClientBase;
  partnerId: number;
  /** Under which name it is recorded. */
  actor: string;
  given: ReadonlySet<FieldKey>;
};
