import type { Page } from '@playwright/test';
import { addDays } from '#domain/calendar-date.ts';
import { pacificDate } from '#domain/pacific-time.ts';
import { makeAccount, makeOrder, makePartner, type Order, type Partner } from '../tests/support/factories.ts';
import { asOwner } from '../tests/support/owner.ts';
import { word } from '../tests/support/unique.ts';
import { expectNoAxeFindings, expectSound } from './support/axe.ts';
import { expect, test } from './support/test.ts';

const TODAY = pacificDate(new Date());

/** The desk at an address, alive: it answers to keys and presses. */
async function openDesk(page: Page, query: string): Promise<void> {
  await page.goto(`/desk${query}`);
  await expect(page.getByRole('region', { name: 'Orders', exact: true })).toHaveAttribute('data-alive', '');
}

function deskOf(page: Page) {
  const table = page.getByRole('table');
  return {
    tab: (name: string) =>
      page
        .getByRole('navigation', { name: 'Saved views' })
        .getByRole('link', { name: new RegExp(`^${name}`) }),
    rows: table.locator('tbody tr'),
    row: (order: Order) => table.locator(`tr[data-order="${order.id}"]`),
    box: (order: Order) => page.getByRole('checkbox', { name: `Select order ${order.id}` }),
    search: page.getByRole('textbox', { name: 'Search orders' }),
    selection: page.getByRole('region', { name: 'Selection' }),
    place: (words: string) => page.getByRole('region', { name: 'Orders', exact: true }).getByText(words),
    panel: page.getByRole('complementary', { name: /^Change status/ }),
    target: page.getByRole('combobox', { name: /^New detailed status/ }),
  };
}

/** Orders of one partner, the oldest first: `count` that are with the carrier. */
async function makeOrders(partner: Partner, count: number): Promise<Order[]> {
  const account = await makeAccount({ partner, company: `Lakeshore ${word()}` });
  const orders: Order[] = [];
  for (let i = 0; i < count; i++) {
    const order = await makeOrder({ account, numbers: 1, detailedStatus: 'submitted' });
    await asOwner('UPDATE port_order SET status_since = $2 WHERE id = $1', [
      order.id,
      new Date(Date.now() - (count - i) * 3_600_000),
    ]);
    orders.push(order);
  }
  return orders;
}

test('saved views, filters and search keep to the address, and Back leads back', async ({ page, login }) => {
  await login('agent');
  const partner = await makePartner({ name: `Harborlight ${word()}` });
  const [first] = await makeOrders(partner, 3);
  const account = await makeAccount({ partner });
  await makeOrder({ account, numbers: 2, detailedStatus: 'rejected', estimatedOn: addDays(TODAY, -4) });
  await makeOrder({ account, numbers: 1, detailedStatus: 'completed' });
  const desk = deskOf(page);
  await openDesk(page, '');
  await page.getByRole('button', { name: 'Partner', exact: true }).first().click();
  await page.getByRole('textbox', { name: 'Find a partner' }).fill(partner.name);
  await page.getByRole('dialog', { name: 'Partner' }).getByRole('button', { name: partner.name }).click();
  await expect(page).toHaveURL(new RegExp(`partner=${partner.slug}`));
  await expect(desk.rows).toHaveCount(3);
  await expect(desk.tab('Needs us')).toContainText('3');
  await expect(desk.tab('Waiting for partner')).toContainText('1');
  await expect(desk.tab('All')).toContainText('5');

  await desk.tab('Overdue').click();
  await expect(desk.rows).toHaveCount(1);
  await expect(desk.rows.first()).toContainText('late');
  await expect(desk.tab('Overdue')).toHaveAttribute('aria-current', 'page');
  await desk.tab('All').click();
  await expect(desk.rows).toHaveCount(5);

  await page.getByRole('button', { name: 'Detailed status' }).first().click();
  await page.getByRole('checkbox', { name: 'Completed' }).check();
  await expect(desk.rows).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/status=completed/);
  await page.goBack();
  await expect(desk.rows).toHaveCount(5);

  await page.keyboard.press('/');
  await expect(desk.search).toBeFocused();
  await desk.search.fill(first?.phones[0]?.slice(2) ?? '');
  await desk.search.press('Enter');
  await expect(page).toHaveURL(/find=/);
  await expect(desk.row(first as Order)).toBeVisible();
  await desk.search.fill('nothing is called so');
  await desk.search.press('Enter');
  await expect(page.getByRole('heading', { name: /^No orders match/ })).toBeVisible();
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(page).toHaveURL(/\/desk\?tab=all$/);
});

test('what the address says and the desk cannot read is named', async ({ page, login }) => {
  await login('agent');
  await openDesk(page, '?tab=mine&age=never');
  await expect(page.getByText('tab=mine is no tab of the desk.')).toBeVisible();
  await expect(page.getByText(/^age=never is no number/)).toBeVisible();
});

