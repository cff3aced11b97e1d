import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { moveOrder } from '#data/orders/move-order.ts';
import { makeAssignment } from '../tests/support/assignments.ts';
import { makeAgent, seen } from '../tests/support/desk.ts';
import { makeAccount, makeOrder } from '../tests/support/factories.ts';
import { expectSoundAtEveryWidth } from './support/axe.ts';
import { portingDay } from './support/order.ts';
import { partnerOf, REPORT } from './support/report.ts';
import { expect, test, type Visitor } from './support/test.ts';

const READY = '/numbers/ready';

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`${READY}${query}`);
  await expect(page.locator('[data-alive]')).toBeAttached();
}

/** What the page is made of. */
function pageOf(page: Page) {
  return {
    list: page.getByRole('region', { name: 'Ready to assign', exact: true }),
    box: (phone: string) => page.getByRole('checkbox', { name: shown(phone) }),
    assigned: page.getByRole('list', { name: /^Assigned/ }),
    item: (phone: string) => page.getByRole('listitem').filter({ hasText: shown(phone) }),
    bar: page.getByRole('form', { name: 'Assign what is selected' }),
    tab: (name: string) => page.getByRole('navigation', { name: 'Lists' }).getByRole('link', { name }),
    alert: page.getByRole('region', { name: 'Assigned, no longer safe' }),
    undo: page.getByRole('button', { name: /^Undo/ }),
  };
}

function shown(phone: string): string {
  return `(${phone.slice(2, 5)}) ${phone.slice(5, 8)}-${phone.slice(8)}`;
}

/** A partner's user with five ready numbers at one account and two at another. */
async function scene(login: Visitor['login']) {
  const user = await login('partner', { name: 'Dana Whitfield' });
  const partner = partnerOf(user);
  const harper = await makeAccount({ partner, company: 'Harper & Finch' });
  const kestrel = await makeAccount({ partner, company: 'Kestrel Logistics' });
  const [focOn, later] = [await portingDay(3), await portingDay(9)];
  const foc = { detailedStatus: 'firm-order-confirmation', focOn } as const;
  const five = await makeOrder({ account: harper, numbers: 5, ...foc, location: 'Bergen hall' });
  const two = await makeOrder({ account: kestrel, numbers: 2, ...foc });
  await makeOrder({ account: kestrel, numbers: 3, detailedStatus: 'completed', focOn: '2026-11-02' });
  return { user, partner, harper, kestrel, five, two, focOn, later };
}

test('gives one number to somebody by name, and takes it back', async ({ page, login }) => {
  const { five, focOn } = await scene(login);
  const [phone = ''] = five.phones;
  await open(page);
  const { list, box, bar, tab, undo, item } = pageOf(page);
  await expect(tab('Ready to assign')).toContainText('7');
  await expect(list).toContainText(
    'Keep the old service until all its numbers are completed: 3 of 5 so far.',
  );

  await box(phone).check();
  await bar.getByRole('textbox').fill('Front desk');
  await bar.getByRole('button', { name: 'Mark 1 number as assigned' }).click();

  await expect(page.getByText('1 number assigned to Front desk.')).toBeVisible();
  await expect(box(phone)).toHaveCount(0);
  await tab('Assigned').click();
  await expect(item(phone)).toContainText('Front desk');
  await expect(item(phone)).toContainText('by Dana Whitfield');
  await expect(item(phone)).toContainText(`Ports ${Number(focOn.slice(8))} `);

  await undo.click();
  await expect(page.getByText(/^Undone\./)).toBeVisible();
  await expect(page.getByText('No number is assigned yet')).toBeVisible();
  await tab('Ready to assign').click();
  await expect(box(phone)).toBeVisible();
});

test('selects by keys, by Shift and all that match, and assigns what is selected', async ({
  page,
  login,
}) => {
  const { five, two, harper } = await scene(login);
  await open(page);
  const { list, box, bar, tab } = pageOf(page);
  const ordered = five.phones.toSorted();

  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await expect(box(ordered[1] ?? '')).toBeFocused();
  await expect(box(ordered[0] ?? '')).toBeChecked();
  await box(ordered[3] ?? '').click({ modifiers: ['Shift'] });
  await expect(bar).toContainText('4 selected');
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);

  await list.getByRole('checkbox', { name: /^Select all 5 numbers of Harper/ }).check();
  await page.keyboard.press('a');
  await expect(bar.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('5 numbers assigned.')).toBeVisible();
  await expect(list).not.toContainText('Harper & Finch');

  await list.getByRole('checkbox', { name: 'Select all 2 on this page' }).check();
  await bar.getByRole('button', { name: 'Mark 2 numbers as assigned' }).click();
  await expect(page.getByText('All that is ready is assigned')).toBeVisible();
  await expect(tab('Assigned')).toContainText('7');

  // The same list, narrowed by text and by account, and as a file.
  await open(page, `?show=assigned&account=${harper.id}`);
  await expect(page.getByRole('list', { name: 'Assigned' }).getByRole('listitem')).toHaveCount(5);
  await page.keyboard.press('/');
  await page.keyboard.type(ordered[2]?.slice(2) ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Assigned' }).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'File for provisioning' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'CSV for Excel' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^numbers-assigned-.+\.csv$/);
  const rows = parse<Record<string, string>>(await readFile(await file.path()), { columns: true, bom: true });
  expect(rows.map((row) => [row['Phone Number'], row['Still safe']])).toEqual([[ordered[2], 'Yes']]);
  expect(two.phones).not.toContain(rows[0]?.['Phone Number']);
});

