import { expect, test } from './support/test.ts';

const PAGES = [
  '/sign-in',
  '/reports',
  '/reports/business-intelligence',
  '/reports/business-intelligence/number-porting',
  '/exports',
  '/no-such-page',
];

test.describe('on every page', () => {
  for (const path of PAGES) {
    test(`${path} is guarded by its headers, and kept by nobody`, async ({ page, login }) => {
      if (path !== '/sign-in') await login('partner');
      const headers = (await page.request.get(path)).headers();
      const policy = headers['content-security-policy'] ?? '';
      expect(policy).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic';/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe');
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers['permissions-policy']).toContain('camera=()');
      expect(headers['cache-control']).toContain('no-store');
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('strict-transport-security');
    });
  }
});

test('files of the build are not sniffed either', async ({ page }) => {
  await page.goto('/sign-in');
  const script = await page.locator('script[src]').first().getAttribute('src');
  const headers = (await page.request.get(script ?? '')).headers();
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test.describe('a script that somebody slipped into a page', () => {
  test.use({ expectedErrors: [/Content Security Policy/] });

  test('does not run', async ({ page }) => {
    await page.goto('/sign-in');
    const ran = await page.evaluate(() => {
      const script = document.createElement('div');
      script.innerHTML = '<img src="data:," onerror="document.title = \'ran\'">';
      document.body.append(script);
      const inline = document.createElement('script');
      inline.textContent = "document.title = 'ran'";
      // What the page trusts may add scripts ('strict-dynamic'); what a parser finds in the text may not.
      document.body.insertAdjacentHTML('beforeend', inline.outerHTML);
      return new Promise((resolve) => setTimeout(() => resolve(document.title === 'ran'), 200));
    });
    expect(ran).toBe(false);
  });
});

test('next-auth leads back to this site alone', async ({ page }) => {
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json();
  const form = { csrfToken, callbackUrl: 'https://evil.example.com/', json: 'true' };
  const answer = await page.request.post('/api/auth/signout', { form });
  expect(new URL((await answer.json()).url).origin).toBe(
    new URL(page.url() === 'about:blank' ? (process.env.PORTAL_URL ?? '') : page.url()).origin,
  );
});
