import type { Page } from '@playwright/test';
import { makeOrder, makeRequest } from '../tests/support/factories.ts';
import { makeReceipt } from '../tests/support/receipts.ts';
import { expectSoundAtEveryWidth } from './support/axe.ts';
import { expect, test, type Visitor } from './support/test.ts';

type Scene = (page: Page, login: Visitor['login']) => Promise<unknown>;

/** Who comes, and what they open. What a phone has differently is opened again, by what the scene returns. */
const SCENES: Record<string, Scene> = {
  'sign-in': (page) => page.goto('/sign-in'),
  'sign-in that failed': async (page) => {
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('alert').first()).toBeVisible();
    await page.getByRole('button', { name: 'Forgot password?' }).click();
  },
  'not found, signed out': (page) => page.goto('/no-such-page'),
  'not found': async (page, login) => {
    await login('partner');
    await page.goto('/no-such-page');
  },
  'a page for partner contacts': async (page, login) => {
    await login('end-user');
    await page.goto('/reports');
    await expect(page.getByRole('heading', { name: 'This page is for partner contacts' })).toBeVisible();
  },
  'the index of reports with its menu open': async (page, login) => {
    await login('partner');
    return async (isPhone: boolean) => {
      await page.goto('/reports');
      await page.getByRole('button', { name: isPhone ? 'Menu' : 'Reports', exact: true }).click();
      await expect(page.getByText('Partner Number Porting Report')).toBeVisible();
    };
  },
  'the index of business intelligence with the user menu open': async (page, login) => {
    const { name } = await login('lead');
    return async () => {
      await page.goto('/reports/business-intelligence');
      await page.getByRole('button', { name }).click();
      await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
    };
  },
  'the choice of light or dark': async (page) => async () => {
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Light or dark' }).click();
    await expect(page.getByRole('menuitemradio', { name: 'Dark' })).toBeVisible();
  },
  exports: async (page, login) => {
    await makeReceipt({ user: await login('partner'), outcome: 'done' });
    await page.goto('/exports');
    await expect(page.getByRole('article')).toHaveCount(1);
  },
  'porting status': async (page, login) => {
    const account = (await login('end-user')).account ?? undefined;
    const request = await makeRequest({ account });
    await makeOrder({ request, numbers: 2, detailedStatus: 'rejected' });
    await makeOrder({ account, numbers: 1, detailedStatus: 'firm-order-confirmation' });
    await page.goto('/status');
    await expect(page.getByRole('article')).toHaveCount(2);
  },
  'porting status of nothing': async (page, login) => {
    await login('end-user');
    await page.goto('/status');
  },
};

test.use({ expectedErrors: [/status of 404/] });

for (const [name, enter] of Object.entries(SCENES)) {
  test(`axe finds nothing, light or dark, wide or on a phone: ${name}`, async ({ page, login }) => {
    const open = await enter(page, login);
    await expectSoundAtEveryWidth(page, typeof open === 'function' ? (isPhone) => open(isPhone) : undefined);
  });
}
