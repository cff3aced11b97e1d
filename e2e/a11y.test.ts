import type { Page } from '@playwright/test';
import { makeOrder, makeRequest } from '../tests/support/factories.ts';
import { expectNoAxeFindings } from './support/axe.ts';
import { expect, test, type Visitor } from './support/test.ts';

type Scene = { name: string; arrive: (page: Page, login: Visitor['login']) => Promise<unknown> };

const SCENES: Scene[] = [
  { name: 'sign-in', arrive: (page) => page.goto('/sign-in') },
  {
    name: 'sign-in that failed',
    async arrive(page) {
      await page.goto('/sign-in');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(page.getByRole('alert').first()).toBeVisible();
      await page.getByRole('button', { name: 'Forgot password?' }).click();
    },
  },
  { name: 'not found, signed out', arrive: (page) => page.goto('/no-such-page') },
  {
    name: 'not found',
    async arrive(page, login) {
      await login('partner');
      await page.goto('/no-such-page');
    },
  },
  {
    name: 'a page for partner contacts',
    async arrive(page, login) {
      await login('end-user');
      await page.goto('/reports');
      await expect(page.getByRole('heading', { name: 'This page is for partner contacts' })).toBeVisible();
    },
  },
  {
    name: 'the index of reports with its menu open',
    async arrive(page, login) {
      await login('partner');
      await page.goto('/reports');
      const isPhone = (page.viewportSize()?.width ?? 0) < 641;
      await page.getByRole('button', { name: isPhone ? 'Menu' : 'Reports', exact: true }).click();
      await expect(page.getByText('Partner Number Porting Report')).toBeVisible();
    },
  },
  {
    name: 'the index of business intelligence with the user menu open',
    async arrive(page, login) {
      const { name } = await login('lead');
      await page.goto('/reports/business-intelligence');
      await page.getByRole('button', { name }).click();
      await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
    },
  },
  {
    name: 'porting status',
    async arrive(page, login) {
      const { account } = await login('end-user');
      const request = await makeRequest({ account: account ?? undefined });
      await makeOrder({ request, numbers: 2, detailedStatus: 'rejected' });
      await makeOrder({
        account: account ?? undefined,
        numbers: 1,
        detailedStatus: 'firm-order-confirmation',
      });
      await page.goto('/status');
      await expect(page.getByRole('listitem').getByRole('article')).toHaveCount(2);
    },
  },
  {
    name: 'porting status of nothing',
    async arrive(page, login) {
      await login('end-user');
      await page.goto('/status');
    },
  },
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    test.describe(`${colorScheme}, ${viewport.width} px`, () => {
      test.use({ colorScheme, viewport, expectedErrors: [/status of 404/] });
      for (const { name, arrive } of SCENES) {
        test(`axe finds nothing: ${name}`, async ({ page, login }) => {
          await arrive(page, login);
          await expectNoAxeFindings(page);
          const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
          expect(scrollWidth, 'no sideways scrolling').toBeLessThanOrEqual(clientWidth);
        });
      }
    });
  }
}
