import { formatCalendarDate } from '#domain/calendar-date.ts';
import { formatPhoneNumber } from '#domain/phone-number.ts';
import { makeAccount, makeNumber, makeOrder, makeRequest } from '../tests/support/factories.ts';
import { asOwner } from '../tests/support/owner.ts';
import { expectSoundAtEveryWidth } from './support/axe.ts';
import { factOf, nextSaturday, openOrder, orderOf, portingDay, uncommonNumber } from './support/order.ts';
import { expect, test } from './support/test.ts';

test('a move asks for what it needs, is done, is in the history, and can be undone', async ({
  page,
  login,
}) => {
  const { name } = await login('agent');
  const order = await makeOrder({ numbers: 3, detailedStatus: 'pending-carrier-response' });
  await openOrder(page, order);
  const { move, target, submit, events, undo } = orderOf(page);
  await expect(move.getByRole('radio')).toHaveCount(8);
  await expect(target('Accepted')).toHaveCount(0);

  await target('Firm order confirmation').check();
  await submit.click();
  await expect(move.getByText('Firm order confirmation needs a FOC date.')).toBeVisible();
  await expect(move.getByLabel('FOC date')).toBeFocused();

  const saturday = nextSaturday();
  await move.getByLabel('FOC date').fill(saturday);
  await expect(
    move.getByText(`${formatCalendarDate(saturday)} is a Saturday: carriers do not port then.`),
  ).toBeVisible();
  await expect(move.getByText('A lead can let it stand, with a note.')).toBeVisible();

  const day = await portingDay(5);
  await move.getByLabel('FOC date').fill(day);
  await submit.click();
  await expect(page.getByText(`Order ${order.id} is now Firm order confirmation.`)).toBeVisible();
  await expect(factOf(page, 'Confirmed (FOC)')).toContainText(`${formatCalendarDate(day)}, 10:00 AM PT`);
  await expect(events.first()).toContainText('Firm order confirmation');
  await expect(events.first()).toContainText(`${name}, was Pending carrier response`);
  await expect(events.first().locator('time')).toContainText(' PT');

  await undo.click();
  await expect(page.getByText('Undone. Everything is as it was.')).toBeVisible();
  await expect(factOf(page, 'Confirmed (FOC)')).toHaveText('Not set');
  await expect(events.first()).toContainText('Undone: Pending carrier response again');
});

test('a common reject reason brings its next step and whose turn it is; words of one’s own do too', async ({
  page,
  login,
}) => {
  await login('agent');
  const order = await makeOrder({ numbers: 1, detailedStatus: 'submitted' });
  await openOrder(page, order);
  const { move, target, submit } = orderOf(page);
  await target('Rejected').check();
  const reason = move.getByRole('combobox', { name: 'Reject reason' });
  await reason.fill('pin');
  await move.getByRole('option', { name: /PIN or passcode/ }).click();
  await expect(move.getByText('The partner’s turn.')).toBeVisible();
  await expect(move.getByText('Ask the current carrier for the port-out PIN')).toBeVisible();
  await reason.fill('The moon was in the wrong house');
  await expect(move.getByText('In your own words')).toBeVisible();
  await reason.fill('');
  await submit.click();
  await expect(move.getByText('Rejected needs a reason.')).toBeVisible();
  await reason.fill('wrong carrier');
  await reason.press('ArrowDown');
  await reason.press('Enter');
  await expect(reason).toHaveValue('Wrong carrier addressed');
  await submit.click();
  await expect(factOf(page, 'Reject reason')).toContainText('Our turn.');
});

test('a lead lets a Saturday stand with a note, and corrects what is final with a reason', async ({
  page,
  login,
}) => {
  await login('lead');
  const order = await makeOrder({ numbers: 1, detailedStatus: 'submitted' });
  await openOrder(page, order);
  const { move, target, submit, events } = orderOf(page);
  await target('Confirmed').check();
  const saturday = nextSaturday();
  await move.getByLabel('FOC date').fill(saturday);
  await move.getByLabel('Let it stand all the same').check();
  await submit.click();
  await expect(move.getByText('Say in a note why the date shall stand.')).toBeVisible();
  await move.getByLabel('Note for the partner').fill('The carrier works on that Saturday.');
  await submit.click();
  await expect(factOf(page, 'Confirmed (FOC)')).toContainText(formatCalendarDate(saturday));

  const done = await makeOrder({ numbers: 1, detailedStatus: 'completed' });
  await openOrder(page, done);
  await expect(page.getByText('Completed is final. If that is wrong, correct it.')).toBeVisible();
  await move.getByText('Correct', { exact: true }).click();
  await target('Submitted').check();
  await submit.click();
  await expect(move.getByText('A correction needs its reason.')).toBeVisible();
  await move.getByLabel('Reason for the correction').fill('It was the order beside it.');
  await submit.click();
  await expect(events.first()).toContainText('Correction');
  await expect(events.first()).toContainText('It was the order beside it.');
});

