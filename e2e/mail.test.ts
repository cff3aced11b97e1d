import { makeOrder, makePartner, makeRequest } from '../tests/support/factories.ts';
import { makeDocument, makeMail, makeMessage } from '../tests/support/mails.ts';
import { asOwner } from '../tests/support/owner.ts';
import { word } from '../tests/support/unique.ts';
import { expectNoAxeFindings, expectSoundAtEveryWidth } from './support/axe.ts';
import { expect, test } from './support/test.ts';

const MAIL = '/desk/admin/mail';

test('a lead finds what a partner wrote, reads it, and takes its attachment', async ({ page, login }) => {
  await login('lead');
  const subject = `Case ${word()}`;
  const { partner, message, document } = await mailed(subject);

  await page.goto(MAIL);
  const row = page.getByRole('list', { name: 'Mails' }).getByRole('listitem').filter({ hasText: subject });
  await expect(row).toContainText(partner.name);
  await expect(row).toContainText('to porting@example.com');
  // The portal of the journeys has no mail server.
  await expect(page.getByText('No mail server is set up')).toBeVisible();
  await expect
    .poll(async () => {
      await page.reload();
      return row.textContent();
    })
    .toContain('Kept here');
  await page
    .getByRole('navigation', { name: 'Mails by what became of them' })
    .getByRole('link', { name: /Kept here/ })
    .click();
  await expect(page).toHaveURL(/state=kept/);
  await expectNoAxeFindings(page);
  await row.getByRole('link', { name: subject }).click();

  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  const mail = page.getByRole('region', { name: 'The mail' });
  await expect(mail).toContainText('<b>Where</b> do they stand?');
  await expect(mail).toContainText(message.user.email);
  await expect(mail.getByRole('link', { name: partner.name })).toBeVisible();
  await expectNoAxeFindings(page);
  const attachments = mail.getByRole('list', { name: 'Attachments' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    attachments.getByRole('link', { name: 'October bill, é.pdf' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('October bill, é.pdf');
  const answer = await page.request.get(`/documents/${document}`);
  expect(answer.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="October bill, _.pdf"; filename*=UTF-8''October%20bill%2C%20%C3%A9.pdf`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'cache-control': 'private, no-store',
  });
  expect(await answer.text()).toBe('%PDF-1.7 …');
});

test('a mail that failed says why, stands first on the overview, and is sent again', async ({
  page,
  login,
}) => {
  await login('lead');
  const subject = `Case ${word()}`;
  const { id } = await mailed(subject);
  await expect.poll(() => stateOf(id)).toBe('kept');
  await asOwner(
    `UPDATE mail SET state = 'failed', attempts = 14, tried_at = now(), error = 'Mailbox full' WHERE id = $1`,
    [id],
  );

  await page.goto('/desk/admin');
  await page.getByRole('link', { name: /^Look at (it|them)$/ }).click();
  await page.getByRole('link', { name: subject }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Mailbox full' })).toBeVisible();
  await expectNoAxeFindings(page);
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect(page.getByRole('button', { name: 'Send it again' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Mailbox full')).toHaveCount(0);
  // It is on its way, and the page says by itself where it came to.
  await expect(page.getByText('Kept here')).toBeVisible();
  await page.goto('/desk/admin/history?kind=mail');
  await expect(page.getByRole('listitem').filter({ hasText: subject })).toContainText('Mail sent again');
});

test('axe finds nothing, light or dark, wide or on a phone', async ({ page, login }) => {
  await login('lead');
  const subject = `Case ${word()} ${'with a long subject that goes on '.repeat(4)}`;
  const { id } = await mailed(subject);
  await expect.poll(() => stateOf(id)).toBe('kept');
  for (const address of [MAIL, `${MAIL}?state=failed`, `${MAIL}/${id}`]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectSoundAtEveryWidth(page);
  }
});

/** A message of a partner with an attachment, mailed. */
async function mailed(subject: string) {
  const partner = await makePartner({ name: `Partner ${word()}` });
  const { account } = await makeRequest({ partner });
  const order = await makeOrder({ account, numbers: 1 });
  const message = await makeMessage(order);
  const document = await makeDocument(order, message, { fileName: 'October bill, é.pdf' });
  const body = '<b>Where</b> do they stand?\n\nKind regards';
  const id = await makeMail(order, { eventId: message.id, replyTo: message.user.email, subject, body });
  return { partner, message, document, id };
}

async function stateOf(id: string): Promise<string | undefined> {
  const [row] = await asOwner<{ state: string }>('SELECT state FROM mail WHERE id = $1', [id]);
  return row?.state;
}
