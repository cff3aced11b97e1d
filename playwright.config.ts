import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.ts';

// Server and browser each in a zone far from ours and from the other: what differs between them shows.
process.env.TZ = 'Asia/Kathmandu';
// Looked for once; the workers read this file again.
process.env.PORTAL_BROWSER ??= findBrowser() ?? '';

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/global-setup.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    locale: 'en-US',
    timezoneId: 'Pacific/Kiritimati',
    // Recording every test takes longer than the tests do: npx playwright test --trace=on for the one to look into.
    trace: 'off',
    contextOptions: { reducedMotion: 'reduce' },
    // Storage, cookies and pages begin anew with each test, what was loaded and compiled stays: a third of the time.
    reuseContext: true,
  },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        viewport: { width: 1440, height: 900 },
        launchOptions: {
          executablePath: process.env.PORTAL_BROWSER || undefined,
          args: [
            '--no-sandbox',
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            // A page lives for seconds here: making its script faster, or its memory smaller beside it, costs more than is won.
            '--js-flags=--no-opt --no-maglev --single-threaded',
          ],
        },
      },
    },
  ],
});
