import type { Locator, Page } from '@playwright/test';
import { makeHoliday, makeLink, makeRejectReason } from '../tests/support/admin.ts';
import { makeAccount, makePartner } from '../tests/support/factories.ts';
import { word } from '../tests/support/unique.ts';
import { makeUser } from '../tests/support/users.ts';
import { expectSoundAtEveryWidth } from './support/axe.ts';
import { expect, test } from './support/test.ts';

const ADMIN = '/desk/admin';
const PASSWORD = 'four words nobody guesses';

test('a person is invited, chooses a password, signs in, is disabled and is out at once', async ({
  page,
  login,
  visitor,
}) => {
  await login('lead');
  const account = await makeAccount({ company: `Lakeshore ${word()}` });
  const email = `zoe-${word()}@example.com`;

  await page.goto(`${ADMIN}/users`);
  const form = await unfold(page, 'Invite a user');
  await form.getByLabel('Work email').fill(email);
  await form.getByLabel('Name').fill('Zoë Bell');
  await form.getByLabel('Role').selectOption('End user');
  await form.getByLabel('Partner').selectOption(account.partner.slug);
  await form.getByLabel('Account ID').fill(account.id);
  await expect(form.getByLabel('Account ID')).toHaveAccessibleDescription(account.company ?? '');
  await form.getByRole('button', { name: 'Make the invitation link' }).click();
  const link = await page.getByLabel('One-time link').inputValue();
  expect(link).toMatch(/\/invitation\/[\w-]{43}$/);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByLabel('One-time link')).toHaveCount(0);

  const { page: theirs } = await visitor();
  await theirs.goto(link);
  await expect(theirs.getByText(email)).toBeVisible();
  await theirs.getByLabel('New password').fill('too short');
  await theirs.getByRole('button', { name: 'Save password' }).click();
  await expect(theirs.getByText('The password is shorter than 12 characters.')).toBeVisible();
  await expect(theirs.getByLabel('New password')).toBeFocused();
  await theirs.getByLabel('New password').fill(PASSWORD);
  await theirs.getByRole('button', { name: 'Save password' }).click();
  await expect(theirs.getByText('Your password is set. Sign in with it.')).toBeVisible();
  await signIn(theirs, email, PASSWORD);
  await expect(theirs).toHaveURL(/\/status$/);
  await theirs.goto(link);
  await expect(theirs.getByRole('heading', { name: 'This link does not work' })).toBeVisible();

  await page.goto(`${ADMIN}/users?q=${email}`);
  await page.getByRole('link', { name: 'Zoë Bell' }).click();
  await page.getByRole('button', { name: 'Disable' }).click();
  await page.getByRole('button', { name: 'Disable Zoë Bell' }).click();
  await expect(page.getByRole('button', { name: 'Enable' })).toBeVisible();
  await theirs.goto('/status');
  await expect(theirs).toHaveURL(/\/sign-in\?callbackUrl=%2Fstatus$/);
  await signIn(theirs, email, PASSWORD);
  await expect(theirs.getByText('That email and password do not match.')).toBeVisible();

  await page.getByRole('button', { name: 'Enable' }).click();
  await expect(page.getByText('User enabled')).toBeVisible();
  const told = page.getByRole('listitem').filter({ has: page.getByRole('time') });
  await expect(told).toContainText([/User enabled/, /User disabled/, /Password chosen/, /User invited/]);
});

test('a reset gives a link, ends the sessions and the old password', async ({ page, login, visitor }) => {
  await login('lead');
  const { page: theirs, login: loginThem } = await visitor();
  const user = await loginThem('agent', { name: 'Ada Byron' });
  await page.goto(`${ADMIN}/users/${user.id}`);
  await page.getByRole('button', { name: 'Reset password' }).click();
  await page.getByRole('button', { name: 'Reset it' }).click();
  const link = await page.getByLabel('One-time link').inputValue();
  await expect(page.getByText('Link not used yet')).toBeVisible();
  await theirs.goto('/desk');
  await expect(theirs).toHaveURL(/\/sign-in\?/);
  await signIn(theirs, user.email, user.password);
  await expect(theirs.getByText('That email and password do not match.')).toBeVisible();
  await theirs.goto(link);
  await theirs.getByLabel('New password').fill(PASSWORD);
  await theirs.getByLabel('New password').press('Enter');
  await signIn(theirs, user.email, PASSWORD);
  await expect(theirs).toHaveURL(/\/desk$/);
});

