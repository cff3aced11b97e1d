import { DOCUMENT_BYTES } from '#domain/documents.ts';
import { formatPhoneNumber } from '#domain/phone-number.ts';
import { freePhones } from '../tests/support/desk.ts';
import { onePage } from '../tests/support/documents.ts';
import { makeOrder } from '../tests/support/factories.ts';
import { asOwner } from '../tests/support/owner.ts';
import { word } from '../tests/support/unique.ts';
import { expectNoAxeFindings, expectSoundAtEveryWidth } from './support/axe.ts';
import { alive } from './support/order.ts';
import { partnerOf, reportOf } from './support/report.ts';
import { accountBefore, dotted, fillCarrier, LOA, numbersOf, saved, startSetup } from './support/setup.ts';
import { expect, test } from './support/test.ts';

test('an account is set up in three steps, with a mixed list, a way to the report and back, and is followed at the desk', async ({
  page,
  login,
  visitor,
}) => {
  const partner = partnerOf(await login());
  await accountBefore(partner);
  const [first = '', second = '', third = ''] = await freePhones(3);
  const [tollFree = ''] = await freePhones(1, 'toll-free');
  const held = await makeOrder({ partner, numbers: 1 });
  const company = `Brightwater ${word()}`;
  await page.goto('/voice-services');
  await expect(page.getByRole('heading', { name: 'No account has been set up here yet' })).toBeVisible();
  const step2 = await startSetup(page, { company, username: word() });
  await expect(page.getByText('7004266')).toBeVisible();

  const { box, kept, left, summary, onward } = numbersOf(page);
  await box.fill(
    [
      formatPhoneNumber(first),
      dotted(second as never),
      `${third.slice(2)}`,
      tollFree,
      first,
      held.phones[0],
      '919 555 01',
      'hello',
    ].join('\n'),
  );
  await expect(kept).toHaveText([first, second, third, tollFree].map(formatPhoneNumber));
  await expect(left).toHaveCount(4);
  await expect(left.nth(0)).toContainText('first on line 1');
  await expect(left.nth(1)).toContainText(`your request ${held.request.id}`);
  await expect(left.nth(2)).toContainText('It has 8 digits; a number has 10.');
  await expect(onward).toHaveText('Continue with 4 numbers');

  await left
    .nth(0)
    .getByRole('button', { name: /^Dismiss/ })
    .click();
  await expect(left).toHaveCount(3);
  await page.getByRole('button', { name: 'Edit hello' }).click();
  await expect(box).toBeFocused();
  expect(
    await box.evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    ),
  ).toBe('hello');
  await page.keyboard.press('Delete');
  await expect(left).toHaveCount(2);

  await fillCarrier(page);
  await page.getByLabel('City or area code').fill('919, Raleigh NC');
  await page.getByLabel('How many').fill('2');
  await page.getByRole('button', { name: 'Add to the order' }).click();
  await expect(page.getByRole('list', { name: 'New numbers' })).toContainText('2 numbers, 919, Raleigh NC');
  await expect(summary).toContainText('New numbers2');
  await expect(page.getByText('••••1097')).toBeVisible();
  await saved(page);

  // The report of the account is empty so far; its way back leads to the step as it was left.
  await page.getByRole('link', { name: 'Porting Report' }).first().click();
  await expect(page).toHaveURL(/number-porting\?account=7004266&setup=\d+/);
  await expect(page.getByText('is for a name that this report does not know')).toHaveCount(0);
  await page.getByRole('link', { name: `Back to set-up of ${company}` }).click();
  await expect(page).toHaveURL(step2);
  await expect(box).toHaveValue(/919 555 01/);
  await expect(page.getByLabel('Service address')).toHaveValue('120 Fayetteville St, Raleigh NC 27601');

  await onward.click();
  await expect(page).toHaveURL(/\/review$/);
  await alive(page);
  await expect(page.getByRole('region', { name: 'From Verizon Business' })).toContainText('3 local numbers');
  await expect(page.getByRole('region', { name: 'From Verizon Business' })).toContainText(
    '2 entries left out.',
  );
  await expect(page.getByText('8834221097')).toHaveCount(0);
  await page.getByRole('button', { name: 'Submit 4 numbers' }).dblclick();
  await expect(page.getByRole('heading', { name: 'Submitted' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'What it has become' })).toContainText(
    '3 local numbers and 1 toll-free number, Waiting for LOA',
  );
  expect(
    await asOwner('SELECT FROM port_request WHERE partner_id = $1 AND account_id = $2', [
      partner.id,
      '7004266',
    ]),
  ).toHaveLength(1);

  // What was left out waits in step 2; the LOA is sent there, and moves what waits for it.
  await page.goto(step2);
  await alive(page);
  await expect(box).toHaveValue(`${formatPhoneNumber(held.phones[0] ?? '')}\n919 555 01`);
  await page.locator('input[type=file]').first().setInputFiles(LOA);
  await expect(page.getByText('The LOA came. 2 orders moved to Received LOA.')).toBeVisible();

  await page.getByRole('link', { name: 'Follow them in the Porting Report' }).click();
  await expect(reportOf(page).phones).toHaveCount(4);
  await expect(reportOf(page).sheet).toContainText('Received LOA');

  const desk = await visitor();
  await desk.login('agent');
  const [order] = await asOwner<{ id: string }>(
    'SELECT id FROM port_order WHERE partner_id = $1 AND account_id = $2 AND NOT toll_free',
    [partner.id, '7004266'],
  );
  await desk.page.goto(`/desk/orders/${order?.id}`);
  await alive(desk.page);
  const card = desk.page.getByRole('region', { name: 'Transfer' });
  await expect(card).toContainText('Verizon Business');
  await expect(card).toContainText('In 1 to 2 weeks');
  await expect(card.getByRole('link', { name: 'LOA signed.pdf' })).toBeVisible();
  await expect(desk.page.getByText('Received LOA').first()).toBeVisible();
  await card.getByRole('button', { name: 'Reveal the account number' }).click();
  await expect(card.getByText('8834221097')).toBeVisible();
  expect(await asOwner('SELECT field FROM secret_reveal WHERE partner_id = $1', [partner.id])).toEqual([
    { field: 'account-number' },
  ]);
  await expectNoAxeFindings(desk.page);
});

