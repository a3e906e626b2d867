import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { isUnseen } from './scripts/lib/display.mjs'

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './scripts/e2e-setup.mjs',
  forbidOnly: true,
  // Windows on one screen share its keyboard focus: two at a time only where each gets a screen of its own.
  workers: isUnseen() && availableParallelism() > 1 ? 2 : 1,
  // Every test has a profile of its own. Handed out one by one instead of file by file, none is left alone at the end.
  fullyParallel: true,
  // A test that needs a second try is a bug to find.
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  outputDir: 'test-results',
  use: { trace: 'retain-on-failure' },
})
