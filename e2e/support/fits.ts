import { expect, type Page } from '@playwright/test';

/** Fails when the page is wider than its window, so that it scrolls sideways. */
export async function expectFits(page: Page): Promise<void> {
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overhang, `no sideways scrolling of ${page.url()}`).toBe(0);
}
