import type { Page } from '@playwright/test';
import { makeOrder, makePartner } from '../tests/support/factories.ts';
import { asOwner } from '../tests/support/owner.ts';
import { expectNoAxeFindings, expectSoundAtEveryWidth } from './support/axe.ts';
import { loginWithNumbers, openReport, openStatuses, partnerOf, REPORT, reportOf } from './support/report.ts';
import { expect, test, type Visitor } from './support/test.ts';

type Open = (isPhone: boolean) => Promise<unknown>;
type Scene = (page: Page, login: Visitor['login']) => Promise<Open | undefined>;

/** Who comes, and what they open. What a phone has differently is opened again, by what the scene returns. */
const SCENES: Record<string, Scene> = {
  full: async (page, login) => {
    await loginWithNumbers(login);
    return () => openReport(page, '?size=25');
  },
  'filtered, sorted, with a match and something that could not be used': async (page, login) => {
    await loginWithNumbers(login);
    const query =
      '?status=waiting-for-you&status=completed&sort=-company&find=bergen&match=3&colour=red&ready=no&size=25';
    await openReport(page, query);
    await expect(reportOf(page).current).toBeVisible();
    return undefined;
  },
  'an account of nobody, and no rows': async (page, login) => {
    await loginWithNumbers(login);
    await openReport(page, '?account=4815162342');
    return undefined;
  },
  'no numbers yet': async (page, login) => {
    await login('partner');
    await openReport(page);
    return undefined;
  },
  'parameters open': async (page, login) => {
    await loginWithFewNumbers(login);
    return async (isPhone) => {
      await openReport(page);
      if (isPhone) await page.getByRole('button', { name: /Change$/ }).click();
      else await page.getByRole('button', { name: 'More filters' }).click();
      await expect(page.getByText('Firm order confirmation').last()).toBeVisible();
    };
  },
  'columns open': async (page, login) => {
    await loginWithFewNumbers(login);
    return async (isPhone) => {
      await openReport(page);
      if (isPhone) {
        await page.getByRole('button', { name: /^More:/ }).click();
        await page.getByRole('menuitem', { name: 'Show as table' }).click();
        await page.getByRole('button', { name: /^More:/ }).click();
        await page.getByRole('menuitem', { name: 'Columns' }).click();
      } else await page.getByRole('button', { name: 'Columns' }).click();
      await expect(page.getByRole('dialog', { name: 'Columns' })).toBeVisible();
    };
  },
  'keys listed': async (page, login) => {
    await loginWithFewNumbers(login);
    await openReport(page);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    return undefined;
  },
  'a partner to choose': async (page, login) => {
    await makePartner();
    await login('agent');
    await page.goto(`${REPORT}?partner=nobody-of-this-name`);
    return undefined;
  },
};

for (const [name, enter] of Object.entries(SCENES)) {
  test(`axe finds nothing in the report, light or dark, wide or on a phone: ${name}`, async ({
    page,
    login,
  }) => {
    await expectSoundAtEveryWidth(page, await enter(page, login));
  });
}

test('axe finds nothing in the menus of the report', async ({ page, login }) => {
  await loginWithFewNumbers(login);
  await openReport(page);
  const { account, viewer } = reportOf(page);
  await account.click();
  await expect(page.getByRole('listbox', { name: 'Accounts' })).toBeVisible();
  await expectNoAxeFindings(page);
  await page.keyboard.press('Escape');
  await openStatuses(page);
  await expectNoAxeFindings(page);
  await page.keyboard.press('Escape');
  for (const menu of [/^Zoom,/, 'Export']) {
    await viewer.getByRole('button', { name: menu }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await expectNoAxeFindings(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
  }
});

test.describe('a report that fails', () => {
  test.use({ expectedErrors: [/./] });

  test('says so with a reference to quote, and axe finds nothing', async ({ page, login }) => {
    const partner = partnerOf(await login('partner'));
    const policy = `broken_${partner.id}`;
    await asOwner(`CREATE FUNCTION ${policy}(integer) RETURNS boolean LANGUAGE plpgsql AS
      $$ BEGIN IF $1 = ${partner.id} THEN RAISE 'broken for a test'; END IF; RETURN true; END $$`);
    await asOwner(`CREATE POLICY ${policy} ON port_order AS RESTRICTIVE FOR SELECT TO portal_partner
      USING (${policy}(partner_id))`);
    await makeOrder({ partner, numbers: 1 });
    try {
      await page.goto(REPORT);
      await expect(page.getByRole('heading', { name: 'The report could not be run' })).toBeVisible();
      await expect(page.getByText(/^Reference \S{4,}/)).toBeVisible();
      await expectSoundAtEveryWidth(page);
    } finally {
      await asOwner(`DROP POLICY ${policy} ON port_order`);
      await asOwner(`DROP FUNCTION ${policy}`);
    }
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(reportOf(page).viewer).toBeVisible();
  });
});

/** What is looked at here is not the rows, and each of them takes axe its time. */
async function loginWithFewNumbers(login: Visitor['login']): Promise<void> {
  const partner = partnerOf(await login());
  await makeOrder({ partner, numbers: 2, detailedStatus: 'rejected' });
  await makeOrder({ partner, numbers: 1, detailedStatus: 'completed' });
}
