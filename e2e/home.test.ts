import type { Page } from '@playwright/test';
import { addDays, type CalendarDate } from '#domain/calendar-date.ts';
import { pacificDate } from '#domain/pacific-time.ts';
import { formatPortingDay, weekOf } from '#domain/porting-day.ts';
import { makeAccount, makeOrder, type Partner } from '../tests/support/factories.ts';
import { asOwner, insert } from '../tests/support/owner.ts';
import { expectSoundAtEveryWidth } from './support/axe.ts';
import { column, partnerOf, reportOf } from './support/report.ts';
import { expect, test } from './support/test.ts';

const LONG =
  'The Ocotillo Foundation for Desert Conservation, Education and the Arts of the Greater Southwest';

/** Orders of one partner that wait, port today and on another day of the week, and can be assigned. */
async function makeDay(partner: Partner) {
  const today = pacificDate(new Date());
  const week = weekOf(today);
  const otherDay = (week.findLast((day) => day !== today) ?? addDays(today, 1)) as CalendarDate;
  const lake = await makeAccount({ partner, company: 'Lakeshore Dental Group' });
  const desert = await makeAccount({ partner, company: LONG });
  const foc = { detailedStatus: 'firm-order-confirmation' } as const;
  const rejected = await makeOrder({
    account: lake,
    numbers: 3,
    ...{ detailedStatus: 'rejected', rejectReason: 'Service address does not match' },
  });
  await asOwner(`UPDATE port_order SET status_since = now() - interval '21 days' WHERE id = $1`, [
    rejected.id,
  ]);
  await makeOrder({ account: desert, numbers: 1, detailedStatus: 'waiting-for-loa' });
  await makeOrder({ account: lake, numbers: 4, focOn: today, ...foc });
  await makeOrder({ account: desert, numbers: 2, focOn: today, detailedStatus: 'completed' });
  await makeOrder({ account: desert, numbers: 5, focOn: otherDay, focTime: '13:30', ...foc });
  return { today, otherDay, lake, desert, rejected };
}

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('home says what needs the partner, what ports, what can be assigned; each leads to those rows of the report', async ({
  page,
  login,
}) => {
  const partner = partnerOf(await login());
  const { today, otherDay, lake, rejected } = await makeDay(partner);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Today, ${formatPortingDay(today)}`);

  const needs = card(page, 'Needs you');
  await expect(needs).toContainText('4 numbers');
  await expect(needs.getByRole('listitem').first()).toContainText('Rejected: Service address does not match');
  await expect(needs.getByRole('listitem').first()).toContainText(/1\d business days/);
  await expect(needs.getByRole('listitem').first()).toContainText('Send the service address');
  const ports = card(page, 'Ports this week');
  await expect(ports).toContainText('11 numbers');
  await expect(ports).toContainText('Today: 6 numbers');
  await expect(ports).toContainText('10:00 AM PT, 2 ported');
  await expect(ports.getByRole('link', { name: formatPortingDay(otherDay) })).toContainText('1:30 PM PT');
  const ready = card(page, 'Ready to assign');
  await expect(ready).toContainText('9 numbers');

  const { rows } = reportOf(page);
  const follow = async (link: ReturnType<Page['getByRole']>, count: number) => {
    await link.click();
    await expect(rows).toHaveCount(count);
  };
  await follow(needs.getByRole('link', { name: 'All in the report' }), 4);
  expect(new Set(await column(page, 'Status'))).toEqual(new Set(['Waiting for You']));
  await page.goto('/');
  await follow(ports.getByRole('link', { name: 'Today: 6 numbers' }), 6);
  await page.goto('/');
  await follow(ports.getByRole('link', { name: formatPortingDay(otherDay) }), 5);
  await page.goto('/');
  await follow(ports.getByRole('link', { name: 'In the report' }), 11);
  await page.goto('/');
  await follow(ready.getByRole('link', { name: 'In the report' }), 9);
  await page.goto('/');
  await follow(ready.getByRole('link', { name: /Lakeshore/ }), 4);
  await page.goto('/');
  await needs.getByRole('link', { name: /^Rejected/ }).click();
  await expect(page).toHaveURL(new RegExp(`account=${lake.id}`));
  await expect(page.locator('mark[aria-current]')).toHaveText(rejected.request.id);
  await page.getByRole('banner').getByRole('link', { name: 'Partner Portal' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Today, /);
});

test('what others changed since the last visit is told by order, from what it was to what it is', async ({
  page,
  login,
}) => {
  const user = await login();
  const order = await makeOrder({
    partner: partnerOf(user),
    numbers: 2,
    detailedStatus: 'pending-carrier-response',
  });
  const event = (at: string, changes: unknown[], note: string | null) =>
    asOwner(
      `INSERT INTO order_event (partner_id, order_id, at, actor, kind, changes, note, visible_to_partner)
       VALUES ($1, $2, ${at}, 'Priya Raman', 'changed', $3, $4, true)`,
      [order.request.account.partner.id, order.id, JSON.stringify(changes), note],
    );
  const status = (from: string, to: string) => [{ field: 'detailedStatus', from, to }];
  await event(`now() - interval '3 hours'`, status('received-loa', 'reviewed'), 'Before');
  await event(`now() - interval '50 minutes'`, status('reviewed', 'submitted'), null);
  await event(`now() - interval '40 minutes'`, status('submitted', 'pending-carrier-response'), 'It has it.');
  await insert('user_visit', {
    ...{ user_id: user.id, began_at: new Date(Date.now() - 2.2 * 3_600_000) },
    seen_at: new Date(Date.now() - 2 * 3_600_000),
  });
  await page.goto('/');
  const changed = card(page, 'Changed since your last visit');
  const row = changed.getByRole('listitem').filter({ has: page.getByRole('heading') });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('Pending carrier response');
  await expect(row.locator('del')).toHaveText('Reviewed');
  await expect(row.locator('ins')).toHaveText('Pending carrier response');
  await expect(row).toContainText('“It has it.” Priya Raman');
  await expect(changed).not.toContainText('Before');
});

test('an assigned number whose date is gone stands above everything', async ({ page, login }) => {
  const user = await login();
  const order = await makeOrder({ partner: partnerOf(user), numbers: 1 });
  await insert('number_assignment', {
    ...{ partner_id: order.request.account.partner.id, request_id: order.request.id, phone: order.phones[0] },
    ...{ actor_id: user.id, actor: user.name, batch_id: crypto.randomUUID(), foc_on: '2026-03-18' },
  });
  await page.goto('/');
  const alert = page.getByRole('region', { name: 'Assigned, no longer safe' });
  await expect(alert).toContainText('1 assigned number is no longer safe.');
  await alert.getByRole('link', { name: 'Look at it' }).click();
  await expect(page).toHaveURL(/\/numbers\/ready/);
});

test('a partner without numbers is told how its first ones come in', async ({ page, login }) => {
  const partner = partnerOf(await login());
  await page.goto('/');
  await expect(
    page.getByRole('heading', { name: `Begin with the first numbers of ${partner.name}` }),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Set up an account' }).click();
  await expect(page).toHaveURL(/\/voice-services/);
});

test('the porting team begins at its desk, an end user at its requests', async ({ page, login, visitor }) => {
  await login('agent');
  await page.goto('/');
  await expect(page).toHaveURL(/\/desk$/);
  const other = await visitor();
  await other.login('end-user');
  await other.page.goto('/');
  await expect(other.page).toHaveURL(/\/status$/);
});

test('axe finds nothing at home, full or empty, light or dark, wide or on a phone', async ({
  page,
  login,
  visitor,
}) => {
  const user = await login();
  await makeDay(partnerOf(user));
  const order = await makeOrder({ partner: partnerOf(user), numbers: 1 });
  await insert('order_event', {
    ...{ partner_id: order.request.account.partner.id, order_id: order.id, actor: 'Priya', kind: 'note' },
    ...{ note: 'The carrier is slow this week. '.repeat(20), visible_to_partner: true },
  });
  const other = await visitor();
  await other.login();
  for (const each of [page, other.page]) {
    await each.goto('/');
    await expectSoundAtEveryWidth(each, undefined, [1440, 1024, 390]);
  }
});
