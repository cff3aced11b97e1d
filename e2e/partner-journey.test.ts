import { formatCalendarDate } from '#domain/calendar-date.ts';
import { formatPhoneNumber } from '#domain/phone-number.ts';
import { freePhones } from '../tests/support/desk.ts';
import { asOwner } from '../tests/support/owner.ts';
import { word } from '../tests/support/unique.ts';
import { alive, orderOf, portingDay } from './support/order.ts';
import { partnerOf, reportOf } from './support/report.ts';
import { fillCarrier, LOA, numbersOf, saved, startSetup } from './support/setup.ts';
import { expect, test } from './support/test.ts';

test('an account from its set-up to numbers in use: transferred, confirmed, assigned, revoked, and followed by its end user', async ({
  page,
  login,
  visitor,
}) => {
  const partner = partnerOf(await login());
  const company = `Brightwater ${word()}`;
  const [first = '', second = ''] = await freePhones(2);

  // Three steps, with a list that is good in part.
  const step2 = await startSetup(page, { company, username: word() });
  const { box, kept, onward } = numbersOf(page);
  await box.fill(`${formatPhoneNumber(first)}\n${second}\n${first}\n919 555 01`);
  await expect(kept).toHaveCount(2);
  await fillCarrier(page);
  await saved(page);
  await page
    .getByRole('group', { name: /LOA|authorization/i })
    .locator('input[type=file]')
    .setInputFiles(LOA);
  await expect(page.getByRole('link', { name: LOA.name })).toBeVisible();
  await onward.click();
  await expect(page).toHaveURL(/\/review$/);
  await alive(page);
  await page.getByRole('button', { name: 'Submit 2 numbers' }).click();
  await expect(page.getByRole('heading', { name: 'Submitted' })).toBeVisible();

  // The new request stands in the account's report.
  await page.goto(step2);
  await page.getByRole('link', { name: 'Porting Report' }).first().click();
  await expect(page).toHaveURL(/number-porting\?account=/);
  await expect(reportOf(page).phones).toHaveText([first, second].toSorted().map(formatPhoneNumber));
  await expect(reportOf(page).sheet).toContainText('Received LOA');
  const [made] = await asOwner<{ id: number; request: string }>(
    'SELECT id::integer, request_id AS request FROM port_order WHERE partner_id = $1',
    [partner.id],
  );
  const { id: orderId = 0, request = '' } = made ?? {};

  // The porting team brings it to its date.
  const desk = await visitor();
  await desk.login('agent');
  await desk.page.goto(`/desk/orders/${orderId}`);
  await alive(desk.page);
  const order = orderOf(desk.page);
  await order.target('Submitted').check();
  await order.submit.click();
  await expect(order.events.first()).toContainText('Submitted');
  const day = await portingDay(6);
  await order.target('Firm order confirmation').check();
  await order.move.getByLabel('FOC date').fill(day);
  await order.submit.click();
  await expect(order.events.first()).toContainText('Firm order confirmation');

  // Its numbers are ready, and go to a user.
  await page.goto('/numbers/ready');
  await alive(page);
  await page.getByRole('checkbox', { name: formatPhoneNumber(first) }).check();
  const bar = page.getByRole('form', { name: 'Assign what is selected' });
  await bar.getByRole('textbox').fill('Front desk');
  await bar.getByRole('button', { name: 'Mark 1 number as assigned' }).click();
  await expect(page.getByText('1 number assigned to Front desk.')).toBeVisible();

  // An end user follows the request by a link.
  await page.goto('/links');
  await page.getByLabel('Request ID').fill(request);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Make link' }).click();
  const link = await page.getByRole('textbox', { name: 'Link to the request' }).inputValue();
  const theirs = (await visitor()).page;
  await theirs.goto(new URL(link).pathname);
  await expect(theirs.getByText(`2 scheduled for ${formatCalendarDate(day)} 10:00 AM PT.`)).toBeVisible();

  // The carrier takes its date back: whoever relied on it is told, on every page, until somebody has looked.
  await order.target('Rejected').check();
  await order.move.getByRole('combobox', { name: 'Reject reason' }).fill('Account frozen or unpaid');
  await order.submit.click();
  await expect(order.events.first()).toContainText('Rejected');
  await page.goto('/');
  const alert = page.getByRole('region', { name: 'Assigned, no longer safe' });
  await expect(alert).toContainText('1 assigned number is no longer safe.');
  await expect(page.getByRole('region', { name: /^Needs you/ })).toContainText('Account frozen or unpaid');
  await alert.getByRole('link').click();
  await expect(page.getByRole('main')).toContainText(formatPhoneNumber(first));
  await expect(page.getByRole('main')).not.toContainText(formatPhoneNumber(second));
  await theirs.reload();
  await expect(theirs.getByText('2 waiting for you.')).toBeVisible();
});
