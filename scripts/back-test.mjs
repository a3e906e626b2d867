// The table of docs/forecast.md: `npm run back-test [ENGAGEMENTS]`.
import { runnerImport } from 'vite'
import { inRepo } from './lib/paths.mjs'

const { module } = await runnerImport(inRepo('tests', 'support', 'back-test-table.ts'), {
  root: inRepo('.'),
  configFile: false,
  logLevel: 'warn',
  resolve: { alias: { '@domain': inRepo('src', 'domain') } },
})
process.stdout.write(module.backTestTable(Number(process.argv[2] ?? 600)))
