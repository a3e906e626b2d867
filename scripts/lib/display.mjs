import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { hasDisplay } from './linux.mjs'
import { Refusal } from './say.mjs'

// A display that begins anew once its last window is closed refuses whoever comes meanwhile.
const screen = ['-screen', '0', '1680x1050x24', '-nolisten', 'tcp', '-noreset']
const startMs = 15_000
/** Names the display that a script of ours has made, for the scripts it starts. */
const ours = 'WAR_ROOM_OWN_DISPLAY'

/**
 * Gives this process (and so its children) a screen where there is none, and says how to take it away again.
 * @returns {Promise<() => Promise<void>>}
 */
export async function ensureDisplay() {
  if (process.platform !== 'linux' || hasDisplay()) return async () => {}
  const { display, remove } = await openDisplay()
  process.env.DISPLAY = display
  process.env[ours] = display
  return async () => {
    delete process.env.DISPLAY
    delete process.env[ours]
    await remove()
  }
}

/** Whether nobody can see the screen that tests use: there is none yet, or we made it. */
export const isUnseen = () =>
  process.platform === 'linux' && (!hasDisplay() || process.env[ours] === process.env.DISPLAY)

/** A further screen, its name, and the way to take it away again. */
export async function openDisplay() {
  const { server, display } = await startServer()
  const remove = async () => {
    server.ref()
    const gone = new Promise((resolve) => server.once('exit', resolve))
    if (server.exitCode === null && server.kill()) await gone
  }
  return { display, remove }
}

/** @returns {Promise<{ server: import('node:child_process').ChildProcess, display: string }>} */
function startServer() {
  // With -displayfd the server itself finds a free number and tells it, which holds when several start at once.
  const [command, args] = dieWithUs('Xvfb', ['-displayfd', '3', ...screen])
  /** @type {import('node:child_process').ChildProcess} */
  const server = spawn(command, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  // A forgotten display must not keep a script from ending.
  server.unref()
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ why) => {
      server.kill()
      reject(new Refusal(`Xvfb, the display for machines without a screen, ${why}.`))
    }
    const late = setTimeout(fail, startMs, 'did not start in time')
    const ended = () => fail('ended at once')
    server.once('error', ended)
    server.once('exit', ended)
    createInterface({ input: /** @type {import('node:stream').Readable} */ (server.stdio[3]) }).once(
      'line',
      (number) => {
        clearTimeout(late)
        server.off('exit', ended)
        resolve({ server, display: `:${number.trim()}` })
      },
    )
  })
}

/**
 * The kernel ends the server when this process is killed outright and cannot do so itself.
 * @param {string} command
 * @param {string[]} args
 * @returns {[command: string, args: string[]]}
 */
function dieWithUs(command, args) {
  const setpriv = '/usr/bin/setpriv'
  return existsSync(setpriv) ? [setpriv, ['--pdeathsig', 'TERM', '--', command, ...args]] : [command, args]
}
