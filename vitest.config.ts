import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const alias = {
  '@domain': resolve('src/domain'),
  '@contract': resolve('src/contract'),
}

export default defineConfig({
  resolve: { alias },
  test: {
    // A forgotten `.only` would silence all the other tests.
    allowOnly: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'tests/{domain,contract,property,main,renderer,migrations,bundles,house}/**/*.test.{ts,tsx,mjs}',
          ],
          exclude: ['tests/house/{package,war-room}.test.ts'],
          // Each file has its own modules either way; a thread is there sooner than a process.
          pool: 'threads',
          // Left to itself, vitest keeps one core free for whoever watches.
          maxWorkers: '100%',
          // Property and import-rule tests do real work, and machines are busy: only what hangs should time out.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'headless',
          environment: 'node',
          include: ['tests/headless/**/*.test.ts', 'tests/house/war-room.test.ts'],
          globalSetup: 'scripts/test-setup.mjs',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Each test starts a whole Electron: more of them at once than cores only makes all of them late.
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          environment: 'node',
          include: ['tests/house/package.test.ts'],
          globalSetup: 'scripts/test-setup.mjs',
          testTimeout: 120_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