test('pages follow one another and hold their place; every column sorts', async ({ page, login }) => {
  await login('agent');
  const partner = await makePartner();
  const orders = await makeOrders(partner, 55);
  const desk = deskOf(page);
  await openDesk(page, `?partner=${partner.slug}`);
  await expect(desk.place('1–50 of 55 orders')).toBeVisible();
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(desk.place('51–55 of 55 orders')).toBeVisible();
  await expect(desk.row(orders[54] as Order)).toBeVisible();
  await page.getByRole('button', { name: 'Previous page' }).click();
  await expect(desk.place('1–50 of 55 orders')).toBeVisible();
  await page.getByRole('button', { name: 'Last page' }).click();
  await expect(desk.place('6–55 of 55 orders')).toBeVisible();
  for (const name of [
    'Order',
    'Detailed status',
    'Next date',
    'Partner',
    'Account',
    'Numbers',
    'Case',
    'Last change (PT)',
  ]) {
    const head = page.getByRole('columnheader', { name, exact: true });
    await head.getByRole('button').click();
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
  }
  await page.getByRole('columnheader', { name: 'Order', exact: true }).getByRole('button').click();
  await page.getByRole('columnheader', { name: 'Order', exact: true }).getByRole('button').click();
  await expect(page).toHaveURL(/sort=-order/);
  await expect(desk.rows.first()).toContainText(String(orders[54]?.id));
});

test('the keyboard alone: rows, selection, range, panel, help, opening', async ({ page, login }) => {
  await login('agent');
  const partner = await makePartner();
  const orders = await makeOrders(partner, 6);
  const desk = deskOf(page);
  await openDesk(page, `?partner=${partner.slug}`);
  await page.keyboard.press('j');
  await expect(desk.row(orders[0] as Order)).toBeFocused();
  await page.keyboard.press('x');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  await expect(desk.selection).toContainText('3 selected');
  await page.keyboard.press('k');
  await page.keyboard.press('x');
  await expect(desk.selection).toContainText('2 selected');
  await desk.box(orders[5] as Order).click({ modifiers: ['Shift'] });
  await expect(desk.selection).toContainText('6 selected');
  await page.keyboard.press('m');
  await expect(desk.target).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(desk.panel).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/desk\/orders\/\d+/);
});

test('many orders are previewed, changed in one go, and put back; who cannot says why', async ({
  page,
  login,
}) => {
  const { name } = await login('agent');
  const partner = await makePartner();
  const orders = await makeOrders(partner, 4);
  const account = await makeAccount({ partner });
  const accepted = await makeOrder({ account, numbers: 3, type: 'toll-free', detailedStatus: 'accepted' });
  const desk = deskOf(page);
  await openDesk(page, `?partner=${partner.slug}`);
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  await expect(desk.selection).toContainText('5 selected');
  await desk.selection.getByRole('button', { name: 'Change status' }).click();
  await desk.target.selectOption('firm-order-confirmation');
  await desk.panel.getByRole('button', { name: 'Preview 5 orders' }).click();
  await expect(desk.panel.getByText(/needs the confirmed porting date/).first()).toBeVisible();
  await expect(desk.panel.getByText('None will change')).toBeVisible();
  await desk.target.selectOption('pending-carrier-response');
  await desk.panel.getByRole('button', { name: 'Preview 5 orders' }).click();
  await expect(desk.panel.getByText('1 cannot')).toBeVisible();
  await expect(desk.panel.getByText('4 will change')).toBeVisible();
  await desk.panel.getByRole('button', { name: 'Take out of selection' }).click();
  await expect(desk.box(accepted)).not.toBeChecked();
  await desk.panel.getByRole('button', { name: 'Preview 4 orders' }).click();

  // Somebody else is faster with one of them.
  await expect(desk.panel.getByText('4 will change')).toBeVisible();
  await asOwner(`UPDATE port_order SET detailed_status = 'cancelled', version = version + 1 WHERE id = $1`, [
    orders[3]?.id,
  ]);
  await desk.panel.getByRole('button', { name: 'Change 4 orders' }).click();
  await expect(desk.panel.getByText('3 orders changed.')).toBeVisible();
  await expect(desk.panel.getByText(`${orders[3]?.id}, ${orders[3]?.request.account.company}`)).toBeVisible();
  await expect(desk.row(orders[0] as Order)).toContainText('Pending carrier response');
  await expect(desk.row(orders[0] as Order)).toContainText(name);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByText(/^Undone/)).toBeVisible();
  await expect(desk.row(orders[0] as Order)).toContainText('Submitted');
  await desk.panel.getByRole('button', { name: 'Close' }).last().click();
  await expect(desk.panel).toHaveCount(0);
  await expect(desk.selection).toHaveCount(0);
});

test('all that match are changed, those of other pages too', async ({ page, login }) => {
  await login('agent');
  const partner = await makePartner();
  await makeOrders(partner, 53);
  const desk = deskOf(page);
  await openDesk(page, `?partner=${partner.slug}`);
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  await desk.selection.getByRole('button', { name: 'Select all 53 that match' }).click();
  await expect(desk.selection).toContainText('All 53 orders selected');
  await desk.selection.getByRole('button', { name: 'Change status' }).click();
  await desk.target.selectOption('pending-carrier-response');
  await desk.panel.getByRole('button', { name: 'Preview 53 orders' }).click();
  await expect(desk.panel.getByText('53 will change')).toBeVisible();
  await desk.panel.getByRole('button', { name: 'Change 53 orders' }).click();
  await expect(page.getByText('53 orders changed to Pending carrier response.')).toBeVisible();
  await expect(desk.selection).toHaveCount(0);
});

