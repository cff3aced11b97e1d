import type { Page } from '@playwright/test';
import { addDays, formatCalendarDate } from '#domain/calendar-date.ts';
import { pacificDate } from '#domain/pacific-time.ts';
import { formatPhoneNumber } from '#domain/phone-number.ts';
import { makeAccount, makeOrder, makePartner, type Order } from '../tests/support/factories.ts';
import { alive, factOf, orderOf, portingDay } from './support/order.ts';
import { openReport, reportOf } from './support/report.ts';
import { expect, test } from './support/test.ts';

function queueOf(page: Page) {
  const table = page.getByRole('table');
  return {
    tab: (name: string) =>
      page
        .getByRole('navigation', { name: 'Saved views' })
        .getByRole('link', { name: new RegExp(`^${name}`) }),
    row: (order: Order) =>
      table.getByRole('row').filter({ has: page.getByRole('link', { name: String(order.id), exact: true }) }),
    rows: table.locator('tbody').getByRole('row'),
    panel: page.getByRole('complementary', { name: /^Change status/ }),
  };
}

test('a day at the desk: overdue orders rejected, ten confirmed, three numbers split off, undone, read by the partner', async ({
  page,
  login,
  visitor,
}) => {
  const { name } = await login('agent');
  const partner = await makePartner();
  const account = await makeAccount({ partner });
  const yesterday = addDays(pacificDate(new Date()), -3);
  const late = {
    account,
    numbers: 2,
    detailedStatus: 'pending-carrier-response',
    estimatedOn: yesterday,
  } as const;
  const [first, second] = [await makeOrder(late), await makeOrder(late)];
  const waiting: Order[] = [];
  for (let n = 0; n < 10; n++) {
    waiting.push(
      await makeOrder({
        account,
        numbers: 5,
        detailedStatus: 'pending-carrier-response',
        location: `Site ${n}`,
      }),
    );
  }
  const queue = queueOf(page);
  const order = orderOf(page);

  // Find what is overdue, among this partner's orders.
  await page.goto(`/desk?partner=${partner.slug}`);
  await alive(page);
  await queue.tab('Overdue').click();
  await expect(queue.rows).toHaveCount(2);

  // Reject two, each with a reason, and go from one to the next.
  await queue.row(first).getByRole('link').click();
  await alive(page);
  await expect(page.getByText('1 of 2')).toBeVisible();
  await order.target('Rejected').check();
  await order.move.getByRole('combobox', { name: 'Reject reason' }).fill('Recent bill needed');
  await order.submit.click();
  await expect(page.getByText(`Order ${first.id} is now Rejected.`)).toBeVisible();
  await page.getByRole('link', { name: 'Next order' }).click();
  await expect(page.getByRole('heading', { name: `Order ${second.id}` })).toBeVisible();
  await order.target('Rejected').check();
  await order.move.getByRole('combobox', { name: 'Reject reason' }).fill('ZIP');
  await order.move.getByRole('option', { name: /ZIP code does not match/ }).click();
  await order.submit.click();
  await expect(page.getByText(`Order ${second.id} is now Rejected.`)).toBeVisible();

  // Confirm ten at once.
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Overdue' }).click();
  await queue.tab('Needs us').click();
  await expect(queue.rows).toHaveCount(10);
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  await page.getByRole('button', { name: 'Change status' }).click();
  const day = await portingDay(6);
  await queue.panel.getByLabel('New detailed status').selectOption({ label: 'Firm order confirmation' });
  await queue.panel.getByLabel('FOC date').fill(day);
  await queue.panel.getByRole('button', { name: 'Preview 10 orders' }).click();
  await queue.panel.getByRole('button', { name: 'Change 10 orders' }).click();
  await expect(page.getByText('10 orders changed to Firm order confirmation.')).toBeVisible();

  // Split three numbers off one of them, undo it, and split them off for good.
  const [split] = waiting;
  if (!split) throw new Error('There are ten.');
  await page.goto(`/desk/orders/${split.id}`);
  await alive(page);
  const three = split.phones.slice(0, 3);
  const splitOff = async () => {
    for (const phone of three) await order.numbers.getByLabel(formatPhoneNumber(phone)).check();
    await order.chosen.getByRole('button', { name: 'Split off 3 numbers' }).click();
    await expect(factOf(page, 'Numbers')).toHaveText('2 numbers, local');
  };
  await splitOff();
  await order.undo.click();
  await expect(factOf(page, 'Numbers')).toHaveText('5 numbers, local');
  await splitOff();
  await page.getByRole('link', { name: 'Open it' }).click();
  await expect(factOf(page, 'Numbers')).toHaveText('3 numbers, local');
  await order.target('Additional info required').check();
  await order.move.getByLabel('Note for the partner').fill('Which line is the alarm on?');
  await order.submit.click();
  await expect(order.events.first()).toContainText('Additional info required');

  // The partner reads it in the report.
  const theirs = await visitor();
  await theirs.login('partner', { partner });
  await openReport(theirs.page, '?size=100');
  const report = reportOf(theirs.page);
  await expect(report.facet('Scheduled')).toContainText('47');
  await expect(report.facet('Waiting for You')).toContainText('7');
  await expect(report.rows.filter({ hasText: 'Recent bill needed' })).toHaveCount(2);
  await expect(report.rows.filter({ hasText: 'ZIP code does not match' })).toHaveCount(2);
  await expect(report.rows.filter({ hasText: formatCalendarDate(day) })).toHaveCount(47);
  for (const phone of three) {
    const row = report.rows.filter({ hasText: formatPhoneNumber(phone) });
    await expect(row).toContainText('Additional info required');
  }

  // The history tells all of it, also of a number across the split.
  const [phone = ''] = three;
  await order.history.getByLabel('Follow one number through splits').fill(phone);
  await order.history.getByRole('button', { name: 'Show its history' }).click();
  await expect(order.events.filter({ hasText: 'Which line is the alarm on?' })).toHaveCount(1);
  await expect(
    order.events
      .filter({ hasText: `came from order ${split.id}` })
      .or(order.events.filter({ hasText: 'Created as' }))
      .first(),
  ).toBeVisible();
  await expect(
    order.events.filter({ hasText: `on order ${split.id}` }).filter({ hasText: 'Firm order confirmation' }),
  ).not.toHaveCount(0);
  await expect(order.events.first()).toContainText(name);
});
