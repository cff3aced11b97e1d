import type { Page } from '@playwright/test';
import type { PhoneNumber } from '#domain/phone-number.ts';
import { formatPhoneNumber } from '#domain/phone-number.ts';
import { onePage } from '../tests/support/documents.ts';
import { makeAccount, makeOrder, makeRequest, type Order } from '../tests/support/factories.ts';
import { asOwner, insert } from '../tests/support/owner.ts';
import { expectSoundAtEveryWidth } from './support/axe.ts';
import { expectFits } from './support/fits.ts';
import { openReport, partnerOf, REPORT, reportOf } from './support/report.ts';
import { expect, test, type Visitor } from './support/test.ts';

test('a click on a row opens its story, and Back, a copied link and Escape do what they say', async ({
  page,
  login,
}) => {
  const { rejected } = await loginWithRequest(login);
  await openReport(page);
  const [phone] = rejected.phones as [PhoneNumber];
  const story = storyOf(page);
  await rowOf(page, phone).getByText('Account number does not match').click();
  await expect(story.dialog).toBeVisible();
  await expect(story.title).toHaveText(formatPhoneNumber(phone));
  await expect(story.turn).toContainText('It is your turn');
  await expect(story.turn).toContainText('Send the account number exactly as it stands');
  await expect(rowOf(page, phone)).toHaveAttribute('aria-selected', 'true');
  await expect(page).toHaveURL(new RegExp(`row=${rejected.request.id}-${phone.slice(2)}$`));

  await page.goBack();
  await expect(story.dialog).toHaveCount(0);
  await page.goForward();
  await expect(story.title).toHaveText(formatPhoneNumber(phone));
  await page.reload();
  await expect(story.dialog).toHaveAttribute('data-alive', '');
  await expect(story.title).toHaveText(formatPhoneNumber(phone));
  await expect(story.turn).toContainText('It is your turn');
  await page.keyboard.press('Escape');
  await expect(story.dialog).toHaveCount(0);
  await expect(rowOf(page, phone)).toBeFocused();
  await expect(page).not.toHaveURL(/row=/);
});