test('two tabs: the second is told what the first wrote, and keeps what it typed', async ({
  page,
  login,
  context,
}) => {
  await login();
  const step2 = await startSetup(page, { company: `Company ${word()}`, username: word() });
  const other = await context.newPage();
  await other.goto(step2);
  await alive(other);
  await page.getByLabel('Current carrier').fill('Frontier');
  await expect(page.getByRole('heading', { name: 'From Frontier' })).toBeVisible();
  await saved(page);
  await other.getByLabel('Current carrier').fill('Verizon');
  await expect(other.getByText(/This transfer was changed elsewhere/)).toBeVisible();
  await expect(other.getByRole('row', { name: 'Current carrier Verizon Frontier' })).toBeVisible();
  await expect(other.getByLabel('Current carrier')).toHaveValue('Verizon');
  await other.getByRole('button', { name: 'Keep what is here' }).click();
  await saved(other);
  await page.reload();
  await expect(page.getByLabel('Current carrier')).toHaveValue('Verizon');
});

test('a list of numbers is read from a file', async ({ page, login }) => {
  await login();
  await startSetup(page, { company: `Company ${word()}`, username: word() });
  const [phone = ''] = await freePhones(1);
  const csv = `Name,Line\nLobby,${phone.slice(2)}\nFax,none\n`;
  const files = page.locator('input[type=file]');
  await files.first().setInputFiles({ name: 'numbers.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  const { box, kept } = numbersOf(page);
  await expect(box).toHaveValue(`${phone.slice(2)}\nnone`);
  await expect(kept).toHaveText([formatPhoneNumber(phone)]);
  await expect(page.getByText('2 entries of numbers.csv added.')).toBeVisible();
});

test.describe('a paper that is not what its name says', () => {
  test.use({ expectedErrors: [/status of 400 .*unite-setup\/upload\/document/] });

  test('is refused by name, and nothing that was typed is lost', async ({ page, login }) => {
    const partner = partnerOf(await login());
    await startSetup(page, { company: `Company ${word()}`, username: word() });
    const { box, kept } = numbersOf(page);
    const phones = await freePhones(2);
    await box.fill(phones.join('\n'));
    await fillCarrier(page);
    // Typed and not saved yet, as the file goes.
    await page.getByLabel('Authorized name').fill('Grace Dunn');
    const loa = page.getByRole('group', { name: 'Signed LOA' });
    const take = (name: string, buffer: Buffer) =>
      loa.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer });

    await take('LOA signed.pdf', Buffer.from('MZ\x90\0This program cannot be run in DOS mode.'));
    await expect(loa).toContainText(/LOA signed\.pdf” is not a PDF, PNG or JPEG/);
    await take(
      'LOA with script.pdf',
      onePage({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' }),
    );
    await expect(loa).toContainText(/LOA with script\.pdf” has a script in it/);
    await take('LOA scanned.pdf', Buffer.alloc(DOCUMENT_BYTES + 1, 'x'));
    await expect(loa).toContainText(/LOA scanned\.pdf .*10 MB/);
    await expect(loa.getByRole('link')).toHaveCount(0);
    expect(await asOwner('SELECT FROM document WHERE partner_id = $1', [partner.id])).toEqual([]);

    await expect(page.getByLabel('Authorized name')).toHaveValue('Grace Dunn');
    await expect(box).toHaveValue(phones.join('\n'));
    await take(LOA.name, LOA.buffer);
    await expect(loa.getByRole('link', { name: LOA.name })).toBeVisible();
    await expect(loa).not.toContainText('is not a PDF');
    await page.getByLabel('Service address').focus();
    await saved(page);
    await page.reload();
    await alive(page);
    await expect(page.getByLabel('Current carrier')).toHaveValue('Verizon Business');
    await expect(page.getByLabel('Authorized name')).toHaveValue('Grace Dunn');
    await expect(page.getByLabel('Service address')).toHaveValue('120 Fayetteville St, Raleigh NC 27601');
    await expect(kept).toHaveText(phones.map(formatPhoneNumber));
    await expect(loa.getByRole('link', { name: LOA.name })).toBeVisible();
  });
});

test('a long list scrolls by itself: what the carrier asks for stays near it', async ({ page, login }) => {
  await login();
  await startSetup(page, { company: `Company ${word()}`, username: word() });
  const { box, kept, left } = numbersOf(page);
  const bad = Array.from({ length: 120 }, (_, n) => `entry ${n}`);
  await box.fill([...(await freePhones(90)), ...bad].join('\n'));
  await expect(kept).toHaveCount(90);
  await expect(left).toHaveCount(100);
  const form = await page.getByLabel('Service address').boundingBox();
  const pasted = await box.boundingBox();
  expect((form?.y ?? Infinity) - (pasted?.y ?? 0)).toBeLessThan(1_000);
  await left.last().getByRole('button', { name: 'Edit entry 99' }).click();
  await expect(box).toBeFocused();
});

test('what is missing is named in step 3, and a set-up can be discarded', async ({ page, login }) => {
  const partner = partnerOf(await login());
  const company = `Company ${word()}`;
  await startSetup(page, { company, username: word() });
  const { box, onward } = numbersOf(page);
  await box.fill((await freePhones(1)).join());
  await onward.click();
  await expect(page).toHaveURL(/\/review$/);
  await alive(page);
  // Back in the browser is what was typed, not what the page was when it was opened.
  await page.goBack();
  await alive(page);
  await expect(box).toHaveValue(/\d{10}/);
  await page.getByLabel('PIN').fill('4711');
  await page.getByLabel('Service address').focus();
  await expect(page.getByRole('button', { name: 'Reveal the PIN' })).toBeVisible();
  await saved(page);
  await expect(page.getByText('changed elsewhere')).toHaveCount(0);
  await onward.click();
  await expect(page).toHaveURL(/\/review$/);
  await alive(page);
  await page.getByRole('button', { name: 'Submit 1 number' }).click();
  await expect(page.getByText(/5 things to put right first/)).toBeVisible();
  await expect(page.getByRole('list', { name: 'To put right' }).getByRole('listitem')).toHaveCount(5);
  await page.goto('/voice-services');
  await page.getByRole('button', { name: `Discard the set-up of ${company}` }).click();
  await page.getByRole('button', { name: 'Discard it' }).click();
  await expect(page.getByRole('heading', { name: 'No account has been set up here yet' })).toBeVisible();
  expect(await asOwner('SELECT FROM account WHERE partner_id = $1', [partner.id])).toEqual([]);
});

test('axe finds nothing in the steps, light or dark, wide or on a phone', async ({ page, login }) => {
  await login();
  const step2 = await startSetup(page, {
    company: 'A company with quite a long name, Incorporated',
    username: word(),
  });
  const { box } = numbersOf(page);
  await box.fill(`${(await freePhones(2)).join('\n')}\nhello`);
  await fillCarrier(page);
  await saved(page);
  for (const step of ['account', 'numbers', 'review']) {
    await page.goto(step2.replace('numbers', step));
    await alive(page);
    await expectSoundAtEveryWidth(page);
  }
  await page.goto('/voice-services');
  await expectSoundAtEveryWidth(page);
});

test('new numbers are asked for, given at the desk, and seen by their partner', async ({
  page,
  login,
  visitor,
}) => {
  await login();
  const company = `Company ${word()}`;
  const step2 = await startSetup(page, { company, username: word() });
  const [one = '', two = ''] = await freePhones(2);
  for (const [place, quantity] of [
    [one.slice(2, 5), '1'],
    [`${two.slice(2, 5)}, Somewhere`, '3'],
  ] as const) {
    await page.getByLabel('City or area code').fill(place);
    await page.getByLabel('How many').fill(quantity);
    await page.getByRole('button', { name: 'Add to the order' }).click();
    await expect(page.getByRole('list', { name: 'New numbers' })).toContainText(place);
  }
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/\/review$/);
  await alive(page);
  await page.getByRole('button', { name: 'Submit the order' }).click();
  await expect(page.getByRole('heading', { name: 'Submitted' })).toBeVisible();

  const desk = await visitor();
  await desk.login('agent');
  await desk.page.goto('/desk/number-orders');
  const rows = desk.page.getByRole('listitem').filter({ hasText: company });
  await expect(rows).toHaveCount(2);
  await alive(desk.page);
  const given = rows.filter({ hasText: '1 number,' });
  await given.getByRole('button', { name: /^Give the numbers/ }).click();
  await given.getByRole('textbox').fill('hello');
  await given.getByRole('button', { name: /^Give 0 numbers/ }).click();
  await expect(given.getByText('hello: It has letters in it.')).toBeVisible();
  await given.getByRole('textbox').fill(one);
  await given.getByRole('button', { name: 'Give 1 number', exact: true }).click();
  await expect(rows).toHaveCount(1);
  await rows.getByRole('button', { name: /^Refuse N/ }).click();
  await rows.getByLabel('Why not, for the partner to read').fill('None left there.');
  await rows.getByRole('button', { name: 'Refuse the order' }).click();
  await expect(rows).toHaveCount(0);
  await desk.page.getByRole('link', { name: /^Done/ }).click();
  await expect(desk.page.getByRole('listitem').filter({ hasText: company })).toHaveCount(2);
  await expectNoAxeFindings(desk.page);

  await page.goto(step2);
  const orders = page.getByRole('list', { name: 'New numbers' });
  await expect(orders).toContainText(formatPhoneNumber(one));
  await expect(orders).toContainText('None left there.');
});
