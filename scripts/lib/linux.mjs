import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { electronPath } from './electron.mjs'
import { oneAtATime } from './one-at-a-time.mjs'
import { inRepo } from './paths.mjs'
import { capture } from './run.mjs'
import { Refusal, say } from './say.mjs'

const librariesForElectron = [
  'libnss3',
  'libgtk-3-0',
  'libgbm1',
  'libasound2',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libxkbcommon0',
  'libxss1',
]
const virtualDisplay = ['xvfb']
/** What only tests need: a session bus with a notification daemon, and an engine that replicates folders. */
const forTests = {
  'dbus-run-session': 'dbus',
  'dbus-monitor': 'dbus',
  dunst: 'dunst',
  syncthing: 'syncthing',
}

export const isRoot = () => process.getuid?.() === 0
export const hasDisplay = () => Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** A bare Linux machine lacks what Electron links to, and a server lacks a screen. Root gets both, others get the line to type. */
export async function ensureLinuxPackages() {
  await ensure(lacking)
}

/** What tests need beyond the app: somebody to show notifications to, and somebody to carry files. */
export async function ensureTestPackages() {
  await ensure(async () => {
    const programs = Object.entries(forTests).filter(([program]) => !onPath(program))
    const packages = [...new Set(programs.map(([, name]) => name))]
    return { packages, what: programs.map(([program]) => program) }
  })
}

/** @param {() => Promise<{ packages: string[], what: string[] }>} find what is not there */
async function ensure(find) {
  if (process.platform !== 'linux') return
  const lack = await find()
  if (!lack.packages.length) return
  if (!onPath('apt-get'))
    throw new Refusal(`This machine lacks ${lack.what.join(', ')}: install them with its package manager.`)
  if (!isRoot())
    throw new Refusal(`Type this first: sudo apt-get install -y ${(await named(lack.packages)).join(' ')}`)
  await oneAtATime(inRepo('node_modules', '.war-room', 'apt.lock'), async () => {
    const { packages } = await find()
    if (packages.length) await install(packages)
  })
}

async function lacking() {
  const libraries = await missingLibraries()
  const screen = !hasDisplay() && !onPath('Xvfb')
  return {
    packages: [...(libraries.length ? librariesForElectron : []), ...(screen ? virtualDisplay : [])],
    what: [...libraries, ...(screen ? ['Xvfb'] : [])],
  }
}

async function missingLibraries() {
  const { output } = await capture('ldd', [electronPath()])
  return [...output.matchAll(/\S+(?= => not found)/g)].map(([library]) => library)
}

/** @param {string[]} packages */
async function install(packages) {
  say('Installing the Debian packages that the app and its tests need …')
  await apt('update')
  await apt('install', '-y', '--no-install-recommends', ...(await named(packages)))
}

/** @param {string[]} args */
async function apt(...args) {
  // Another apt may be at work on a fresh machine: wait for it rather than fail.
  const { code, output } = await capture('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (code !== 0) throw new Refusal(`apt-get ${args.join(' ')} failed:\n${output.trim()}`)
}

/**
 * Debian 13 and Ubuntu 24.04 renamed several libraries when time became 64 bits wide.
 * @param {string[]} packages
 */
async function named(packages) {
  const { output } = await capture('apt-cache', ['pkgnames'])
  const known = new Set(output.split('\n'))
  return packages.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name))
}

/** @param {string} program */
const onPath = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
