import { defineConfig } from 'vitest/config';

/** Unit, property and validation tests: everything that needs no browser. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    setupFiles: ['tests/setup/quiet-console.ts'],
    // Both cores of a small machine: left to itself vitest keeps one for its own use.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
