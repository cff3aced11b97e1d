import { afterAll, describe, expect, it } from 'vitest';
import { countUnsafe } from '#data/assignments/count-unsafe.ts';
import { listAssigned } from '#data/assignments/list-assigned.ts';
import { lookAtUnsafe } from '#data/assignments/look-at-unsafe.ts';
import { releaseNumbers } from '#data/assignments/release-numbers.ts';
import { closeConnections } from '#data/connection.ts';
import { moveOrder } from '#data/orders/move-order.ts';
import { removeNumbers } from '#data/orders/remove-numbers.ts';
import { splitOrder } from '#data/orders/split-order.ts';
import { assignmentStanding, whyUnsafe } from '#domain/assignment.ts';
import type { CalendarDate } from '#domain/calendar-date.ts';
import type { Move } from '#domain/moves.ts';
import { DETAILED_FACTS, DETAILED_STATUSES, type DetailedStatus, type NumberType } from '#domain/status.ts';
import type { Viewer } from '#domain/viewer.ts';
import { makeAssignment } from '../support/assignments.ts';
import { later, makeAgent, NEXT_WEEK, NOW, seen } from '../support/desk.ts';
import { makeOrder, makePartner, type Order, type Partner } from '../support/factories.ts';
import { asOwner } from '../support/owner.ts';
import { makeUser, type User } from '../support/users.ts';
import { viewerOf } from '../support/viewers.ts';

afterAll(closeConnections);

const ALL = { accountId: null, text: null };
const FOC = { detailedStatus: 'firm-order-confirmation', focOn: NEXT_WEEK } as const;
const WEEK_AFTER = '2026-12-09' as CalendarDate;

type Scene = { partner: Partner; user: User; viewer: Viewer; order: Order; agent: Viewer; version: number };

/** A number that is assigned and safe, and an agent who is about to change that. */
async function scene(given: { numbers?: number } = {}): Promise<Scene> {
  const partner = await makePartner();
  const user = await makeUser({ partner });
  const order = await makeOrder({ partner, numbers: given.numbers ?? 1, ...FOC });
  for (const phone of order.phones) await makeAssignment({ order, user, phone, focOn: NEXT_WEEK });
  return { partner, user, viewer: viewerOf(user), order, agent: await makeAgent('lead'), version: 1 };
}

/** What an agent does to the order, so many seconds from now. */
async function move(at: Scene, seconds: number, wanted: Move): Promise<void> {
  const order = seen(at.order, at.version);
  const result = await moveOrder(at.agent, { order, move: wanted }, later(seconds));
  expect(result.kind, JSON.stringify(result)).toBe('changed');
  at.version += 1;
}

async function unsafeOf({ viewer, partner }: Scene) {
  const { numbers, counts } = await listAssigned(viewer, partner, { filter: ALL, unsafe: true, after: null });
  expect(counts.unsafe).toBe(numbers.length);
  expect(counts.alerts).toBe(numbers.filter(({ alerts }) => alerts).length);
  expect(await countUnsafe(viewer)).toBe(counts.alerts);
  return numbers.map(({ reliedOn, order, standing, alerts }) => ({
    ...{ standing, alerts },
    why: whyUnsafe(reliedOn, order),
  }));
}

async function lookAtAll({ viewer }: Scene, seconds: number): Promise<number> {
  return lookAtUnsafe(viewer, { allAsOf: later(seconds) });
}

