import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Fails when axe finds anything on the page as it stands: WCAG 2.2 A and AA, and what it calls best practice; with `only`,
 * by those rules alone. Our pages have no frames, so that axe runs in the page itself: its Playwright wrapper opens another
 * page for every look.
 */
export async function expectNoAxeFindings(page: Page, only?: string[]): Promise<void> {
  const loaded = await page.evaluate(() => 'axe' in window);
  if (!loaded) await page.evaluate(axe.source);
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
