import type pg from 'pg';

/** A row that did not go in: its record number, the field, its value as the file has it, and why. */
export type Rejection = { record: number; field: string; value: string; reason: string };

const PORTION = 5_000;

/** The rejected rows in the order of the file, from inside the transaction of the import. */
export async function* readRejections(client: pg.ClientBase): AsyncGenerator<Rejection, void, undefined> {
  await client.query(`
    DECLARE rejections NO SCROLL CURSOR FOR
    SELECT record, field, value, reason FROM import_row WHERE reason IS NOT NULL ORDER BY record`);
  try {
    for (;;) {
      const { rows } = await client.query<Rejection>(`FETCH ${PORTION} FROM rejections`);
      if (rows.length === 0) return;
      yield* rows;
    }
  } finally {
    await client.query('CLOSE rejections');
  }
}
