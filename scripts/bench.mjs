import { existsSync } from 'node:fs'
import { ensureBuild } from './lib/build.mjs'
import { appEnvironment, withElectron } from './lib/launch.mjs'
import { inRepo } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { exitWith, Refusal } from './lib/say.mjs'

const bench = inRepo('bench', 'run.mjs')

await exitWith(async () => {
  if (!existsSync(bench)) throw new Refusal('There is no bench/run.mjs yet.')
  return withElectron(async () => {
    await ensureBuild()
    return run(process.execPath, [bench, ...process.argv.slice(2)], { env: appEnvironment() })
  })
})
