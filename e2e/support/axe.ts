import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import { expectFits } from './fits.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SCRIPT = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Fails when axe finds anything on the page as it stands: WCAG 2.2 A and AA, and what it calls best practice; with `only`,
 * by those rules alone. Our pages have no frames, so that axe runs in the page itself: its Playwright wrapper opens another
 * page for every look.
 */
export async function expectNoAxeFindings(page: Page, only?: string[]): Promise<void> {
  // After a link was followed, the title comes with the rest of the page's data, a moment after what is seen.
  await expect(page).toHaveTitle(/\S/);
  const loaded = await page.evaluate(() => 'axe' in window);
  if (!loaded) await page.evaluate(SCRIPT);
  const findings = await page.evaluate(
    async ([values, type]) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run({ runOnly: { type, values }, resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.target.join(' ')) }));
    },
    [only ?? RULES, only ? 'rule' : 'tag'] as const,
  );
  expect(findings, 'axe findings').toEqual([]);
}

/** Fails when axe finds anything on the page as it stands, light or dark, or when it is wider than its window. */
export async function expectSound(page: Page): Promise<void> {
  // What a header covers half of, wherever the page was scrolled to, is a target that axe finds too small.
  await page.evaluate(() => window.scrollTo(0, 0));
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    // Between light and dark, colours are all that differs.
    await expectNoAxeFindings(page, colorScheme === 'dark' ? ['color-contrast'] : undefined);
  }
  await expectFits(page);
}

/**
 * The same at each width: `open` brings the page to what is looked at and is told whether it does so on a phone. Without
 * it, what is open stays so while the window changes, as when a device is turned.
 */
export async function expectSoundAtEveryWidth(
  page: Page,
  open?: (isPhone: boolean) => Promise<unknown>,
  widths = [1440, 390],
): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    await open?.(width < 641);
    await expectSound(page);
  }
}
