import pg from 'pg';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { makePartner } from '../support/factories.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { asOwner } from '../support/owner.ts';
import { command } from './command.ts';
import {
  csvOf,
  fileWith,
  importInto,
  importRows,
  ordersOf,
  phones,
  row,
  rowVersions,
  summary,
} from './support.ts';

const [A = '', B = '', C = ''] = phones(3);
const FIRST = [row(A), row(B, { detailedStatus: 'Rejected' })];
const SECOND = [row(A, { detailedStatus: 'Completed' }), row(B, { detailedStatus: 'Completed' }), row(C)];

const EVERYTHING = [
  'partner',
  'account',
  'port_request',
  'port_order',
  'port_number',
  'order_event',
  'import_run',
]
  .map((table) => `SELECT '${table}' AS t, to_jsonb(r)::text AS r FROM ${table} r`)
  .join(' UNION ALL ');
const IMPORTING = `
  SELECT pid FROM pg_stat_activity
  WHERE datname = current_database() AND application_name = 'portal-import' AND state <> 'idle'`;
const BLOCKED = `${IMPORTING} AND wait_event_type = 'Lock'`;

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

async function everything(client: pg.Client): Promise<unknown[]> {
  return (await client.query(`${EVERYTHING} ORDER BY 1, 2`)).rows;
}

const patience = { timeout: 15_000, interval: 20 };

describe('an import that is cut off while it writes', { timeout: 60_000 }, () => {
  /** A database with a report in it, and the command importing another one, which waits for a table. */
  async function blocked() {
    const url = await freshDatabase();
    const looking = await connected(url);
    const words = ['--partner', 'acme', '--create-partner', 'Acme'];
    await command(url, [await fileWith(csvOf(FIRST)), ...words]).ended;
    const before = await everything(looking);
    expect(before.length).toBeGreaterThan(8);

    const locking = await connected(url);
    await locking.query('BEGIN; LOCK TABLE port_number IN SHARE MODE');
    const again = [await fileWith(csvOf(SECOND)), ...words];
    const running = command(url, again);
    await vi.waitUntil(async () => (await looking.query(BLOCKED)).rowCount === 1, patience);
    return { url, looking, locking, before, running, again };
  }

  it('by the death of its process leaves all as it was, at once, and can be made again', async () => {
    const { url, looking, locking, before, running, again } = await blocked();
    running.child.kill('SIGKILL');
    await running.ended;
    // The database sees that its client is gone though it waits for the table.
    await vi.waitUntil(async () => (await looking.query(IMPORTING)).rowCount === 0, patience);
    await locking.query('ROLLBACK');
    expect(await everything(looking)).toEqual(before);
    const { status, output } = await command(url, again).ended;
    expect(output).toContain('read 3 = imported 3 + unchanged 0 + rejected 0');
    expect(status).toBe(0);
  });

  it('by the end of its connection leaves all as it was, and says so', async () => {
    const { looking, locking, before, running } = await blocked();
    await looking.query(`SELECT pg_terminate_backend(pid) FROM (${IMPORTING}) importing`);
    const { status, errors } = await running.ended;
    expect(errors).toBe('The connection to the database was lost: import the file again.\n');
    expect(status).toBe(1);
    await locking.query('ROLLBACK');
    expect(await everything(looking)).toEqual(before);
  });
});

describe('two at the same time', () => {
  /** A partner one of whose orders somebody else is changing: an import waits there. */
  async function contested() {
    const partner = await makePartner();
    await importRows(partner, FIRST);
    const locking = await connected(process.env.DATABASE_URL ?? '');
    await locking.query('BEGIN');
    await locking.query('SELECT FROM port_order WHERE partner_id = $1 FOR UPDATE', [partner.id]);
    const importing = importInto(partner, await fileWith(csvOf(SECOND)));
    importing.catch(() => undefined);
    await vi.waitUntil(async () => (await asOwner(BLOCKED)).length > 0, patience);
    return { partner, locking, importing };
  }

  it('imports for a partner follow one another, and the second says that it waits', async () => {
    const { partner, locking, importing } = await contested();
    const steps: string[] = [];
    const second = importInto(partner, await fileWith(csvOf(SECOND)), {
      onProgress: ({ step }) => steps.push(step),
    });
    await vi.waitUntil(() => steps.includes('waiting'), patience);
    await locking.query('ROLLBACK');
    expect(summary(await importing)).toBe('3 = 3 imported + 0 unchanged + 0 rejected');
    expect(summary(await second)).toBe('3 = 0 imported + 3 unchanged + 0 rejected');
    expect(steps).toEqual(['waiting', 'comparing', 'writing', 'tidying']);
  });

  it('imports for two partners do not wait for each other', async () => {
    const { locking, importing } = await contested();
    expect(await importRows(await makePartner(), SECOND)).toBe('3 = 3 imported + 0 unchanged + 0 rejected');
    await locking.query('ROLLBACK');
    await importing;
  });

  it('what somebody else changes meanwhile is not overwritten: nothing is imported', async () => {
    const { partner, locking, importing } = await contested();
    await locking.query(
      "UPDATE port_order SET location = 'Desk', version = version + 1 WHERE partner_id = $1",
      [partner.id],
    );
    await locking.query('COMMIT');
    const between = await rowVersions(partner);
    await expect(importing).rejects.toThrow(
      'Orders of the file were changed by somebody else meanwhile: nothing was imported; import it again.',
    );
    expect(await rowVersions(partner)).toEqual(between);
    await importRows(partner, SECOND);
    expect((await ordersOf(partner)).flatMap(({ phones }) => phones).sort()).toEqual([A, B, C]);
  });
});
