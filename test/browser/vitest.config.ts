import { defineConfig } from 'vitest/config';

/** The tests that want a real browser, apart from the suite: most of their time is the browser's own. */
export default defineConfig({
  test: { root: 'test/browser', include: ['**/*.test.ts'], testTimeout: 30_000 },
});