test('an agent is offered no correction', async ({ page, login }) => {
  await login('agent');
  await openOrder(page, await makeOrder({ numbers: 1, detailedStatus: 'cancelled' }));
  const { move } = orderOf(page);
  await expect(move.getByText('Cancelled is final. If that is wrong, a lead can correct it.')).toBeVisible();
  await expect(move.getByRole('radio')).toHaveCount(0);
});

test('the second of two agents sees both values, loses nothing, and decides', async ({
  page,
  login,
  visitor,
}) => {
  await login('agent');
  const order = await makeOrder({ numbers: 2, detailedStatus: 'submitted' });
  const other = await visitor();
  const { name } = await other.login('agent', { name: `Tomás ${Date.now()}` });
  await openOrder(page, order);
  await openOrder(other.page, order);
  const [mine, theirs] = [orderOf(page), orderOf(other.page)];

  const [first, second] = [await portingDay(4), await portingDay(11)];
  await mine.target('Firm order confirmation').check();
  await mine.move.getByLabel('FOC date').fill(second);
  await mine.move.getByLabel('Note for the partner').fill('As the carrier told me.');

  await theirs.target('Tentative order acceptance').check();
  await theirs.move.getByLabel('Estimated date (EPD)').fill(first);
  await theirs.submit.click();
  await expect(theirs.undo).toBeVisible();

  await mine.submit.click();
  await expect(mine.conflict).toContainText(`${name} changed order ${order.id}`);
  await expect(mine.conflict).toContainText('Nothing of yours is saved yet');
  const row = (field: string) => mine.conflict.getByRole('row', { name: new RegExp(`^${field}`) });
  await expect(row('Detailed status')).toContainText('Tentative order acceptance');
  await expect(row('Detailed status')).toContainText('Firm order confirmation');
  await expect(row('EPD')).toContainText(formatCalendarDate(first));
  await expect(row('FOC date')).toContainText(formatCalendarDate(second));

  await mine.conflict.getByRole('button', { name: 'Look at it first, keep what I typed' }).click();
  await expect(factOf(page, 'Estimated (EPD)')).toContainText(formatCalendarDate(first));
  await expect(mine.move.getByLabel('Note for the partner')).toHaveValue('As the carrier told me.');
  await mine.submit.click();
  await expect(factOf(page, 'Confirmed (FOC)')).toContainText(formatCalendarDate(second));
  await expect(factOf(page, 'Estimated (EPD)')).toContainText(formatCalendarDate(first));
});

test('of a conflict either side can be taken as it is', async ({ page, login, visitor }) => {
  await login('agent');
  const other = await visitor();
  await other.login('agent', { name: 'Ann Two' });
  for (const [choice, location] of [
    ['Keep Ann’s values', 'Theirs'],
    ['Apply mine on top', 'Mine'],
  ] as const) {
    const order = await makeOrder({ numbers: 1, location: 'Before' });
    for (const [on, text] of [
      [page, 'Mine'],
      [other.page, 'Theirs'],
    ] as const) {
      await openOrder(on, order);
      await on.getByRole('button', { name: 'Edit', exact: true }).click();
      await orderOf(on).facts.getByLabel('Location').fill(text);
    }
    await other.page.getByRole('button', { name: 'Save' }).click();
    await expect(factOf(other.page, 'Location')).toHaveText('Theirs');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: choice }).click();
    await expect(factOf(page, 'Location')).toHaveText(location);
  }
});

