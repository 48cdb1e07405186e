import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{shared,electron,city,build}/**/*.test.ts',
      'renderer/**/*.test.{ts,tsx}',
      'tests/{property,fault,contract,eval,hosts,letters,desktop,packaged}/**/*.test.ts',
    ],
    // Two cores: one worker for the tests, one for what they start (hosts, Chromium, PGlite).
    maxWorkers: 2,
    // What hangs is ended; what is slow on a busy machine is not a fault.
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
