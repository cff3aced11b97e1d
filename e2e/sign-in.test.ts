import type { Page } from '@playwright/test';
import { systemActor } from '#data/system-actor.ts';
import { changeUser } from '#data/users/change-user.ts';
import { makeUser } from '../tests/support/users.ts';
import { expect, test } from './support/test.ts';

const REPORT = '/reports/business-intelligence/number-porting';

test('a partner who signs in stands before its home, and sees its own name', async ({ page }) => {
  const user = await makeUser();
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in$/);
  await fill(page, user.email, user.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^Today, / })).toBeVisible();
  await expect(page).toHaveURL((url) => url.pathname === '/');
  await expect(page.getByRole('button', { name: `${user.name} ${user.partner?.name}` })).toBeVisible();
});

test('an end user who signs in stands before the status of its account', async ({ page }) => {
  const user = await makeUser({ role: 'end-user' });
  await page.goto('/');
  await signIn(page, user.email, user.password);
  await expect(page).toHaveURL(/\/status$/);
  await expect(page.getByRole('button', { name: `${user.name} ${user.account?.company}` })).toBeVisible();
});

test('signing in leads back to the page that was asked for, with all of its address', async ({ page }) => {
  const user = await makeUser();
  const asked = `${REPORT}?status=scheduled&status=confirmed&size=25`;
  await page.goto(asked);
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await signIn(page, user.email, user.password);
  await expect(page).toHaveURL((url) => `${url.pathname}${url.search}` === asked);
});

test('signing in never leads to another site', async ({ page }) => {
  const user = await makeUser();
  await page.goto(`/sign-in?callbackUrl=${encodeURIComponent('https://evil.example.com/')}`);
  await signIn(page, user.email, user.password);
  await expect(page).toHaveURL(
    (url) => url.pathname === '/' && url.href.startsWith(process.env.PORTAL_URL ?? ''),
  );
});

test('what does not match is said in place: the email stays, the password is the next thing to type', async ({
  page,
}) => {
  const user = await makeUser();
  await page.goto('/sign-in');
  await signIn(page, user.email, 'not the password');
  await expect(page.getByRole('alert').first()).toHaveText('That email and password do not match.');
  await expect(page.getByLabel('Work email')).toHaveValue(user.email);
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.type(user.password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(
    (url) => url.pathname === '/' && url.href.startsWith(process.env.PORTAL_URL ?? ''),
  );
});

test('an empty field is named', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert').first()).toHaveText('Enter your work email.');
  await expect(page.getByLabel('Work email')).toBeFocused();
  await signIn(page, 'someone@example.com', '');
  await expect(page.getByRole('alert').first()).toHaveText('Enter your password.');
});

test('too many attempts are told when the next one may be', async ({ page }) => {
  const user = await makeUser();
  await page.goto('/sign-in');
  for (let attempt = 1; attempt <= 10; attempt++) {
    await page.request.post('/api/auth/callback/credentials', { form: await wrongAttempt(page, user.email) });
  }
  await signIn(page, user.email, user.password);
  await expect(page.getByRole('alert').first()).toHaveText('Too many attempts. Try again in 15 minutes.');
});

test('the password can be looked at, and whoever forgot it is told whom to ask', async ({ page }) => {
  await page.goto('/sign-in');
  const password = page.getByLabel('Password', { exact: true });
  await password.fill('open sesame');
  await page.getByRole('button', { name: 'Show password' }).click();
  await expect(password).toHaveAttribute('type', 'text');
  await page.getByRole('button', { name: 'Hide password' }).click();
  await expect(password).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: 'Forgot password?' }).click();
  await expect(page.getByText('The portal sends no email yet.')).toBeVisible();
  await expect(page.getByRole('button', { name: /single sign-on/ })).toHaveCount(0);
});

test('password managers find what they look for', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.getByLabel('Work email')).toHaveAttribute('autocomplete', 'username');
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute(
    'autocomplete',
    'current-password',
  );
});

test('a session ends at the next click when its user is shut out', async ({ page, login }) => {
  const user = await login('partner');
  await page.goto('/reports');
  await expect(page.getByRole('heading', { name: 'Reports', exact: true })).toBeVisible();
  await changeUser(systemActor('users'), user.email, { disabled: true });
  await page.goto('/reports');
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=%2Freports$/);
  await signIn(page, user.email, user.password);
  await expect(page.getByRole('alert').first()).toHaveText('That email and password do not match.');
});

test('signing out ends the session, and the way back shows nothing', async ({ page, login }) => {
  const user = await login('partner');
  await page.goto('/reports');
  await page.getByRole('button', { name: user.name }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('next-auth.session-token');
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=%2Freports$/);
});

test('the session cookie is out of reach of scripts and of other sites', async ({ page, login }) => {
  await login('partner');
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'next-auth.session-token');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
});

test.describe('before the script has loaded', () => {
  test.use({ javaScriptEnabled: false });

  test('the form signs in, and says what does not match', async ({ page }) => {
    const user = await makeUser({ role: 'end-user' });
    await page.goto('/sign-in?callbackUrl=%2Fstatus');
    await signIn(page, user.email, 'not the password');
    await expect(page.getByRole('alert').first()).toHaveText('That email and password do not match.');
    await expect(page.getByLabel('Work email')).toHaveValue(user.email);
    await signIn(page, user.email, user.password);
    await expect(page).toHaveURL(/\/status$/);
  });
});

async function fill(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Work email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await fill(page, email, password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function wrongAttempt(page: Page, email: string) {
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json();
  return { csrfToken, email, password: 'not the password', json: 'true' };
}
