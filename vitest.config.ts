import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// A zone that is far from ours and off the hour: a calendar date that passes through an instant shows.
process.env.TZ = 'Asia/Kathmandu';

export default defineConfig({
  resolve: {
    alias: {
      // The package throws wherever React's server condition is missing; here everything is the server.
      'server-only': fileURLToPath(new URL('./node_modules/server-only/empty.js', import.meta.url)),
    },
  },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    globalSetup: 'tests/support/global-setup.ts',
    setupFiles: 'tests/support/setup.ts',
    allowOnly: false,
    retry: 0,
    // Left to itself it keeps a core free, which of two is half.
    maxWorkers: '100%',
    // A thread of its own for each file, where a process takes longer to begin.
    pool: 'threads',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
