import { defineConfig } from 'vitest/config';

const BROWSER_TESTS = ['tests/browser/**/*.test.ts', 'tests/attack/**/*.browser.test.ts', 'tests/bench/**/*.browser.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: BROWSER_TESTS,
          environment: 'node',
          // A loaded machine is slow, not wrong.
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        // One process, one file at a time: the three browsers start once and are shared by all files.
        test: {
          name: 'browser',
          include: BROWSER_TESTS,
          environment: 'node',
          pool: 'forks',
          isolate: false,
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 90_000,
          hookTimeout: 120_000,
          // A poll waits as long as most tests may.
          expect: { poll: { timeout: 20_000 } },
          // WebKitGTK crashes now and then. A test under which the browser itself went away runs a second time in a new
          // one; a second crash, like every other failure, counts.
          retry: { count: 1, condition: /^browser went away: / },
          globalSetup: ['tests/browser/harness/global-setup.ts'],
        },
      },
    ],
  },
});