test('renames and releases an assigned number', async ({ page, login }) => {
  const { five, user, focOn } = await scene(login);
  const [phone = ''] = five.phones;
  await makeAssignment({ order: five, user, focOn, assignedTo: 'Lobby' });
  await open(page, '?show=assigned');
  const { item, tab } = pageOf(page);
  await item(phone)
    .getByRole('button', { name: /^Say whose/ })
    .click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Reception');
  await page.keyboard.press('Enter');
  await expect(item(phone)).toContainText('Reception');
  await expect(item(phone).getByRole('textbox')).toHaveCount(0);

  await item(phone)
    .getByRole('button', { name: /^Release/ })
    .click();
  await item(phone).getByRole('button', { name: 'Keep' }).click();
  await item(phone)
    .getByRole('button', { name: /^Release/ })
    .click();
  await page.keyboard.press('Enter');
  await expect(page.getByText('No number is assigned yet')).toBeVisible();
  await expect(tab('Ready to assign')).toContainText('7');
});

test('warns on every page once the porting team revokes a date, until somebody looks', async ({
  page,
  login,
}) => {
  const { five, two, user, focOn, later } = await scene(login);
  const [phone = ''] = five.phones;
  await makeAssignment({ order: five, user, focOn, assignedTo: 'Front desk' });
  await makeAssignment({ order: two, user, focOn });
  const { alert, item, tab } = pageOf(page);
  await page.goto(REPORT);
  await expect(page.getByRole('region', { name: 'Report', exact: true })).toBeVisible();
  await expect(alert).toHaveCount(0);

  const agent = await makeAgent();
  await moveOrder(agent, { order: seen(five), move: { to: 'pending-carrier-response' } }, new Date());
  const moved = { to: 'firm-order-confirmation', focOn: later } as const;
  await moveOrder(agent, { order: seen(two), move: moved }, new Date());

  await page.reload();
  await expect(alert).toContainText('2 assigned numbers are no longer safe.');
  const badge = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Numbers/ });
  await expect(badge).toHaveAccessibleName('Numbers 2 no longer safe');
  await alert.getByRole('link', { name: 'Look at them' }).click();
  await expect(item(phone)).toContainText('does not hold any more');
  await expect(item(two.phones[0] ?? '')).toContainText('The confirmed date moved from');

  await item(phone)
    .getByRole('button', { name: /^Mark as seen/ })
    .click();
  await expect(alert).toContainText('1 assigned number is no longer safe.');
  await page.getByRole('button', { name: 'Mark it as seen' }).click();
  await expect(alert).toHaveCount(0);
  await expect(badge).toHaveAccessibleName('Numbers');
  // What was looked at is still in the list, and still no longer safe.
  await expect(tab('No longer safe')).toContainText('2');
  await expect(item(phone)).toContainText('Seen.');

  // It changes once more: somebody has to look again.
  const rejected = { to: 'rejected', rejectReason: 'Account frozen' } as const;
  await moveOrder(agent, { order: seen(five, 2), move: rejected }, new Date(Date.now() + 2_000));
  await page.goto(REPORT);
  await expect(alert).toContainText('1 assigned number is no longer safe.');
});

test('tells by name what could not be assigned, and keeps what was typed when nothing could', async ({
  page,
  login,
}) => {
  const { five } = await scene(login);
  const [phone = ''] = five.phones;
  await open(page);
  const { box, bar, list } = pageOf(page);
  await box(phone).check();
  await bar.getByRole('textbox').fill('Front desk');
  const agent = await makeAgent();
  await moveOrder(agent, { order: seen(five), move: { to: 'pending-carrier-response' } }, new Date());
  await bar.getByRole('button', { name: 'Mark 1 number as assigned' }).click();
  const said = page.getByRole('status').filter({ hasText: 'Nothing was assigned.' });
  await expect(said).toContainText(`${shown(phone)} The losing carrier has not confirmed a date (FOC) yet.`);
  await expect(list).not.toContainText('Harper & Finch');
  await list.getByRole('checkbox').first().check();
  await expect(bar.getByRole('textbox')).toHaveValue('Front desk');
});

test('shows the porting team what a partner sees, without a way to assign', async ({ login, visitor }) => {
  const { partner, five } = await scene(login);
  const agent = await visitor();
  await agent.login('agent');
  await agent.page.goto(READY);
  await expect(agent.page.getByRole('heading', { name: 'Whose numbers?' })).toBeVisible();
  await open(agent.page, `?partner=${partner.slug}`);
  await expect(agent.page.getByText(shown(five.phones[0] ?? ''))).toBeVisible();
  await expect(agent.page.getByRole('checkbox')).toHaveCount(0);
});

test('axe finds nothing, light or dark, wide or on a phone', async ({ page, login }) => {
  const { five, two, user, focOn } = await scene(login);
  await makeAssignment({ order: five, user, focOn, assignedTo: 'Front desk' });
  await makeAssignment({ order: two, user, focOn: '2026-12-24', assignedTo: null });
  for (const query of ['', '?show=assigned', '?show=unsafe', '?show=accounts', '?find=nothing']) {
    await open(page, query);
    if (query === '') await page.getByRole('checkbox').first().check();
    await expectSoundAtEveryWidth(page);
  }
});
