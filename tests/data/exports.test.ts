import { beforeEach, describe, expect, test } from 'vitest';
import { beginExport, type ExportBegun } from '#data/exports/begin-export.ts';
import { cancelExport } from '#data/exports/cancel-export.ts';
import { countRunning } from '#data/exports/count-running.ts';
import { endExport } from '#data/exports/end-export.ts';
import { followExports } from '#data/exports/follow-exports.ts';
import { listExports } from '#data/exports/list-exports.ts';
import { noteProgress } from '#data/exports/note-progress.ts';
import { readIn, scopeOf, writeIn } from '#data/tenant.ts';
import { NotFound } from '#domain/not-found.ts';
import { STATUSES, type Status } from '#domain/status.ts';
import type { Viewer } from '#domain/viewer.ts';
import { makePartner, type Partner } from '../support/factories.ts';
import { makeReceipt } from '../support/receipts.ts';
import { makeUser, type User } from '../support/users.ts';
import { viewerOf } from '../support/viewers.ts';

let user: User;
let partner: Partner;
let viewer: Viewer;

beforeEach(async () => {
  partner = await makePartner();
  user = await makeUser({ partner });
  viewer = viewerOf(user);
});

const NOTHING = { rows: 0, bytes: 0 };
const SHA256 = 'ab'.repeat(32);

function begun(given: Partial<ExportBegun> = {}): ExportBegun {
  return {
    id: null,
    address: '192.0.2.7',
    format: 'xlsx',
    columns: ['phone', 'status'],
    fileName: 'number-porting-report-x-2026-11-23.xlsx',
    facts: {
      title: 'Partner Number Porting Report',
      confidentiality: 'Confidential',
      partner: partner.name,
      madeBy: { name: user.name, email: user.email },
      asOf: '2026-11-23T17:42:00.000Z',
      parameters: ['Rejected'],
      rows: 120,
      counts: Object.fromEntries(STATUSES.map((status) => [status, 20])) as Record<Status, number>,
    },
    ...given,
  };
}

async function begin(
  as: Viewer = viewer,
  of: Partner = partner,
  given: Partial<ExportBegun> = {},
): Promise<string> {
  const id = await beginExport(as, of, begun(given));
  if (id === null) throw new Error('It was told to wait.');
  return id;
}

async function follow(id: string, as: Viewer = viewer) {
  const [receipt] = await followExports(as, [id]);
  if (!receipt) throw new Error('There is no such export.');
  return receipt;
}

describe('a receipt', () => {
  test('tells who took what of whom, when and from where, before the first byte', async () => {
    const id = crypto.randomUUID();
    expect(await begin(viewer, partner, { id })).toBe(id);
    expect(await follow(id)).toMatchObject({
      ...{ id, userName: user.name, userEmail: user.email, byStaff: false, address: '192.0.2.7' },
      ...{ format: 'xlsx', columns: ['phone', 'status'], facts: begun().facts },
      ...{ outcome: 'running', problem: null, sha256: null, endedAt: null, rows: 0, bytes: 0 },
    });
  });

  test('follows the file, then tells how it ended, for good', async () => {
    const id = await begin();
    expect(await noteProgress(viewer, partner, id, { rows: 40, bytes: 5_000_000_000 })).toBe(true);
    expect(await follow(id)).toMatchObject({ rows: 40, bytes: 5_000_000_000 });
    await endExport(viewer, partner, id, { rows: 120, bytes: 9 }, { outcome: 'done', sha256: SHA256 });
    const done = { outcome: 'done', sha256: SHA256, rows: 120, bytes: 9, endedAt: expect.any(Date) };
    expect(await follow(id)).toMatchObject(done);

    expect(await noteProgress(viewer, partner, id, NOTHING)).toBe(false);
    await expect(endExport(viewer, partner, id, NOTHING, { outcome: 'cancelled' })).rejects.toThrow();
    await cancelExport(viewer, id);
    expect(await follow(id)).toMatchObject(done);
  });

  test('of an address that is opened again is another one', async () => {
    const id = crypto.randomUUID();
    await begin(viewer, partner, { id });
    expect(await begin(viewer, partner, { id })).not.toBe(id);
  });

  test('of a process that died reads as failed', async () => {
    const silent = new Date(Date.now() - 31_000).toISOString();
    const id = await makeReceipt({ user, silent });
    expect(await follow(id)).toMatchObject({ outcome: 'failed', problem: 'died' });
    await noteProgress(viewer, partner, id, NOTHING);
    expect(await follow(id)).toMatchObject({ outcome: 'running', problem: null });
  });
});

describe('cancelling', () => {
  test('is seen by the export at its next sign of life', async () => {
    const id = await begin();
    expect(await cancelExport(viewer, id)).toEqual({ partnerId: partner.id });
    expect(await noteProgress(viewer, partner, id, NOTHING)).toBe(false);
  });

  test('is for the one who exports alone', async () => {
    const id = await begin();
    const colleague = viewerOf(await makeUser({ partner }));
    await expect(cancelExport(colleague, id)).rejects.toThrow(NotFound);
    expect(await noteProgress(colleague, partner, id, { rows: 99, bytes: 99 })).toBe(false);
    expect(await follow(id)).toMatchObject({ rows: 0 });
    expect(await noteProgress(viewer, partner, id, NOTHING)).toBe(true);
  });

  test('reaches what staff export for a partner', async () => {
    const agent = viewerOf(await makeUser({ role: 'agent' }));
    const id = await begin(agent);
    expect(await cancelExport(agent, id)).toEqual({ partnerId: partner.id });
    expect(await noteProgress(agent, partner, id, NOTHING)).toBe(false);
  });
});

