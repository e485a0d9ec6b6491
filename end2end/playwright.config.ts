// Run by `cargo xtask test`, which builds the client, starts a server with an
// empty data folder and names it in BASE_URL. CHROMIUM is the browser to start;
// without it, Playwright takes the one that it downloaded.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  forbidOnly: !!process.env.CI,
  // A test that passes only the second time is a defect to find.
  retries: 0,
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:3000',
    locale: 'en-GB',
    timezoneId: 'Europe/Stockholm',
    // A worker would answer in the place of what tests put in a page's way; those of the
    // worker itself let it in, and all others show that the editor needs none.
    serviceWorkers: 'block',
    // Recording each step of each test costs a quarter of their time: TRACE=1 for a test to look into.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM || undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
