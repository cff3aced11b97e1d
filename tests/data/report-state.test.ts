import pg from 'pg';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { FACETS } from '#data/report/query/facet.ts';
import { readiness } from '#domain/ready-to-assign.ts';
import { DETAILED_STATUSES } from '#domain/status.ts';
import { makeOrder, makePartner } from '../support/factories.ts';
import { asOwner } from '../support/owner.ts';

describe('the facet of an order', () => {
  test('is its detailed status and its readiness, as the domain has them, for every order that there can be', async () => {
    for (const type of ['local', 'toll-free'] as const) {
      for (const detailedStatus of DETAILED_STATUSES) {
        for (const [focOn, approvedOn] of [
          [null, null],
          ['2026-03-18', null],
          [null, '2026-03-01'],
        ] as const) {
          const [row] = await asOwner<{ facet: number }>('SELECT order_facet($1, $2, $3, $4) AS facet', [
            type === 'toll-free',
            detailedStatus,
            focOn,
            approvedOn,
          ]);
          const facts = { type, detailedStatus, focOn, approvedOn } as Parameters<typeof readiness>[0];
          expect(FACETS[row?.facet ?? -1]).toEqual({
            detailed: detailedStatus,
            ready: readiness(facts).ready,
          });
        }
      }
    }
  });

  test('follows what happens to the order', async () => {
    const order = await makeOrder({ detailedStatus: 'submitted' });
    const facet = async () => {
      const [row] = await asOwner<{ facet: number }>('SELECT facet FROM port_order WHERE id = $1', [
        order.id,
      ]);
      return FACETS[row?.facet ?? -1];
    };
    expect(await facet()).toEqual({ detailed: 'submitted', ready: false });
    await asOwner(
      "UPDATE port_order SET detailed_status = 'confirmed', foc_on = '2026-03-18' WHERE id = $1",
      [order.id],
    );
    expect(await facet()).toEqual({ detailed: 'confirmed', ready: true });
  });
});

describe('the state of a partner’s data', () => {
  const stateOf = async (partnerId: number) => {
    const rows = await asOwner('SELECT id FROM partner_change WHERE partner_id = $1 ORDER BY id', [
      partnerId,
    ]);
    return rows.map((row) => row.id).join(' ');
  };

  async function connect(begin: string): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: inject('databaseUrl'), statement_timeout: 5000 });
    await client.connect();
    onTestFinished(() => client.end());
    await client.query(begin);
    return client;
  }

  test('is another one after every change, of this partner alone, and the same as long as there is none', async () => {
    const partner = await makePartner();
    const neighbour = await makePartner();
    const order = await makeOrder({ partner, numbers: 2 });
    await makeOrder({ partner: neighbour, numbers: 1 });
    const [before, beside] = [await stateOf(partner.id), await stateOf(neighbour.id)];
    await asOwner('SELECT count(*) FROM port_order WHERE partner_id = $1', [partner.id]);
    expect(await stateOf(partner.id)).toBe(before);
    await asOwner('UPDATE port_order SET location = $1 WHERE id = $2', ['Austin', order.id]);
    expect(await stateOf(partner.id)).not.toBe(before);
    expect(await stateOf(neighbour.id)).toBe(beside);
  });

  test.each([
    ['BEGIN', 'BEGIN'],
    ['BEGIN ISOLATION LEVEL REPEATABLE READ', 'BEGIN'],
    ['BEGIN', 'BEGIN ISOLATION LEVEL REPEATABLE READ'],
    ['BEGIN ISOLATION LEVEL REPEATABLE READ', 'BEGIN ISOLATION LEVEL REPEATABLE READ'],
  ])('lets two transactions change the same partner at once: %s and %s', async (one, other) => {
    const partner = await makePartner();
    const orders = [await makeOrder({ partner }), await makeOrder({ partner })];
    const before = await stateOf(partner.id);
    const first = await connect(one);
    const second = await connect(other);
    const change = 'UPDATE port_order SET location = $1 WHERE partner_id = $2 AND id = $3';
    await first.query(change, ['A', partner.id, orders[0]?.id]);
    await second.query(change, ['B', partner.id, orders[1]?.id]);
    await second.query(change, ['C', partner.id, orders[1]?.id]);
    expect(await stateOf(partner.id)).toBe(before);
    await second.query('COMMIT');
    const between = await stateOf(partner.id);
    expect(between).not.toBe(before);
    await first.query('COMMIT');
    const after = await stateOf(partner.id);
    expect([before, between]).not.toContain(after);
  });

  test('stays as small as the number of those who write at once', async () => {
    const partner = await makePartner();
    const order = await makeOrder({ partner });
    for (let i = 0; i < 20; i++) {
      await asOwner('UPDATE port_order SET version = version + 1 WHERE id = $1', [order.id]);
    }
    expect((await stateOf(partner.id)).split(' ').length).toBeLessThan(4);
  });
});