test('fields are edited, each with its old and new value in the history', async ({ page, login }) => {
  await login('agent');
  const order = await makeOrder({ numbers: 1, location: 'Old hall' });
  await openOrder(page, order);
  const { facts, events } = orderOf(page);
  await facts.getByRole('button', { name: 'Edit' }).click();
  const day = await portingDay(9);
  await facts.getByLabel('Location').fill('New hall');
  await facts.getByLabel('Coordinator (PC or SIS)').fill('PC: R. Alvarez');
  await facts.getByLabel('FP case number').fill('4012402');
  await facts.getByLabel('Estimated date (EPD)').fill(nextSaturday());
  await facts.getByLabel('Requested date (CRD)').fill(day);
  await facts.getByText('Expedite', { exact: true }).click();
  await facts.getByRole('button', { name: 'Save' }).click();
  await expect(facts.getByText('carriers do not port then.')).toBeVisible();
  await facts.getByLabel('Estimated date (EPD)').fill(day);
  await facts.getByRole('button', { name: 'Save' }).click();
  await expect(factOf(page, 'Location')).toHaveText('New hall');
  await expect(factOf(page, 'Coordinator')).toHaveText('PC: R. Alvarez');
  await expect(factOf(page, 'FP case')).toHaveText('4012402');
  await expect(factOf(page, 'Priority')).toHaveText('Expedite');
  const edited = events.first();
  await expect(edited.locator('del')).toContainText(['Standard', 'Not set', 'Not set', 'Old hall']);
  await expect(edited).toContainText('New hall');
  await expect(edited).toContainText(formatCalendarDate(day));
});

test('numbers are chosen by a pasted list, split off with a move in one step, and come back', async ({
  page,
  login,
}) => {
  await login('agent');
  const order = await makeOrder({ numbers: 6, detailedStatus: 'submitted' });
  await openOrder(page, order);
  const { numbers, chosen, request, undo } = orderOf(page);
  const [a = '', b = '', c = ''] = order.phones;
  await numbers.getByRole('button', { name: 'Paste a list to choose' }).click();
  await numbers
    .getByLabel('Paste numbers of this order')
    .fill(`${formatPhoneNumber(a)}\n${b.slice(2)}, ${a}; 305-555-0199\nno number`);
  await expect(numbers.getByRole('region', { name: 'Not taken' })).toContainText('It has letters in it.');
  await expect(numbers.getByRole('region', { name: 'Not taken' })).toContainText(
    `It is not on order ${order.id}.`,
  );
  await expect(numbers.getByRole('region', { name: 'Not taken' })).toContainText('taken once');
  await numbers.getByRole('button', { name: 'Choose 2 numbers' }).click();
  await numbers.getByLabel(formatPhoneNumber(c)).check();
  await expect(chosen).toContainText('3 of 6 chosen');

  await chosen.getByLabel('The new order becomes').selectOption({ label: 'Rejected' });
  await chosen.getByRole('button', { name: 'Split off 3 numbers' }).click();
  await expect(chosen.getByText('Rejected needs a reason.')).toBeVisible();
  await chosen.getByRole('combobox', { name: 'Reject reason' }).fill('Number is not active');
  await chosen.getByRole('button', { name: 'Split off 3 numbers' }).click();
  await expect(page.getByText(/3 numbers split off to order \d+/)).toBeVisible();
  await expect(factOf(page, 'Numbers')).toHaveText('3 numbers, local');
  await expect(request).toContainText('2 orders, 6 numbers');
  await expect(request.getByRole('listitem').filter({ hasText: 'Rejected' })).toContainText('3 numbers');

  await undo.click();
  await expect(factOf(page, 'Numbers')).toHaveText('6 numbers, local');
  await expect(request).toContainText('1 order, 6 numbers');
});

test('an order is never emptied', async ({ page, login }) => {
  await login('agent');
  const order = await makeOrder({ numbers: 1 });
  await openOrder(page, order);
  const { numbers, chosen } = orderOf(page);
  await numbers.getByRole('checkbox').check();
  await chosen.getByRole('button', { name: 'Split off 1 number' }).click();
  await expect(chosen.getByText('An order is never empty')).toBeVisible();
});

test('numbers go to a sibling, are added and taken out; what another open order has is refused by name', async ({
  page,
  login,
}) => {
  await login('agent');
  const order = await makeOrder();
  for (let n = 0; n < 3; n++) await makeNumber({ order, phone: uncommonNumber() });
  const sibling = await makeOrder({ request: order.request, numbers: 1, detailedStatus: 'reviewed' });
  const elsewhere = await makeOrder();
  const held = await makeNumber({ order: elsewhere, phone: uncommonNumber() });
  await openOrder(page, order);
  const { numbers, chosen, events } = orderOf(page);
  const [first = '', second = ''] = order.phones;

  await numbers.getByLabel(formatPhoneNumber(first)).check();
  await chosen.getByText('Move to another order').click();
  await chosen.getByRole('button', { name: `Move 1 number to order ${sibling.id}` }).click();
  await expect(events.first()).toContainText(`1 number moved to order ${sibling.id}`);
  await expect(factOf(page, 'Numbers')).toHaveText('2 numbers, local');

  await numbers.getByLabel(formatPhoneNumber(second)).check();
  await chosen.getByText('Take out', { exact: true }).click();
  await chosen.getByRole('button', { name: 'Take out 1 number' }).click();
  await expect(chosen.getByText('Say in a note why they are taken out.')).toBeVisible();
  await chosen.getByLabel('Why, for the partner').fill('It is a fax line.');
  await chosen.getByRole('button', { name: 'Take out 1 number' }).click();
  await expect(events.first()).toContainText('1 number taken out');
  await expect(events.first()).toContainText('It is a fax line.');

  await numbers.getByRole('button', { name: 'Add numbers' }).click();
  const adding = page.getByRole('form', { name: 'Add numbers' });
  await adding
    .getByLabel('Numbers to add, local ones')
    .fill(`${held}\n${uncommonNumber('877')}\n${formatPhoneNumber(second)}`);
  await expect(adding).toContainText(
    `It is on open order ${elsewhere.id} of ${elsewhere.request.account.partner.name}`,
  );
  await expect(adding).toContainText('It is toll-free, and this order is local.');
  await adding.getByRole('button', { name: 'Add 1 number' }).click();
  await expect(events.first()).toContainText('1 number added');
  await expect(numbers.getByLabel(formatPhoneNumber(second))).toBeVisible();
});