test('the report stays in use beside it: rows, Find, zoom, and text that is selected opens nothing', async ({
  page,
  login,
}) => {
  const { rejected, scheduled } = await loginWithRequest(login);
  await openReport(page);
  const story = storyOf(page);
  const [first] = rejected.phones as [PhoneNumber];
  const [second] = scheduled.phones as [PhoneNumber];

  // What is dragged over is selected, and opens nothing.
  const cell = rowOf(page, first).locator('th');
  const box = await cell.boundingBox();
  if (!box) throw new Error('The cell is not there.');
  await page.mouse.move(box.x + 44, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 140, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  expect(await page.evaluate(() => document.getSelection()?.toString().length)).toBeGreaterThan(3);
  await expect(story.dialog).toHaveCount(0);
  await page.evaluate(() => document.getSelection()?.removeAllRanges());

  await cell.click();
  await expect(story.title).toHaveText(formatPhoneNumber(first));
  await rowOf(page, second).locator('th').click();
  await expect(story.title).toHaveText(formatPhoneNumber(second));
  await expect(story.turn).toContainText('All is set for the day');

  await page.keyboard.press('/');
  await page.keyboard.type(first.slice(2));
  await page.keyboard.press('Enter');
  await expect(reportOf(page).current).toHaveText(formatPhoneNumber(first).slice(1));
  await expect(story.title).toHaveText(formatPhoneNumber(second));
  // Under the drawer nothing of the sheet is lost: its last column can be scrolled to.
  const { sheet, viewer } = reportOf(page);
  await sheet.evaluate((element) => element.scrollTo({ left: element.scrollWidth }));
  const edge = await sheet.locator('thead th').last().boundingBox();
  const drawer = await story.dialog.boundingBox();
  expect((edge?.x ?? 0) + (edge?.width ?? 0)).toBeLessThanOrEqual((drawer?.x ?? 0) + 1);
  await expect(viewer).toHaveAttribute('data-alive', '');
});

test('by keyboard alone: Enter opens, j and k go on in the report and in the story, Escape goes back', async ({
  page,
  login,
}) => {
  await loginWithRequest(login);
  await openReport(page);
  const { rows, sheet } = reportOf(page);
  const story = storyOf(page);
  await sheet.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('j');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(story.title).toBeFocused();
  await expect(story.title).toHaveText(await phoneIn(page, 1));
  await page.keyboard.press('j');
  await expect(story.title).toHaveText(await phoneIn(page, 2));
  await expect(rows.nth(2)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await expect(story.title).toHaveText(await phoneIn(page, 0));
  await expect(story.dialog).toContainText('Row 1 of');
  await page.keyboard.press('Escape');
  await expect(rows.nth(0)).toBeFocused();

  // The space bar unfolds, as Enter did before there was a story.
  await page.keyboard.press('Space');
  await expect(rows.nth(0)).toHaveAttribute('data-open', '');
  await expect(story.dialog).toHaveCount(0);
});

test('tells the request as a tree, the dates and why they are not set, the history, and no internal note', async ({
  page,
  login,
}) => {
  const { rejected, scheduled } = await loginWithRequest(login);
  const { partner } = rejected.request.account;
  const noted = {
    partner_id: partner.id,
    order_id: rejected.id,
    actor: 'Priya Raman',
    kind: 'note',
    changes: '[]',
  };
  await insert('order_event', { ...noted, note: 'The carrier wants a bill', visible_to_partner: true });
  await insert('order_event', { ...noted, note: 'Between us: slow again', visible_to_partner: false });
  const story = await openStory(page, rejected);
  await expect(story.section(`Request ${rejected.request.id}`)).toContainText(
    /4 numbers: 2 scheduled for .+, 2 waiting for you\./,
  );
  await expect(story.section('Dates')).toContainText(
    'Not set: the losing carrier has not agreed to a day yet',
  );
  await expect(story.section('Assign to a user')).toContainText(
    'Not yet: the losing carrier has not confirmed a date (FOC) yet',
  );
  await expect(story.section('History')).toContainText('The carrier wants a bill');
  await expect(page.getByText('Between us')).toHaveCount(0);
  expect(await page.content()).not.toContain('slow again');

  // Through the tree to another number of the request.
  await story.dialog.getByText('Firm order confirmation').click();
  await story.dialog
    .getByRole('button', { name: formatPhoneNumber(scheduled.phones[0] as PhoneNumber) })
    .click();
  await expect(story.title).toHaveText(formatPhoneNumber(scheduled.phones[0] as PhoneNumber));
  await expect(story.section('Assign to a user')).toContainText('Ready to assign');
  await story.dialog.getByText('All 19 fields').click();
  await expect(story.dialog.getByText('Coordinator (PC or SIS)')).toBeVisible();
});

test('copies number, row and link', async ({ page, login, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { rejected } = await loginWithRequest(login);
  const story = await openStory(page, rejected);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await story.dialog.getByRole('button', { name: 'Copy number' }).click();
  await expect.poll(copied).toBe(rejected.phones[0]);
  await story.dialog.getByRole('button', { name: 'Copy row' }).click();
  await expect
    .poll(copied)
    .toMatch(
      new RegExp(`^\\${rejected.phones[0]}\t.*\tWaiting for You\tRejected\t.*Account number does not match$`),
    );
  await story.dialog.getByRole('button', { name: 'Copy link' }).click();
  await expect.poll(copied).toMatch(new RegExp(`^http.*${REPORT}\\?row=${addressOf(rejected)}$`));
});

test('leads to a read-only link for its request', async ({ page, login }) => {
  const { rejected } = await loginWithRequest(login);
  const story = await openStory(page, rejected);
  await story.dialog.getByRole('link', { name: /^Share/ }).click();
  await expect(page).toHaveURL(new RegExp(`/links\\?request=${rejected.request.id}$`));
  await expect(
    page.getByRole('heading', { level: 2, name: `Request ${rejected.request.id}`, exact: true }),
  ).toBeVisible();
});

test('a row that is not in the report says so', async ({ page, login }) => {
  await loginWithRequest(login);
  await page.goto(`${REPORT}?row=999999-4155550199`);
  await expect(storyOf(page).dialog).toContainText(
    'This number is not in the report any more, or not in yours.',
  );
  await expect(reportOf(page).rows).not.toHaveCount(0);
});

test.describe('a reply', () => {
  // One file is refused on the way.
  test.use({ expectedErrors: [/status of 400 .*number-porting\/answer/] });

  test('a partner replies with a file, the order moves on, and the desk sees it and deals with it', async ({
    page,
    login,
    visitor,
  }) => {
    const { rejected } = await loginWithRequest(login);
    const story = await openStory(page, rejected);
    const mail = story.dialog.getByRole('link', { name: 'Email the porting team' });
    const href = decodeURIComponent((await mail.getAttribute('href')) ?? '');
    expect(href).toContain(`subject=Case ${rejected.request.caseNumber}, request ${rejected.request.id}`);
    expect(href).toContain('Status: Waiting for You, Rejected');

    await story.dialog.getByRole('button', { name: 'Reply here' }).click();
    const box = story.dialog.getByRole('textbox', { name: 'Your reply to the porting team' });
    await expect(box).toBeFocused();
    await story.dialog.getByRole('button', { name: 'Send reply' }).click();
    await expect(story.dialog.getByRole('alert')).toHaveText('Write your answer first.');
    await box.fill('The account number is 88-20417.\nSee the bill.');
    const attach = story.dialog.getByLabel('Attach files');
    await attach.setInputFiles({
      name: 'fake.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('<script>'),
    });
    await story.dialog.getByRole('button', { name: 'Send reply' }).click();
    await expect(story.dialog.getByRole('alert')).toContainText('“fake.pdf” is not a PDF, PNG or JPEG');
    await expect(box).toHaveValue('The account number is 88-20417.\nSee the bill.');

    // What was typed is there after a reload, too.
    await page.reload();
    await expect(story.dialog).toHaveAttribute('data-alive', '');
    await expect(box).toHaveValue('The account number is 88-20417.\nSee the bill.');
    await attach.setInputFiles({ name: 'bill.pdf', mimeType: 'application/pdf', buffer: onePage() });
    await story.dialog.getByRole('button', { name: 'Send reply' }).click();
    await expect(story.turn).toContainText(
      'The order went from Rejected to Additional information provided.',
    );
    await expect(story.turn).toContainText('It is the porting team’s turn');
    await expect(story.section('History')).toContainText('You wrote');
    await expect(rowOf(page, rejected.phones[0] as PhoneNumber)).toContainText(
      'Additional information provided',
    );
    const sent = story.section('History').getByRole('link', { name: 'bill.pdf' });
    const file = await page.request.get((await sent.getAttribute('href')) ?? '');
    expect(file.status()).toBe(200);
    expect((await file.body()).equals(onePage())).toBe(true);

    const desk = await visitor();
    await desk.login('agent');
    const { partner } = rejected.request.account;
    await desk.page.goto(`/desk?tab=partner-replied&partner=${partner.slug}`);
    await expect(desk.page.getByRole('link', { name: /^Partner replied 1$/ })).toHaveAttribute(
      'aria-current',
      'page',
    );
    await desk.page.getByRole('link', { name: String(rejected.id), exact: true }).click();
    const replies = desk.page.getByRole('region', { name: `${partner.name} replied` });
    await expect(replies).toContainText('The account number is 88-20417.');
    await expect(replies.getByRole('link', { name: 'bill.pdf' })).toBeVisible();
    await replies.getByRole('button', { name: 'Dealt with' }).click();
    await expect(replies).toHaveCount(0);
    await expect(desk.page.getByText('Reply dealt with')).toBeVisible();
    const [order] = await asOwner('SELECT replied_at FROM port_order WHERE id = $1', [rejected.id]);
    expect(order?.replied_at).toBeNull();
  });
});

test('the porting team reads a partner’s story, and does not answer in its name', async ({ page, login }) => {
  const { rejected } = await loginWithRequest(login);
  const { partner } = rejected.request.account;
  await login('agent');
  await page.goto(`${REPORT}?partner=${partner.slug}&row=${addressOf(rejected)}`);
  const story = storyOf(page);
  await expect(story.turn).toContainText('It is the partner’s turn');
  await expect(story.dialog.getByRole('button', { name: 'Reply here' })).toHaveCount(0);
  await expect(story.dialog.getByRole('link', { name: /^Share/ })).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the story is a sheet over all else, and Back leads to the list', async ({ page, login }) => {
    const { rejected } = await loginWithRequest(login);
    await openReport(page);
    const story = storyOf(page);
    await page
      .getByRole('listitem')
      .filter({ hasText: formatPhoneNumber(rejected.phones[0] as PhoneNumber) })
      .tap();
    await expect(story.title).toBeVisible();
    expect(await story.dialog.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    await story.dialog.getByRole('button', { name: 'Next row' }).tap();
    await expect(story.title).not.toHaveText(formatPhoneNumber(rejected.phones[0] as PhoneNumber));
    await page.goBack();
    await expect(story.dialog).toHaveCount(0);
    await expect(page.getByRole('list', { name: /^Numbers/ })).toBeVisible();
    await expectFits(page);
  });
});

test('axe finds nothing in the story, light or dark, wide or on a phone', async ({ page, login }) => {
  const { rejected } = await loginWithRequest(login);
  const story = await openStory(page, rejected);
  await story.dialog.getByRole('button', { name: 'Reply here' }).click();
  await expectSoundAtEveryWidth(page);
});

/** A partner's user with a request of two orders: two numbers that wait for an answer, two that are scheduled. */
async function loginWithRequest(login: Visitor['login']) {
  const partner = partnerOf(await login());
  const account = await makeAccount({
    partner,
    company: 'Harper & Finch Architects',
    username: 'harperfinch',
  });
  const request = await makeRequest({ account });
  const rejectReason = 'Account number does not match';
  const rejected = await makeOrder({ request, numbers: 2, detailedStatus: 'rejected', rejectReason });
  const scheduled = await makeOrder({
    ...{ request, numbers: 2, detailedStatus: 'firm-order-confirmation', focOn: '2099-11-25' },
  });
  return { rejected, scheduled };
}

/** Opens the report at a row of it, and waits until its story is alive. */
async function openStory(page: Page, order: Order) {
  await page.goto(`${REPORT}?row=${addressOf(order)}`);
  const story = storyOf(page);
  await expect(story.dialog).toHaveAttribute('data-alive', '');
  return story;
}

function storyOf(page: Page) {
  const dialog = page.locator('dialog[data-story]');
  return {
    dialog,
    title: dialog.getByRole('heading', { level: 2 }),
    turn: dialog.getByRole('region').first(),
    section: (name: string) => dialog.getByRole('region', { name, exact: true }),
  };
}

function rowOf(page: Page, phone: PhoneNumber) {
  return reportOf(page).rows.filter({ hasText: formatPhoneNumber(phone) });
}

function addressOf({ request, phones: [phone] }: Order): string {
  return `${request.id}-${phone?.slice(2)}`;
}

async function phoneIn(page: Page, row: number): Promise<string> {
  return (await reportOf(page).phones.nth(row).allTextContents()).join('').trim();
}