describe('a number whose confirmed date is revoked', () => {
  it('alerts until somebody looks, is quiet then, and alerts again when it happens again', async () => {
    const at = await scene();
    expect(await unsafeOf(at)).toEqual([]);

    await move(at, 10, { to: 'pending-carrier-response' });
    const why =
      'The date 2 Dec 2026 does not hold any more. The losing carrier has not confirmed a date (FOC) yet.';
    expect(await unsafeOf(at)).toEqual([{ standing: 'revoked', alerts: true, why }]);

    expect(await lookAtAll(at, 20)).toBe(1);
    expect(await unsafeOf(at)).toEqual([{ standing: 'revoked', alerts: false, why }]);
    // Looked at once, it stays looked at: also by others, and after a look at nothing.
    expect(await lookAtAll(at, 30)).toBe(0);

    await move(at, 40, { to: 'firm-order-confirmation', focOn: NEXT_WEEK });
    expect(await unsafeOf(at)).toEqual([]);

    await move(at, 50, { to: 'rejected', rejectReason: 'Account frozen' });
    const [again] = await unsafeOf(at);
    expect(again).toMatchObject({ standing: 'revoked', alerts: true });
  });

  it('is not looked at by a press on a page that did not show it yet', async () => {
    const at = await scene();
    await move(at, 10, { to: 'pending-carrier-response' });
    // The page was read before the agent came.
    expect(await lookAtAll(at, 5)).toBe(0);
    expect(await unsafeOf(at)).toMatchObject([{ alerts: true }]);

    const { numbers } = await listAssigned(at.viewer, at.partner, { filter: ALL, unsafe: true, after: null });
    await move(at, 20, { to: 'rejected', rejectReason: 'Account frozen' });
    // It changed once more between the list and the press on one of its numbers.
    expect(await lookAtUnsafe(at.viewer, { numbers })).toBe(0);
    expect(await unsafeOf(at)).toMatchObject([{ alerts: true }]);
  });

  it('is looked at one by one', async () => {
    const at = await scene({ numbers: 3 });
    await move(at, 10, { to: 'pending-carrier-response' });
    const { numbers } = await listAssigned(at.viewer, at.partner, { filter: ALL, unsafe: true, after: null });
    expect(await lookAtUnsafe(at.viewer, { numbers: numbers.slice(0, 1) })).toBe(1);
    expect((await unsafeOf(at)).map(({ alerts }) => alerts)).toEqual([true, true, false]);
  });

  it('alerts nobody once it is released', async () => {
    const at = await scene();
    await move(at, 10, { to: 'pending-carrier-response' });
    const { numbers } = await listAssigned(at.viewer, at.partner, { filter: ALL, unsafe: true, after: null });
    expect(await releaseNumbers(at.viewer, numbers, later(20))).toBe(1);
    expect(await unsafeOf(at)).toEqual([]);
  });

  it('is the partner’s own trouble: another partner is told nothing and can look at nothing', async () => {
    const at = await scene();
    await move(at, 10, { to: 'pending-carrier-response' });
    const stranger = viewerOf(await makeUser({}));
    expect(await countUnsafe(stranger)).toBe(0);
    const { numbers } = await listAssigned(at.viewer, at.partner, { filter: ALL, unsafe: true, after: null });
    expect(await lookAtUnsafe(stranger, { numbers })).toBe(0);
    expect(await lookAtUnsafe(stranger, { allAsOf: later(60) })).toBe(0);
    expect(await unsafeOf(at)).toMatchObject([{ alerts: true }]);
  });
});

describe('a number whose confirmed date moves', () => {
  it('alerts with both dates, again at every other date, and not at its own', async () => {
    const at = await scene();
    await move(at, 10, { to: 'firm-order-confirmation', focOn: WEEK_AFTER });
    const why = 'The confirmed date moved from 2 Dec 2026 to 9 Dec 2026.';
    expect(await unsafeOf(at)).toEqual([{ standing: 'moved', alerts: true, why }]);
    await lookAtAll(at, 15);
    expect(await unsafeOf(at)).toEqual([{ standing: 'moved', alerts: false, why }]);

    await move(at, 20, { to: 'firm-order-confirmation', focOn: '2026-12-10' as CalendarDate });
    expect(await unsafeOf(at)).toMatchObject([{ standing: 'moved', alerts: true }]);

    await move(at, 30, { to: 'firm-order-confirmation', focOn: NEXT_WEEK });
    expect(await unsafeOf(at)).toEqual([]);
  });

  it('alerts again when it moves back and then to the same day again', async () => {
    const at = await scene({ numbers: 2 });
    await move(at, 10, { to: 'firm-order-confirmation', focOn: WEEK_AFTER });
    expect(await lookAtAll(at, 15)).toBe(2);
    await move(at, 20, { to: 'firm-order-confirmation', focOn: NEXT_WEEK });
    expect(await unsafeOf(at)).toEqual([]);
    await move(at, 30, { to: 'firm-order-confirmation', focOn: WEEK_AFTER });
    expect(await unsafeOf(at)).toMatchObject([{ alerts: true }, { alerts: true }]);

    // Split off, a number keeps what was seen of it.
    expect(await lookAtAll(at, 35)).toBe(2);
    const split = { order: seen(at.order, at.version), phones: at.order.phones.slice(0, 1) };
    expect((await splitOrder(at.agent, split, later(40))).kind).toBe('changed');
    expect(await unsafeOf(at)).toMatchObject([{ alerts: false }, { alerts: false }]);
  });

  it('another time on the same day, another priority or a note alert nobody', async () => {
    const at = await scene();
    await asOwner(`UPDATE port_order SET location = 'Annex', estimated_on = '2026-12-01' WHERE id = $1`, [
      at.order.id,
    ]);
    expect(await unsafeOf(at)).toEqual([]);
  });
});

