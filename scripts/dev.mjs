import { appEnvironment, withElectron } from './lib/launch.mjs'
import { isRoot } from './lib/linux.mjs'
import { inRepo } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { exitWith } from './lib/say.mjs'

const vite = inRepo('node_modules', 'electron-vite', 'bin', 'electron-vite.js')
const noSandbox = isRoot() ? ['--noSandbox'] : []

await exitWith(() =>
  withElectron(() =>
    run(process.execPath, [vite, 'dev', '--watch', ...noSandbox, ...process.argv.slice(2)], {
      env: appEnvironment(),
    }),
  ),
)
