import { defineConfig } from 'vitest/config';

/** Unit, property and validation tests: everything that needs no browser. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    setupFiles: ['tests/setup/quiet-console.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
