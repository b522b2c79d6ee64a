import { defineConfig } from 'vitest/config';

/** Folders whose code leaves nothing behind: it is loaded once for all files. */
const SHARED = [
  'calibration',
  'cli',
  'coverage',
  'drawing',
  'geometry',
  'live',
  'report',
  'scenarios',
  'sim',
  'validation',
].map((folder) => `tests/${folder}/**/*.test.ts`);
const BROWSER = 'tests/e2e/**';

/** Unit, property and validation tests: everything that needs no browser. */
export default defineConfig({
  test: {
    environment: 'node',
    setupFiles: ['tests/setup/quiet-console.ts'],
    // Both cores of a small machine: left to itself vitest keeps one for its own use.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'shared', include: SHARED, isolate: false } },
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...SHARED, BROWSER, 'node_modules/**'],
        },
      },
    ],
  },
});
