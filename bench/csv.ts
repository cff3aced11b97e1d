import type { Socket } from 'node:net';
import pg from 'pg';
import { exportSelect } from '#data/report/query/export-select.ts';
import { beginSql } from '#data/tenant.ts';
import { COLUMN_KEYS } from '#domain/columns.ts';
import { NO_FILTERS } from '#domain/report-request.ts';
import { download } from './http.ts';
import type { Served } from './served.ts';
import { type Figure, once, quantile } from './timing.ts';

const ROUNDS = 5;
const EXPORT = '/reports/business-intelligence/number-porting/export?format=csv';

/**
 * The CSV of a whole partner through the portal, read by a client in a process of its own, against the bare COPY of the
 * same query, read by a program that looks at nothing but the end: turn by turn.
 */
export async function benchCsv(
  served: Served,
  databaseUrl: string,
  say: (text: string) => void,
): Promise<Figure[]> {
  // Once without counting, so that its modules are loaded: idle is a server at rest that has done this before.
  await download(served, `${EXPORT}&account=7000130`);
  await rest();
  const idle = served.memory.now();
  const bare: number[] = [];
  const ours: number[] = [];
  const firstByte: number[] = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await bareCopy(databaseUrl));
    const taken = await download(served, EXPORT);
    if (taken.status !== 200) throw new Error(`The export answered ${taken.status}`);
    ours.push(taken.seconds);
    firstByte.push(taken.firstByteSeconds * 1000);
    bytes = taken.bytes;
    say(`  bare COPY ${bare.at(-1)?.toFixed(1)} s, through the portal ${taken.seconds.toFixed(1)} s`);
  }
  const ratios = ours.map((seconds, round) => seconds / (bare[round] ?? seconds));
  const peak = served.memory.peak();
  return [
    once('CSV of all rows: bare COPY of the same query', 's', quantile(bare, 0.5)),
    once(`CSV of all rows through the portal (${(bytes / 1e6).toFixed(0)} MB)`, 's', quantile(ours, 0.5)),
    once('CSV: first byte', 'ms', quantile(firstByte, 0.5)),
    once('CSV through the portal, of the time of the bare COPY', 'times', quantile(ratios, 0.5), {
      most: 1.15,
    }),
    once(`CSV: memory of the server above idle (${idle.toFixed(0)} MB)`, 'MB', peak - idle, { most: 80 }),
  ];
}

/** Seconds that Postgres takes to write the rows to a reader that throws them away: as psql to /dev/null, without its parsing. */
async function bareCopy(connectionString: string): Promise<number> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(
      `${beginSql('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', { role: 'portal_partner', partnerId: 1 })},
       set_config('work_mem', '64MB', true), set_config('datestyle', 'ISO', true)`,
    );
    const select = exportSelect(1, NO_FILTERS, null, COLUMN_KEYS, 'spreadsheet');
    const start = performance.now();
    await discard(client, `COPY (${select}) TO STDOUT (FORMAT csv)`);
    return (performance.now() - start) / 1000;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Takes the connection's bytes from pg and waits for the message that says that Postgres is ready again. */
function discard(client: pg.Client, statement: string): Promise<void> {
  const { connection } = client as unknown as {
    connection: { stream: Socket; query: (text: string) => void };
  };
  const { stream } = connection;
  const readers = stream.listeners('data') as ((chunk: Buffer) => void)[];
  stream.removeAllListeners('data');
  return new Promise((resolve, reject) => {
    const onData = (chunk: Buffer) => {
      if (chunk[0] === 'E'.charCodeAt(0) && chunk.includes('ERROR'))
        reject(new Error(chunk.toString('latin1')));
      if (!chunk.subarray(-6).equals(READY)) return;
      stream.removeListener('data', onData);
      for (const reader of readers) stream.on('data', reader);
      resolve();
    };
    stream.on('data', onData);
    connection.query(statement);
  });
}

function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 3000));
}

/** ReadyForQuery, in a transaction. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x54]);