test('internal notes look different and stay with us; the history is filtered and follows a number', async ({
  page,
  login,
}) => {
  const { name } = await login('agent');
  const order = await makeOrder({ numbers: 2 });
  await openOrder(page, order);
  const { history, events, chosen, numbers } = orderOf(page);
  const partner = order.request.account.partner.name;
  await history.getByLabel('Internal note').fill('Between us: they are late payers.');
  await history.getByRole('button', { name: 'Add note' }).click();
  await expect(events.first()).toContainText('Internal');
  await history.getByText('Partner can read', { exact: true }).click();
  await history.getByLabel('Note for the partner').fill('Thank you for the bill.');
  await history.getByRole('button', { name: 'Add note' }).click();
  await expect(events.first()).toContainText(`${partner} can read this`);
  await expect(events.first()).toContainText(name);
  await expect(events.first().locator('[data-internal]')).toHaveCount(0);
  await expect(events.nth(1).locator('[data-internal]')).toHaveCount(1);

  const [phone = ''] = order.phones;
  await numbers.getByLabel(formatPhoneNumber(phone)).check();
  await chosen.getByRole('button', { name: 'Split off 1 number' }).click();
  await expect(events.first()).toContainText('1 number moved to order');
  await history.getByText('Changes', { exact: true }).click();
  await expect(page).toHaveURL(/history=changes/);
  await expect(events).toHaveCount(1);
  await history.getByText('Notes', { exact: true }).click();
  await expect(events).toHaveCount(2);

  await history.getByLabel('Follow one number through splits').fill(formatPhoneNumber(phone));
  await history.getByRole('button', { name: 'Show its history' }).click();
  await expect(
    history.getByRole('heading', { name: `History of ${formatPhoneNumber(phone)}` }),
  ).toBeVisible();
  await expect(events.filter({ hasText: 'on order' })).not.toHaveCount(0);
  await expect(events.filter({ hasText: 'Thank you for the bill.' })).toHaveCount(1);
});

test('a request from scratch: local and toll-free apart, and each number that cannot be is named', async ({
  page,
  login,
}) => {
  await login('agent');
  const account = await makeAccount({ company: `Fernhill ${Date.now()} Dermatology` });
  const taken = await makeOrder();
  const held = await makeNumber({ order: taken, phone: uncommonNumber() });
  await page.goto('/desk/requests/new');
  const form = page.getByRole('form', { name: 'New request' });
  await form.getByRole('button', { name: 'Make the request' }).click();
  await expect(form.getByText('Choose the partner.')).toBeVisible();
  await expect(form.getByText('Paste at least one number')).toBeVisible();
  await form.getByRole('combobox', { name: 'Partner', exact: true }).selectOption(account.partner.slug);
  await form.getByRole('combobox', { name: 'Account' }).fill(account.company?.slice(0, 15) ?? '');
  await form.getByRole('option', { name: account.company ?? '' }).click();
  await expect(form.getByRole('combobox', { name: 'Account' })).toHaveValue(account.id);
  const local = [uncommonNumber(), uncommonNumber()];
  const tollFree = uncommonNumber('866');
  await form
    .getByLabel('Numbers to port')
    .fill(`${local.join('\n')}\n${formatPhoneNumber(tollFree)}\n${local[0]}; ${held}\n555-0140`);
  const refused = form.getByRole('region', { name: 'Not taken' });
  await expect(refused).toContainText('It stands in the list more than once');
  await expect(refused).toContainText(`It is on open order ${taken.id}`);
  await expect(refused).toContainText('It has 7 digits; a number has 10.');
  await expect(form.getByText('2 local numbers and 1 toll-free number, an order each')).toBeVisible();
  await form.getByRole('button', { name: 'Make the request with 3 numbers' }).click();
  await expect(page.getByRole('heading', { name: /^Request \d+ is made/ })).toBeVisible();
  await expect(page.getByText(/2 local numbers.*1 toll-free number/)).toBeVisible();
  await page
    .getByRole('link', { name: /^Open order/ })
    .first()
    .click();
  await expect(factOf(page, 'Account')).toContainText(account.company ?? '');
  await expect(orderOf(page).request).toContainText('2 orders, 3 numbers');
  await expect(page.getByText('Received LOA', { exact: true }).first()).toBeVisible();
});