test('of oneself one changes no more than the name; what is refused is said at its field', async ({
  page,
  login,
}) => {
  const me = await login('lead');
  await page.goto(`${ADMIN}/users/${me.id}`);
  await expect(page.getByText('This is you.')).toBeVisible();
  for (const name of ['Disable', 'Change role', 'Reset password']) {
    await expect(page.getByRole('button', { name })).toHaveCount(0);
  }
  await page.goto(`${ADMIN}/users`);
  const form = await unfold(page, 'Invite a user');
  await form.getByLabel('Work email').fill(me.email);
  await form.getByLabel('Name').fill('Again');
  await form.getByLabel('Role').selectOption('Porting agent');
  await form.getByRole('button', { name: 'Make the invitation link' }).click();
  await expect(form.getByLabel('Work email')).toHaveAccessibleDescription(
    'This email address is a user already.',
  );
  await expect(form.getByLabel('Name')).toHaveValue('Again');
});

test('a role is changed with what it needs', async ({ page, login }) => {
  await login('lead');
  const account = await makeAccount();
  const user = await makeUser({ role: 'agent' });
  await page.goto(`${ADMIN}/users/${user.id}`);
  const form = await unfold(page, 'Change role', 'Change the role');
  await form.getByLabel('Role').selectOption('End user');
  await form.getByRole('button', { name: 'Save role' }).click();
  await expect(form.getByLabel('Partner')).toHaveAccessibleDescription('Choose the partner.');
  await form.getByLabel('Partner').selectOption(account.partner.slug);
  await form.getByLabel('Account ID').fill(account.id);
  await form.getByRole('button', { name: 'Save role' }).click();
  await expect(page.getByRole('definition').filter({ hasText: 'End user' })).toBeVisible();
  await expect(page.getByText('Role changed')).toBeVisible();
});

test('a partner is made, renamed, and gets an account that is renamed', async ({ page, login }) => {
  await login('lead');
  const name = `Quarry Bay ${word()}`;
  await page.goto(`${ADMIN}/partners`);
  const form = await unfold(page, 'New partner');
  await form.getByLabel('Name', { exact: true }).fill(name);
  await expect(form.getByLabel('Short name')).toHaveValue(name.toLowerCase().replaceAll(' ', '-'));
  await form.getByRole('button', { name: 'Create partner' }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect(page.getByText('This partner has no account yet')).toBeVisible();

  const account = await unfold(page, 'New account');
  await account.getByLabel('Account ID').fill('not an id');
  await account.getByRole('button', { name: 'Create account' }).click();
  await expect(account.getByLabel('Account ID')).toHaveAttribute('aria-invalid', 'true');
  await account.getByLabel('Account ID').fill('7004118');
  await account.getByLabel('Company name').fill('Lakeshore Dental');
  await account.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('list', { name: 'Accounts' })).toContainText('Lakeshore Dental');
  const edit = await unfold(page, 'Edit account 7004118', 'Account 7004118');
  await edit.getByLabel('Company name').fill('Lakeshore Dental Group');
  await edit.getByRole('button', { name: 'Save account' }).click();
  await expect(page.getByRole('list', { name: 'Accounts' })).toContainText('Lakeshore Dental Group');

  const rename = await unfold(page, 'Rename', 'Rename the partner');
  await rename.getByLabel('Name').fill(`${name} Voice`);
  await rename.getByRole('button', { name: 'Save name' }).click();
  await expect(page.getByRole('heading', { name: `${name} Voice`, level: 1 })).toBeVisible();
  await page.goto(`${ADMIN}/history`);
  await page.getByLabel('What was done').selectOption('Account changed');
  await expect(page).toHaveURL(/kind=account-changed/);
  const newest = page.getByRole('listitem').filter({ hasText: '7004118 of Quarry Bay' }).first();
  await expect(newest.locator('del')).toHaveText('Lakeshore Dental');
  await expect(newest.locator('ins')).toHaveText('Lakeshore Dental Group');
});