describe('a number that leaves the way of its order', () => {
  it('is safe once it has ported, whatever day that was', async () => {
    const at = await scene();
    await move(at, 10, { to: 'firm-order-confirmation', focOn: WEEK_AFTER });
    await move(at, 20, { to: 'completed' });
    expect(await unsafeOf(at)).toEqual([]);
  });

  it('alerts when its order is cancelled', async () => {
    const at = await scene();
    await move(at, 10, { to: 'cancelled' });
    expect(await unsafeOf(at)).toMatchObject([
      { standing: 'revoked', why: 'The date 2 Dec 2026 does not hold any more. The order was cancelled.' },
    ]);
  });

  it('alerts when it is taken out of its request, and releasing it is told at the order that it left', async () => {
    const at = await scene({ numbers: 2 });
    const [phone = ''] = at.order.phones;
    const taken = { order: seen(at.order), phones: [phone], note: 'Not on the account' };
    expect((await removeNumbers(at.agent, taken, NOW)).kind).toBe('changed');
    expect(await unsafeOf(at)).toEqual([
      { standing: 'revoked', alerts: true, why: 'The number is on no order any more.' },
    ]);
    expect(await lookAtAll(at, 20)).toBe(1);
    expect(await unsafeOf(at)).toMatchObject([{ alerts: false }]);
    const { numbers } = await listAssigned(at.viewer, at.partner, { filter: ALL, unsafe: true, after: null });
    expect(await releaseNumbers(at.viewer, numbers, later(30))).toBe(1);
    const [event] = await asOwner(
      `SELECT order_id::int AS order, numbers FROM order_event WHERE kind = 'released' AND partner_id = $1`,
      [at.partner.id],
    );
    expect(event).toEqual({ order: at.order.id, numbers: [phone] });
  });
});

describe('the database', () => {
  it('and the domain say the same of every order that can be', async () => {
    const facts = [];
    for (const type of ['local', 'toll-free'] as NumberType[]) {
      for (const detailedStatus of DETAILED_STATUSES) {
        const { only, needsFoc } = DETAILED_FACTS[detailedStatus];
        if (only && only !== type) continue;
        for (const focOn of type === 'toll-free' ? [null] : [null, NEXT_WEEK, WEEK_AFTER]) {
          if (needsFoc && focOn === null && type === 'local') continue;
          for (const approvedOn of type === 'toll-free' ? [null, '2026-11-20' as CalendarDate] : [null]) {
            for (const reliedOn of [null, NEXT_WEEK])
              facts.push({ type, detailedStatus, focOn, approvedOn, reliedOn });
          }
        }
      }
    }
    expect(facts.length).toBeGreaterThan(100);
    const rows = await asOwner<{ n: number; standing: string }>(
      `SELECT n::int, assignment_standing(f."reliedOn", f.type = 'toll-free', f."detailedStatus", f."focOn", f."approvedOn") AS standing
       FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (
         type text, "detailedStatus" detailed_status, "focOn" date, "approvedOn" date, "reliedOn" date
       )) WITH ORDINALITY AS f (type, "detailedStatus", "focOn", "approvedOn", "reliedOn", n) ORDER BY n`,
      [JSON.stringify(facts)],
    );
    expect(rows.map(({ standing }) => standing)).toEqual(
      facts.map(({ reliedOn, ...order }) =>
        assignmentStanding(reliedOn, order as typeof order & { detailedStatus: DetailedStatus }),
      ),
    );
    const [gone] = await asOwner(`SELECT assignment_standing(NULL, NULL, NULL, NULL, NULL) AS standing`);
    expect(gone?.standing).toBe(assignmentStanding(null, null));
  });
});
