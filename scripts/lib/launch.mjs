import { ensureBuild } from './build.mjs'
import { ensureDisplay } from './display.mjs'
import { electronPath, ensureElectron } from './electron.mjs'
import { ensureLinuxPackages, isRoot } from './linux.mjs'
import { repo } from './paths.mjs'
import { run } from './run.mjs'

/** Chromium refuses its sandbox to root. Only development runs as root; a packaged app keeps its sandbox. */
const sandboxArgs = () => (process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : [])

/** Everything that a fresh machine may lack, short of our own build. */
export async function ensureElectronRuns() {
  await ensureElectron()
  await ensureLinuxPackages()
}

/**
 * Makes everything present, does the work, and takes the display away again.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withElectron(work) {
  await ensureElectronRuns()
  const removeDisplay = await ensureDisplay()
  try {
    return await work()
  } finally {
    await removeDisplay()
  }
}

/**
 * Runs the app from this checkout; its streams and its exit code are ours.
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, chromiumArgs?: string[] }} [options]
 */
export async function runApp(args, { env = {}, chromiumArgs = [] } = {}) {
  await ensureBuild()
  return run(electronPath(), [...sandboxArgs(), ...chromiumArgs, repo, ...args], {
    env: { ...appEnvironment(), ...env },
  })
}

/** Editors set this variable in their terminals, and Electron would then be a plain Node. */
export function appEnvironment() {
  const { ELECTRON_RUN_AS_NODE, ...environment } = process.env
  return environment
}
