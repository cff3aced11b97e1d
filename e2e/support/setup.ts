import type { Page } from '@playwright/test';
import type { PhoneNumber } from '#domain/phone-number.ts';
import { onePage } from '../../tests/support/documents.ts';
import { makeAccount, type Partner } from '../../tests/support/factories.ts';
import { alive } from './order.ts';
import { expect } from './test.ts';

/** A PDF that shows an empty page and does nothing else. */
export const LOA = {
  name: 'LOA signed.pdf',
  mimeType: 'application/pdf',
  buffer: onePage(),
};

/** Step 1 from the list on: the account is made, and step 2 is open. Returns the set-up's address of step 2. */
export async function startSetup(
  page: Page,
  details: { company: string; username: string },
): Promise<string> {
  await page.goto('/voice-services');
  await page.getByRole('link', { name: 'Configure a new Unite account' }).click();
  await alive(page);
  await page.getByLabel('Company name').fill(details.company);
  await page.getByLabel('Account username').fill(details.username);
  await page.getByLabel('Contact').fill('Ada Bright');
  await page.getByLabel('Email').fill('ada@example.com');
  await page.getByRole('button', { name: 'Make the account and continue' }).click();
  await expect(page).toHaveURL(/\/voice-services\/unite-setup\/\d+\/numbers$/);
  await alive(page);
  return new URL(page.url()).pathname;
}

/** Fills what a carrier asks for, beside the numbers. */
export async function fillCarrier(page: Page, carrier = 'Verizon Business'): Promise<void> {
  await page.getByLabel('Current carrier').fill(carrier);
  await page.getByRole('textbox', { name: /^Account number/ }).fill('8834221097');
  await page.getByLabel('Service address').fill('120 Fayetteville St, Raleigh NC 27601');
  await page.getByLabel('Authorized name').fill('Ada Bright');
  await page.getByText('In 1 to 2 weeks').click();
}

/** Waits until all that was typed is saved. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByText(/^Saved \d/).first()).toBeVisible();
  await expect(page.getByText('Saving', { exact: true })).toHaveCount(0);
}

/** What stands in step 2. */
export function numbersOf(page: Page) {
  return {
    box: page.getByLabel('Numbers to transfer'),
    kept: page.getByRole('region', { name: 'Kept' }).getByRole('listitem'),
    left: page.getByRole('region', { name: 'Left out' }).getByRole('listitem'),
    summary: page.getByRole('complementary', { name: 'Summary' }),
    onward: page.getByRole('button', { name: /^Continue/ }),
  };
}

/** An account whose first ID a set-up of the partner goes on from, so that it is known. */
export async function accountBefore(partner: Partner): Promise<void> {
  await makeAccount({ partner, id: '7004265' });
}

/** `+19195550110` as somebody might write it. */
export function dotted(phone: PhoneNumber): string {
  return `${phone.slice(2, 5)}.${phone.slice(5, 8)}.${phone.slice(8)}`;
}
