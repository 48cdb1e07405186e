import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{shared,electron,city,build}/**/*.test.ts',
      'renderer/**/*.test.{ts,tsx}',
      'tests/{property,fault,contract,hosts,letters,desktop,packaged}/**/*.test.ts',
    ],
    // Two cores: one worker for the tests, one for what they start (hosts, Chromium, PGlite).
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
