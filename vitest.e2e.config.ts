import { defineConfig } from 'vitest/config';

/** Tests that drive the built page in a real browser: one file at a time, rendered in software. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/e2e/**/*.test.ts'],
    setupFiles: ['tests/setup/quiet-console.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
    teardownTimeout: 30_000,
  },
});
