import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { ROOT } from './demo-files.ts';
import { Fault } from './fault.ts';

// The shell is Chromium without a window to show: a page costs it half as much.
const SHELL = 'chromium-headless-shell';
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', ...(process.env.PATH ?? '').split(':')];
const APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser for the journeys: the system's Chromium or Chrome, else Playwright's own; undefined when there is neither. */
export function findBrowser(): string | undefined {
  const candidates = [
    ...NAMES.flatMap((name) => FOLDERS.map((folder) => path.join(folder, name))),
    ...APPLICATIONS,
    chromium.executablePath(),
  ];
  return candidates.find((file) => existsSync(file) && starts(file));
}

/** Installs a browser: Playwright's own, else Debian's package when we are root. Throws a `Fault` when neither can be had. */
export function installBrowser(): string {
  spawnSync(
    process.execPath,
    [path.join(ROOT, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'],
    {
      stdio: 'ignore',
      timeout: 180_000,
    },
  );
  const own = findBrowser();
  if (own !== undefined) return own;
  if (process.getuid?.() === 0) {
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update'], { stdio: 'ignore', env: environment });
    // Older Debians have no package of the shell alone.
    [SHELL, 'chromium'].some((name) => {
      const program = ['install', '-y', '--no-install-recommends', name];
      return spawnSync('apt-get', program, { stdio: 'ignore', env: environment }).status === 0;
    });
  }
  const debian = findBrowser();
  if (debian !== undefined) return debian;
  throw new Fault('No browser for the journeys: install Chromium or Chrome, then run npm test again.');
}

function starts(file: string): boolean {
  return spawnSync(file, ['--version', '--no-sandbox'], { timeout: 30_000 }).status === 0;
}
