import { runApp, withElectron } from './lib/launch.mjs'
import { exitWith } from './lib/say.mjs'

await exitWith(() => withElectron(() => runApp(process.argv.slice(2))))
