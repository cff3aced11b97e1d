import { expect, test } from './support/test.ts';

test('a partner who signed in sees its own name and no other', async ({ page, login }) => {
  const user = await login('partner');
  await page.goto('/');
  await expect(page.getByText(user.partner?.name ?? '').first()).toBeVisible();
});