test('nothing internal is told to the partner: not on a page, not in a file', async ({
  page,
  login,
  visitor,
}) => {
  await login('agent');
  const order = await makeOrder({ numbers: 1 });
  await openOrder(page, order);
  const { history } = orderOf(page);
  await history.getByLabel('Internal note').fill('A secret among us');
  await history.getByRole('button', { name: 'Add note' }).click();
  await expect(history.getByText('A secret among us')).toBeVisible();
  const theirs = await visitor();
  await theirs.login('partner', { partner: order.request.account.partner });
  for (const address of ['', '/export?format=csv', '/export?format=ndjson']) {
    const answer = await theirs.page.request.get(`/reports/business-intelligence/number-porting${address}`);
    expect(answer.ok(), address).toBe(true);
    expect(await answer.text(), address).not.toContain('A secret among us');
  }
  const hidden = await theirs.page.request.get(`/desk/orders/${order.id}`);
  expect(hidden.status()).toBe(404);
});

test('on a phone an order is read and moved', async ({ page, login }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await login('agent');
  const order = await makeOrder({ numbers: 2, detailedStatus: 'received-loa' });
  await openOrder(page, order);
  const { target, submit } = orderOf(page);
  await target('Reviewed').check();
  await submit.click();
  await expect(page.getByText(`Order ${order.id} is now Reviewed.`)).toBeVisible();
});

test('axe finds nothing on an order and on a new request, light or dark, wide or on a phone', async ({
  page,
  login,
}) => {
  await login('lead');
  const request = await makeRequest();
  const order = await makeOrder({
    request,
    numbers: 3,
    detailedStatus: 'rejected',
    rejectReason: 'Recent bill needed',
  });
  await makeOrder({
    request,
    type: 'toll-free',
    numbers: 1,
    detailedStatus: 'accepted',
    approvedOn: '2026-11-20',
  });
  await makeNumber({ order });
  await asOwner(
    `INSERT INTO order_event (partner_id, order_id, actor, kind, note, visible_to_partner, changes, numbers) VALUES
     ($1, $2, 'Maya Okafor', 'note', 'Internal words', false, '[]', '{}'),
     ($1, $2, 'Maya Okafor', 'corrected', 'It was so', true, '[{"field":"detailedStatus","from":"completed","to":"rejected"},{"field":"focOn","from":"2026-11-20","to":null}]', '{}')`,
    [request.account.partner.id, order.id],
  );
  const scenes: Record<string, () => Promise<unknown>> = {
    'an order': () => openOrder(page, order),
    'a move with what is missing': async () => {
      const { move, target, submit } = orderOf(page);
      await target('Confirmed').check();
      await move.getByLabel('FOC date').fill(nextSaturday());
      await submit.click();
    },
    'numbers that were chosen': async () => {
      const { numbers, chosen } = orderOf(page);
      await numbers.getByRole('checkbox').first().check();
      await chosen.getByLabel('The new order becomes').selectOption({ label: 'Submitted' });
      await numbers.getByRole('button', { name: 'Add numbers' }).click();
      await page.getByLabel('Numbers to add, local ones').fill('206-555-0170\nx\n888-555-0101');
      await expect(page.getByRole('region', { name: 'Not taken' })).toContainText('toll-free');
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
    },
    'a new request': async () => {
      await page.goto('/desk/requests/new');
      await page.getByLabel('Numbers to port').fill('206-555-0170\nx');
      await page.getByRole('button', { name: 'Make the request' }).click();
      await expect(page.getByText('Choose the partner.')).toBeVisible();
    },
  };
  for (const [name, enter] of Object.entries(scenes)) {
    await test.step(name, async () => {
      await enter();
      await expectSoundAtEveryWidth(page);
      await page.setViewportSize({ width: 1440, height: 844 });
    });
  }
});
