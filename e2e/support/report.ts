import type { Locator, Page } from '@playwright/test';
import { makeAccount, makeOrder, type Partner } from '../../tests/support/factories.ts';
import type { User } from '../../tests/support/users.ts';
import { expect, type Visitor } from './test.ts';

export const REPORT = '/reports/business-intelligence/number-porting';

/** Opens the report at an address's parameters and waits until it is alive. */
export async function openReport(page: Page, query = ''): Promise<void> {
  await page.goto(`${REPORT}${query}`);
  await alive(page);
}

/** The page answers to keys and presses: menus come along after hydration, and with them the tooltip's listeners. */
export async function alive(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: 'Report', exact: true })).toHaveAttribute('data-alive', '');
}

/** What the pages under test are about: rows, cells, and the words above and below them. */
export function reportOf(page: Page) {
  const viewer = page.getByRole('region', { name: 'Report', exact: true });
  const sheet = page.getByRole('region', { name: /^Sheet/ });
  return {
    viewer,
    sheet,
    rows: sheet.locator('tbody tr'),
    phones: sheet.locator('tbody th'),
    footer: viewer.locator('footer'),
    find: page.getByRole('textbox', { name: 'Find in report' }),
    pageBox: page.getByRole('textbox', { name: /^Page, of/ }),
    account: page.getByRole('combobox', { name: /^Account ID/ }),
    run: page.getByRole('button', { name: 'View Report' }).last(),
    facet: (name: string) =>
      page.getByRole('region', { name: 'Numbers by status' }).getByRole('button', { name }),
    header: (name: string) => sheet.getByRole('columnheader', { name, exact: true }),
    current: page.locator('mark[aria-current]'),
  };
}

/** The words of a column's cells, top down. */
export async function column(page: Page, label: string): Promise<string[]> {
  const { sheet } = reportOf(page);
  const labels = await sheet.locator('thead th').allInnerTexts();
  const at = labels.map((text) => text.trim()).indexOf(label);
  expect(at, `a column ${label}`).toBeGreaterThanOrEqual(0);
  return sheet.locator(`tbody tr > :nth-child(${at + 1})`).allInnerTexts();
}

/**
 * Signs in a partner's user whose partner has 130 numbers in three accounts: enough for three pages of 50, with a status, a
 * date and a name to find in each.
 */
export async function loginWithNumbers(login: Visitor['login']) {
  const partner = partnerOf(await login());
  const [harper, kestrel, lake] = [
    await makeAccount({ partner, company: 'Harper & Finch Architects', username: 'harperfinch' }),
    await makeAccount({ partner, company: 'Kestrel Logistics', username: 'kestrellog' }),
    await makeAccount({ partner, company: 'Lakeshore Dental Group', username: 'lakeshoredental' }),
  ];
  const confirmed = { detailedStatus: 'firm-order-confirmation', focOn: '2026-11-25' } as const;
  await makeOrder({ account: harper, numbers: 60, createdOn: '2026-11-05', ...confirmed });
  await makeOrder({ account: kestrel, numbers: 50, createdOn: '2026-10-01', detailedStatus: 'completed' });
  const rejected = { detailedStatus: 'rejected', rejectReason: 'Account number does not match' } as const;
  await makeOrder({
    account: lake,
    numbers: 20,
    createdOn: '2026-09-01',
    location: 'Bergen hall',
    ...rejected,
  });
  return { partner, harper, kestrel, lake };
}

/** The partner of a partner's user. */
export function partnerOf({ partner }: User): Partner {
  if (!partner) throw new Error('This user has no partner.');
  return partner;
}

/** The status choices behind the Status parameter, opened. */
export async function openStatuses(page: Page): Promise<Locator> {
  await page
    .getByRole('button', { name: /^Status (All|\d|Waiting|In|Scheduled|Confirmed|Completed|Cancelled)/ })
    .click();
  return page.getByRole('dialog', { name: 'Status' });
}
