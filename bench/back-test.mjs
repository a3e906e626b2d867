// The table of docs/forecast.md: `npm run back-test [ENGAGEMENTS]`.
import { resolve } from 'node:path'
import { runnerImport } from 'vite'

const inRepo = (/** @type {string[]} */ ...path) => resolve(import.meta.dirname, '..', ...path)

const { module } = await runnerImport(inRepo('tests', 'support', 'back-test-table.ts'), {
  root: inRepo('.'),
  configFile: false,
  logLevel: 'warn',
  resolve: { alias: { '@domain': inRepo('src', 'domain') } },
})
process.stdout.write(module.backTestTable(Number(process.argv[2] ?? 600)))
