import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { oneAtATime } from './one-at-a-time.mjs'
import { inRepo } from './paths.mjs'
import { run, talkOnStderr } from './run.mjs'
import { Refusal, say } from './say.mjs'

const sources = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const stamp = inRepo('out', '.built')

/** Builds `out/` unless it is newer than everything it is made from. */
export async function ensureBuild() {
  if (isFresh()) return
  await oneAtATime(inRepo('node_modules', '.war-room', 'build.lock'), async () => {
    if (!isFresh()) await build()
  })
}

async function build() {
  say('Building …')
  const startedAt = new Date()
  rmSync(stamp, { force: true })
  const vite = inRepo('node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const code = await run(process.execPath, [vite, 'build', '--logLevel', 'warn'], { stdio: talkOnStderr })
  if (code !== 0) throw new Refusal('The build failed.')
  mkdirSync(inRepo('out'), { recursive: true })
  writeFileSync(stamp, '')
  // Dated at the start: what was changed while the build ran is not in it.
  utimesSync(stamp, startedAt, startedAt)
}

function isFresh() {
  const built = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return sources.every((path) => newest(inRepo(path)) < built)
}

/**
 * A folder counts too: its date is the only trace of a file that was removed.
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const entry = statSync(path, { throwIfNoEntry: false })
  if (!entry?.isDirectory()) return entry?.mtimeMs ?? 0
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
