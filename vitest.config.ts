import { defineConfig } from 'vitest/config';
import { isLateIdentify } from './adapters/discord/late-identify.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    globalSetup: ['test/postgres/setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // One process reads the program once for many files: what a test changes for all, it puts back.
    isolate: false,
    unstubEnvs: true,
    unstubGlobals: true,
    restoreMocks: true,
    testTimeout: 15_000,
    // The connection of the service overlooks it as well (`adapters/discord/connection.ts`).
    onUnhandledError: (error) => (isLateIdentify(error) ? false : undefined),
  },
});
