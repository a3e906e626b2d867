// `npm run package`: the unpacked app for this machine. `npm run dist` (--installers): what is given to users.
import { ensureBuild } from './lib/build.mjs'
import { electronDist, ensureElectron, presentVersion, wantedVersion } from './lib/electron.mjs'
import { inRepo } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { exitWith, Refusal } from './lib/say.mjs'

const builder = inRepo('node_modules', 'electron-builder', 'cli.js')
const installers = process.argv.includes('--installers')

await exitWith(async () => {
  await ensureElectron()
  if (installers && presentVersion() !== wantedVersion())
    throw new Refusal(
      `Refused: installers need Electron ${wantedVersion()} from its own project, and ${presentVersion()} is here; remove node_modules/electron/dist and try again where its release page is in reach.`,
    )
  await ensureBuild()
  return run(process.execPath, [builder, ...(installers ? [] : unpacked()), '--publish', 'never'])
})

/** Takes the Electron that is here, so that nothing is downloaded. */
function unpacked() {
  return ['--dir', `-c.electronDist=${electronDist()}`, `-c.electronVersion=${presentVersion()}`]
}