test('a holiday is removed without a question, and comes back by one press', async ({ page, login }) => {
  await login('lead');
  const { day, name } = await makeHoliday();
  await page.goto(`${ADMIN}/holidays?year=${day.slice(0, 4)}`);
  await page.getByRole('button', { name: `Remove ${name}` }).click();
  const undo = page.getByRole('button', { name: `Undo removing ${name}` });
  await expect(undo).toBeFocused();
  await undo.press('Enter');
  await expect(page.getByRole('button', { name: `Remove ${name}` })).toBeVisible();
  const form = await unfold(page, `Rename ${name}`, new RegExp(`^Rename ${name}`));
  await form.getByRole('textbox').fill('Founders’ Day');
  await form.getByRole('textbox').press('Enter');
  await expect(page.getByText('Founders’ Day')).toBeVisible();
  const added = await unfold(page, 'Add a holiday');
  await added.getByLabel('Day').fill(day);
  await added.getByLabel('Name').fill('Once more');
  await added.getByRole('button', { name: 'Add holiday' }).click();
  await expect(added.getByLabel('Day')).toHaveAccessibleDescription(/is Founders’ Day already\./);
});

test('a reject reason is added, edited, retired and brought back', async ({ page, login }) => {
  await login('lead');
  const reason = `Reason ${word()}`;
  await page.goto(`${ADMIN}/reject-reasons`);
  const form = await unfold(page, 'New reason', 'New reject reason');
  await form.getByLabel('Reason').fill(reason);
  await form.getByRole('button', { name: 'Add reason' }).click();
  await expect(form.getByLabel('Next step')).toHaveAccessibleDescription(
    /^Write what the partner does next\./,
  );
  await form.getByLabel('Next step').fill('Nothing is needed from you.');
  await form.getByText('Carrier', { exact: true }).click();
  await form.getByRole('button', { name: 'Add reason' }).click();
  const row = page.getByRole('listitem').filter({ hasText: reason });
  await expect(row).toContainText('Carrier’s turn');
  const edit = await unfold(page, `Edit ${reason}`);
  await edit.getByLabel('Next step').fill('We ask the carrier.');
  await edit.getByRole('button', { name: 'Save reason' }).click();
  await expect(row).toContainText('We ask the carrier.');
  await page.getByRole('button', { name: `Retire ${reason}` }).click();
  await page.getByRole('button', { name: `Bring back ${reason}` }).click();
  await expect(page.getByRole('button', { name: `Retire ${reason}` })).toBeVisible();
});

test('what somebody else changed meanwhile is not written over, and nothing typed is lost', async ({
  page,
  login,
  visitor,
}) => {
  await login('lead');
  const other = await visitor();
  await other.login('lead');
  const { id, reason } = await makeRejectReason();
  expect(id).toBeGreaterThan(0);
  for (const each of [page, other.page]) {
    await each.goto(`${ADMIN}/reject-reasons`);
    const form = await unfold(each, `Edit ${reason}`);
    await form.getByLabel('Next step').fill(each === page ? 'What I wrote.' : 'What they wrote.');
  }
  await other.page.getByRole('button', { name: 'Save reason' }).click();
  await expect(other.page.getByText('What they wrote.')).toBeVisible();
  await page.getByRole('button', { name: 'Save reason' }).click();
  await expect(page.getByText('Somebody else changed this while you had it open.')).toBeVisible();
  await expect(page.getByLabel('Next step')).toHaveValue('What I wrote.');
});

test.describe('before the script has loaded', () => {
  test.use({ javaScriptEnabled: false });

  test('a password is chosen by a link', async ({ page }) => {
    const user = await makeUser({ role: 'end-user' });
    await page.goto(`/invitation/${await makeLink(user)}`);
    await page.getByLabel('New password').fill('short');
    await page.getByRole('button', { name: 'Save password' }).click();
    await expect(page.getByText('The password is shorter than 12 characters.')).toBeVisible();
    await page.getByLabel('New password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Save password' }).click();
    await expect(page.getByText('Your password is set. Sign in with it.')).toBeVisible();
    await signIn(page, user.email, PASSWORD);
    await expect(page).toHaveURL(/\/status$/);
  });
});

