import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './scripts/test-setup.mjs',
  forbidOnly: true,
  // One real app at a time: its windows share one screen and one keyboard focus.
  workers: 1,
  fullyParallel: false,
  // A test that needs a second try is a bug to find.
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  outputDir: 'test-results',
  use: { trace: 'retain-on-failure' },
})
