import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canUseStandIn, unpackStandIn } from './electron-stand-in.mjs'
import { oneAtATime } from './one-at-a-time.mjs'
import { inRepo } from './paths.mjs'
import { capture } from './run.mjs'
import { Refusal, say } from './say.mjs'

const home = inRepo('node_modules', 'electron')
const stallMs = 30_000
const executableOn = /** @type {Record<string, string>} */ ({
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
})

/** Where the program is, or should be. Electron's own index.js lets the override win, so it wins here too. */
export const electronDist = () => process.env.ELECTRON_OVERRIDE_DIST_PATH || join(home, 'dist')
export const electronPath = () => join(electronDist(), executableOn[process.platform] ?? 'electron')

/** The version that package.json asks for, and the one that is really there. */
export const wantedVersion = () => JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version
export const presentVersion = () =>
  readFileSync(join(electronDist(), 'version'), 'utf8').trim().replace(/^v/, '')

/** `npm ci` brings no Electron program: the package downloads it on first use, which fails where its release page is out of reach. */
export async function ensureElectron() {
  if (isPresent()) return
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH)
    throw new Refusal(`ELECTRON_OVERRIDE_DIST_PATH holds no Electron: ${electronPath()} is missing.`)
  if (!existsSync(home)) throw new Refusal('Electron is not installed: run "npm ci" first.')
  await oneAtATime(inRepo('node_modules', '.war-room', 'electron.lock'), async () => {
    if (isPresent()) return
    const reason = await download()
    if (!reason) return
    if (!canUseStandIn()) throw new Refusal(`Electron ${wantedVersion()} could not be downloaded: ${reason}`)
    say(`Electron's release page is out of reach (${reason}).`)
    await unpackStandIn(home)
  })
}

/** path.txt is written last by every way of installing, so half an installation never counts. */
function isPresent() {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return existsSync(electronPath())
  return existsSync(join(home, 'path.txt')) && existsSync(electronPath())
}

/**
 * Electron's own installer (it honours ELECTRON_MIRROR and the proxy settings), ended when nothing arrives any more:
 * a network that swallows packets must not hang the set-up.
 * @returns {Promise<string | undefined>} why it failed
 */
async function download() {
  say(`Downloading Electron ${wantedVersion()} …`)
  const arrivals = mkdtempSync(join(tmpdir(), 'electron-arrivals-'))
  const stall = new AbortController()
  let arrived = 0
  let movedAt = Date.now()
  const watch = setInterval(() => {
    const bytes = sizeOf(arrivals) + sizeOf(join(home, 'dist'))
    if (bytes !== arrived) movedAt = Date.now()
    arrived = bytes
    if (Date.now() - movedAt > stallMs) stall.abort()
  }, 500)
  try {
    const { code, output } = await capture(process.execPath, [join(home, 'install.js')], {
      env: { ...process.env, TMPDIR: arrivals, TEMP: arrivals, TMP: arrivals },
      signal: stall.signal,
      killSignal: 'SIGKILL',
    })
    if (code === 0 && isPresent()) return undefined
    return output.trim().split('\n')[0] || `its installer ended with ${code}`
  } catch (error) {
    if (stall.signal.aborted) return `nothing arrived for ${stallMs / 1000} s`
    throw error
  } finally {
    clearInterval(watch)
    rmSync(arrivals, { recursive: true, force: true })
  }
}

/** @param {string} folder */
function sizeOf(folder) {
  let bytes = 0
  try {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      bytes += statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0
  } catch {
    // The folder comes and goes while the installer works; what cannot be seen now is seen next time.
  }
  return bytes
}
