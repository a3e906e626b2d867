// The tables of docs/forecast.md: `npm run back-test [ENGAGEMENTS [DEMOS]]`.
import { resolve } from 'node:path'
import { runnerImport } from 'vite'

const inRepo = (/** @type {string[]} */ ...path) => resolve(import.meta.dirname, '..', ...path)

const tables = async (/** @type {string} */ name) => {
  const { module } = await runnerImport(inRepo('tests', 'support', `${name}.ts`), {
    root: inRepo('.'),
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { '@domain': inRepo('src', 'domain') } },
  })
  return module
}
const [engagements = 600, demos = 20] = process.argv.slice(2).map(Number)
const { backTestTable } = await tables('back-test-table')
process.stdout.write(backTestTable(engagements))
const { demoBackTestTable } = await tables('demo-back-test-table')
process.stdout.write(`\n${demoBackTestTable(demos)}`)
