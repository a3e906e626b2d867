// `npm run -s war-room -- COMMAND …`: the headless app from this checkout. Standard output carries its one JSON object.
import { runApp, withElectron } from './lib/launch.mjs'
import { Refusal, say } from './lib/say.mjs'

// npm changes the folder; paths in the arguments are meant from where the caller stands.
const callersFolder = process.env.INIT_CWD || process.cwd()

try {
  process.exitCode = await withElectron(() =>
    runApp(['headless', ...process.argv.slice(2)], {
      env: { WAR_ROOM_CWD: callersFolder },
      // Standard error is for progress: Chromium's complaints about a missing D-Bus would bury it.
      chromiumArgs: ['--log-level=3'],
    }),
  )
} catch (error) {
  // A caller that reads JSON gets JSON, also when the app could not even be started.
  if (!(error instanceof Refusal)) throw error
  say(error.message)
  process.stdout.write(
    `${JSON.stringify({ error: { code: 'setup-failed', message: error.message, details: {} } })}\n`,
  )
  process.exitCode = 1
}
