// Started by `npm run bench`: builds the bench app, then hands over to the runner, which is TypeScript like the product.
import { resolve } from 'node:path'
import { runnerImport } from 'vite'

const inRepo = (/** @type {string} */ path) => resolve(import.meta.dirname, '..', path)

const { module } = await runnerImport(inRepo('bench/runner/main.ts'), {
  root: inRepo('bench'),
  configFile: false,
  logLevel: 'warn',
  resolve: { alias: { '@domain': inRepo('src/domain'), '@contract': inRepo('src/contract') } },
})
process.exitCode = await module.main(process.argv.slice(2))
