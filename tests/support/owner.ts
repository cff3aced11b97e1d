import pg from 'pg';

let pool: pg.Pool | undefined;

/**
 * One statement as the owner of the tables, past row-level security: for laying out what a test needs and for looking at
 * what it left. Dates are text. Returns the rows.
 */
export async function asOwner<Row extends pg.QueryResultRow = pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  pool ??= open();
  return (await pool.query<Row>({ text, values, types: DATES_AS_TEXT })).rows;
}

/** Inserts one row, given by column name, and returns it whole. */
export async function insert<Row extends pg.QueryResultRow>(
  table: string,
  row: Record<string, unknown>,
): Promise<Row> {
  const columns = Object.keys(row);
  const names = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  const places = columns.map((_, i) => `$${i + 1}`).join(', ');
  const [inserted] = await asOwner<Row>(
    `INSERT INTO ${pg.escapeIdentifier(table)} (${names}) VALUES (${places}) RETURNING *`,
    Object.values(row),
  );
  if (inserted === undefined) throw new Error(`Nothing was inserted into ${table}.`);
  return inserted;
}

const DATES_AS_TEXT: pg.CustomTypesConfig = {
  getTypeParser: (id, format) =>
    id === pg.types.builtins.DATE ? (value: string) => value : pg.types.getTypeParser(id, format as 'text'),
};

// It keeps no process alive, and the end of the database at the end of the run does not disturb it.
function open(): pg.Pool {
  const opened = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2, allowExitOnIdle: true });
  opened.on('error', () => undefined);
  return opened;
}
