import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import type { UserRole } from '#domain/viewer.ts';
import { makeUser, type User } from '../../tests/support/users.ts';

export { expect };

type Wishes = Parameters<typeof makeUser>[0];
export type Visitor = { page: Page; login: (role?: UserRole, wishes?: Wishes) => Promise<User> };

type Fixtures = {
  /** What the browser's console may complain of in a test that provokes it; anything else fails the test. */
  expectedErrors: RegExp[];
  /** Signs the page in as a new user of the role, with a partner of its own unless one is given. */
  login: Visitor['login'];
  /** Another person at another browser. */
  visitor: () => Promise<Visitor>;
  complaints: string[];
};

/** Playwright's test, at the portal of this run, failing on anything that the browser's console calls an error. */
export const test = base.extend<Fixtures>({
  baseURL: async ({ browserName: _ }, use) => use(process.env.PORTAL_URL),
  expectedErrors: [[], { option: true }],
  complaints: [
    async ({ context, expectedErrors }, use) => {
      const complaints: string[] = [];
      listen(context, complaints);
      await use(complaints);
      const unexpected = complaints.filter((said) => !expectedErrors.some((pattern) => pattern.test(said)));
      expect(unexpected, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
  login: async ({ page }, use) => use(loginOn(page)),
  visitor: async ({ browser, baseURL, complaints }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({ baseURL });
      contexts.push(context);
      listen(context, complaints);
      const page = await context.newPage();
      return { page, login: loginOn(page) };
    });
    for (const context of contexts) await context.close();
  },
});

function loginOn(page: Page): Visitor['login'] {
  return async (role = 'partner', wishes = {}) => {
    const user = await makeUser({ role, ...wishes });
    const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json();
    const form = { csrfToken, email: user.email, password: user.password, json: 'true' };
    await page.request.post('/api/auth/callback/credentials', { form });
    const cookies = await page.context().cookies();
    expect(cookies.map(({ name }) => name)).toContain('next-auth.session-token');
    return user;
  };
}

function listen(context: BrowserContext, complaints: string[]): void {
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => complaints.push(error.error().stack ?? error.error().message));
}