test('used, expired and unknown links get the same page', async ({ page }) => {
  const pages = [];
  const links = [
    await makeLink(await makeUser(), { used: true }),
    await makeLink(await makeUser(), { expiresAt: '2026-01-01T00:00:00Z' }),
    'no-such-link',
  ];
  for (const link of links) {
    await page.goto(`/invitation/${link}`);
    await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
    pages.push(await page.getByRole('main').textContent());
  }
  expect(new Set(pages).size).toBe(1);
});

type Scene = (page: Page) => Promise<unknown>;

/** Each screen with what can be unfolded in it unfolded. */
const SCENES: Record<string, Scene> = {
  overview: (page) => page.goto(ADMIN),
  partners: async (page) => {
    await page.goto(`${ADMIN}/partners`);
    await unfold(page, 'New partner');
  },
  'a partner': async (page) => {
    const { partner, id } = await makeAccount({ company: 'A company with a name that is long '.repeat(3) });
    await page.goto(`${ADMIN}/partners/${partner.slug}`);
    await unfold(page, 'Rename', 'Rename the partner');
    await unfold(page, 'New account');
    await unfold(page, `Edit account ${id}`, `Account ${id}`);
  },
  'a partner without accounts': async (page) => {
    const { slug } = await makePartner();
    await page.goto(`${ADMIN}/partners/${slug}`);
  },
  users: async (page) => {
    await page.goto(`${ADMIN}/users`);
    const form = await unfold(page, 'Invite a user');
    await form.getByRole('button', { name: 'Make the invitation link' }).click();
    await expect(form.getByLabel('Work email')).toHaveAttribute('aria-invalid', 'true');
  },
  'no users': (page) => page.goto(`${ADMIN}/users?q=nobody-has-this-name`),
  'a user': async (page) => {
    const account = await makeAccount({ company: 'A company with a name that is long '.repeat(3) });
    const user = await makeUser({ role: 'end-user', account, name: 'Bartholomew Featherstonehaugh' });
    await page.goto(`${ADMIN}/users/${user.id}`);
    await unfold(page, 'Change role', 'Change the role');
    await page.getByRole('button', { name: 'Disable' }).click();
    await expect(page.getByRole('group', { name: 'Disable' })).toBeVisible();
  },
  'a link that is shown once': async (page) => {
    await page.goto(`${ADMIN}/users/${(await makeUser()).id}`);
    await page.getByRole('button', { name: 'Reset password' }).click();
    await page.getByRole('button', { name: 'Reset it' }).click();
    await expect(page.getByLabel('One-time link')).toBeVisible();
  },
  holidays: async (page) => {
    const { day, name } = await makeHoliday();
    await page.goto(`${ADMIN}/holidays?year=${day.slice(0, 4)}`);
    await unfold(page, 'Add a holiday');
    await page.getByRole('button', { name: `Remove ${name}` }).click();
    await expect(page.getByRole('button', { name: `Undo removing ${name}` })).toBeVisible();
  },
  'a year without holidays': (page) => page.goto(`${ADMIN}/holidays?year=1999`),
  'reject reasons': async (page) => {
    const { reason } = await makeRejectReason();
    await makeRejectReason({ retired: true });
    await page.goto(`${ADMIN}/reject-reasons`);
    await unfold(page, `Edit ${reason}`);
  },
  history: async (page) => {
    await page.goto(`${ADMIN}/history`);
    await expect(page.getByLabel('What was done')).toBeVisible();
  },
  'nothing of a kind': (page) => page.goto(`${ADMIN}/history?kind=user-created&before=1`),
  'choosing a password': async (page) => {
    await page.goto(`/invitation/${await makeLink(await makeUser())}`);
    await page.getByRole('button', { name: 'Save password' }).click();
    await expect(page.getByText('The password is shorter than 12 characters.')).toBeVisible();
  },
};

for (const [name, enter] of Object.entries(SCENES)) {
  test(`axe finds nothing, light or dark, wide or on a phone: ${name}`, async ({ page, login }) => {
    await login('lead');
    await enter(page);
    await expectSoundAtEveryWidth(page);
  });
}

/** Presses a button and returns the form that unfolds in its place; `named` is the form's name where it differs. */
async function unfold(page: Page, button: string, named: string | RegExp = button): Promise<Locator> {
  await page.getByRole('button', { name: button, exact: true }).click();
  const form = page.getByRole('form', { name: named });
  await expect(form).toBeVisible();
  return form;
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Work email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