test('one note for many orders, internal unless told otherwise', async ({ page, login }) => {
  await login('agent');
  const partner = await makePartner();
  const [first] = await makeOrders(partner, 2);
  const desk = deskOf(page);
  await openDesk(page, `?partner=${partner.slug}`);
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  await desk.selection.getByRole('button', { name: 'Add note' }).click();
  const panel = page.getByRole('complementary', { name: 'Add a note to 2 orders' });
  await panel.getByRole('button', { name: 'Add to 2 orders' }).click();
  await expect(panel.getByText('Write the note first.')).toBeVisible();
  await panel.getByRole('textbox', { name: 'Internal note' }).fill('Called the carrier.');
  await expectNoAxeFindings(page);
  await panel.getByRole('button', { name: 'Add to 2 orders' }).click();
  await expect(panel.getByText('Added to 2 orders, internal.')).toBeVisible();
  await panel.getByRole('button', { name: 'Close' }).last().click();
  const notes = await asOwner('SELECT note, visible_to_partner FROM order_event WHERE partner_id = $1', [
    partner.id,
  ]);
  expect(notes).toEqual(Array(2).fill({ note: 'Called the carrier.', visible_to_partner: false }));
  await desk
    .row(first as Order)
    .getByRole('link')
    .click();
  await expect(page.getByText('Called the carrier.')).toBeVisible();
});

test('only leads correct, with a reason', async ({ page, login }) => {
  await login('lead');
  const partner = await makePartner();
  const order = await makeOrder({ partner, numbers: 1, detailedStatus: 'completed' });
  const desk = deskOf(page);
  await openDesk(page, `?tab=all&partner=${partner.slug}`);
  await desk.box(order).check();
  await desk.selection.getByRole('button', { name: 'Change status' }).click();
  await expect(desk.panel.getByText(/None of these orders can be moved/)).toBeVisible();
  await desk.panel.getByText('Correction', { exact: true }).click();
  await desk.target.selectOption('submitted');
  await desk.panel.getByRole('button', { name: 'Preview 1 order' }).click();
  await expect(desk.panel.getByText('A correction needs its reason.')).toBeVisible();
  await desk.panel.getByRole('textbox', { name: /Reason for the correction/ }).fill('It was another order.');
  await desk.panel.getByRole('button', { name: 'Preview 1 order' }).click();
  await desk.panel.getByRole('button', { name: 'Change 1 order' }).click();
  await expect(desk.row(order)).toContainText('Submitted');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('orders stand in a list, which says what is late, and open their page', async ({ page, login }) => {
    await login('agent');
    const partner = await makePartner();
    const account = await makeAccount({ partner, company: 'Lakeshore Dental Group' });
    const order = await makeOrder({
      account,
      numbers: 2,
      detailedStatus: 'reviewed',
      estimatedOn: addDays(TODAY, -5),
    });
    await openDesk(page, `?partner=${partner.slug}`);
    const item = page.getByRole('listitem').filter({ hasText: String(order.id) });
    await expect(item).toContainText('late');
    await expect(item).toContainText('Lakeshore Dental Group');
    await expect(item).toContainText('Reviewed');
    await expectNoAxeFindings(page);
    await item.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Change status' }).click();
    await expect(page.getByRole('dialog', { name: 'Change status of 1 order' })).toBeVisible();
    await expectNoAxeFindings(page);
    await page.keyboard.press('Escape');
    await item.getByRole('link').click();
    await expect(page).toHaveURL(new RegExp(`/desk/orders/${order.id}`));
  });
});

test('axe finds nothing on the desk, with panel and preview, light or dark', async ({ page, login }) => {
  await login('lead');
  const partner = await makePartner();
  await makeOrders(partner, 3);
  const account = await makeAccount({ partner });
  await makeOrder({
    account,
    numbers: 1,
    type: 'toll-free',
    detailedStatus: 'accepted',
    estimatedOn: addDays(TODAY, -9),
  });
  const desk = deskOf(page);
  await openDesk(page, `?partner=${partner.slug}`);
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  await desk.selection.getByRole('button', { name: 'Change status' }).click();
  await desk.target.selectOption('pending-carrier-response');
  await desk.panel.getByRole('button', { name: 'Preview 4 orders' }).click();
  await expect(desk.panel.getByText('3 will change')).toBeVisible();
  await expectSound(page);
  for (const name of ['Partner', 'Detailed status', 'More filters']) {
    await page.getByRole('button', { name }).first().click();
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    // What the panel half covers is a target that axe finds too small.
    await expectNoAxeFindings(page, OF_FIELDS);
    await page.keyboard.press('Escape');
  }
});

const OF_FIELDS = [
  'label',
  'button-name',
  'aria-dialog-name',
  'color-contrast',
  'nested-interactive',
  'region',
];
