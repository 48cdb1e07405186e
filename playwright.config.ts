import { defineConfig } from '@playwright/test';

/** Set by build/test.ts, which finds the browser; see build/find-browser.ts. */
const executablePath = process.env['TANDEM_CHROMIUM'];
const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Two cores: one for the browser, one for the host that it talks to.
  workers: 1,
  // What hangs is ended; what is slow on a busy machine is not a fault.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  retries: 0,
  reporter: [['line'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    // No trace: its scripts are refused in the sandboxed paper of a letter, and the page would seem to complain.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: asRoot ? ['--no-sandbox'] : [],
    },
  },
});