describe('at once', () => {
  test('three run for a user; the fourth waits until one has ended', async () => {
    const ids = [await begin(), await begin(), await begin()];
    expect(await countRunning(viewer)).toBe(3);
    expect(await beginExport(viewer, partner, begun())).toBeNull();
    await endExport(viewer, partner, ids[0] ?? '', NOTHING, { outcome: 'cancelled' });
    expect(await countRunning(viewer)).toBe(2);
    await begin();
  });

  test('three run also when six begin together', async () => {
    const together = await Promise.all(
      Array.from({ length: 6 }, () => beginExport(viewer, partner, begun())),
    );
    expect(together.filter((id) => id !== null)).toHaveLength(3);
  });

  test('those of a colleague, and those that died, do not count', async () => {
    const colleague = await makeUser({ partner });
    for (let i = 0; i < 3; i++) {
      await makeReceipt({ user: colleague });
      await makeReceipt({ user, silent: '2026-01-01T00:00:00Z' });
    }
    expect(await countRunning(viewer)).toBe(0);
    await begin();
  });

  test('those for all partners count together', async () => {
    const agent = viewerOf(await makeUser({ role: 'agent' }));
    for (let i = 0; i < 3; i++) await begin(agent, await makePartner());
    expect(await beginExport(agent, partner, begun())).toBeNull();
  });
});

describe('the list', () => {
  test("is of the partner, its own users' and the porting team's, the newest first, page by page", async () => {
    const agent = await makeUser({ role: 'agent' });
    const made: string[] = [];
    for (let minute = 0; minute < 30; minute++) {
      // Some begin at the same instant.
      const beganAt = `2026-11-23T17:${String(Math.floor(minute / 3)).padStart(2, '0')}:00Z`;
      const by = minute % 2 ? user : agent;
      made.push(await makeReceipt({ user: by, partnerId: partner.id, outcome: 'done', beganAt }));
    }
    await makeReceipt();
    const first = await listExports(viewer, null);
    expect(first.receipts).toHaveLength(25);
    const second = await listExports(viewer, first.next);
    expect(second.next).toBeNull();
    const listed = [...first.receipts, ...second.receipts];
    expect(listed.map(({ id }) => id).toSorted()).toEqual(made.toSorted());
    const times = listed.map(({ beganAt }) => beganAt.getTime());
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  test('tells partners the address of their own users alone', async () => {
    const agent = await makeUser({ role: 'agent' });
    await makeReceipt({ user: agent, partnerId: partner.id });
    expect((await listExports(viewer, null)).receipts).toMatchObject([{ byStaff: true, address: null }]);
    expect((await listExports(viewerOf(agent), null)).receipts).toMatchObject([{ address: '192.0.2.7' }]);
  });

  test("is of the porting team's own exports, for whichever partner", async () => {
    const agent = await makeUser({ role: 'lead' });
    const ids = [
      await makeReceipt({ user: agent }),
      await makeReceipt({ user: agent, partnerId: partner.id }),
    ];
    await makeReceipt({ user });
    const { receipts } = await listExports(viewerOf(agent), null);
    expect(receipts.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  });
});

describe('the second lock', () => {
  test('holds for a statement that forgets whose receipts it is about', async () => {
    const other = await makeUser();
    const foreign = await makeReceipt({ user: other });
    const scope = scopeOf(viewer, partner.id);
    expect(
      await readIn(scope, (query) => query('SELECT id FROM export_receipt WHERE id = $1', [foreign])),
    ).toEqual([]);
    const changed = await writeIn(scope, (query) =>
      query('UPDATE export_receipt SET rows = 9 WHERE id = $1 RETURNING id', [foreign]),
    );
    expect(changed).toEqual([]);
    const insertion = (id: number | undefined) =>
      writeIn(scope, (query) =>
        query(
          `INSERT INTO export_receipt (partner_id, id, user_id, user_name, user_email, by_staff, address, format, columns, file_name, facts)
           VALUES ($1, gen_random_uuid(), $2, '', '', false, '', 'csv', '{phone}', '', '{}')`,
          [id, user.id],
        ),
      );
    await expect(insertion(other.partner?.id)).rejects.toThrow('row-level security');
    await insertion(partner.id);
  });

  test.each(["user_email = 'x'", "facts = '{}'", 'began_at = now()'])(
    'leaves what was taken as it was: %s',
    async (change) => {
      await makeReceipt({ user });
      const changing = writeIn(scopeOf(viewer, partner.id), (query) =>
        query(`UPDATE export_receipt SET ${change}`),
      );
      await expect(changing).rejects.toThrow('permission denied');
    },
  );

  test('keeps receipts from being taken away, and from end users', async () => {
    const scope = scopeOf(viewer, partner.id);
    await expect(writeIn(scope, (query) => query('DELETE FROM export_receipt'))).rejects.toThrow(
      'permission denied',
    );
    const endUser = { role: 'portal_end_user', partnerId: partner.id, accountId: 'x' } as const;
    await expect(readIn(endUser, (query) => query('SELECT FROM export_receipt'))).rejects.toThrow(
      'permission denied',
    );
  });
});
