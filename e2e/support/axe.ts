import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Fails when axe finds anything on the page as it stands: WCAG 2.2 A and AA, and what it calls best practice; with `only`,
 * by those rules alone.
 */
export async function expectNoAxeFindings(page: Page, only?: string[]): Promise<void> {
  const builder = new AxeBuilder({ page });
  const { violations } = await (only ? builder.withRules(only) : builder.withTags(RULES)).analyze();
  const findings = violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map((node) => node.target.join(' ')),
  }));
  expect(findings, 'axe findings').toEqual([]);
}
