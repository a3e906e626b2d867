import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { repo } from './paths.mjs'

/**
 * @typedef {import('node:child_process').SpawnOptions} SpawnOptions
 * @typedef {{ code: number, output: string }} Captured
 */

/**
 * Standard output of the child joins our standard error.
 * @type {import('node:child_process').StdioOptions}
 */
export const talkOnStderr = ['ignore', 2, 2]

/**
 * Runs a program to its end; the exit code follows the shell's habit of 128 + signal.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  const child = spawn(command, args, { cwd: repo, stdio: 'inherit', ...options })
  const passOn = forwardSignals(child)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  }).finally(passOn.stop)
}

/**
 * Runs a program and keeps what it said, both streams together, in the order in which it came.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {SpawnOptions} [options]
 * @returns {Promise<Captured>}
 */
export function capture(command, args, options = {}) {
  const child = spawn(command, args, { cwd: repo, ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text) => {
      output += text
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/**
 * A terminal's Ctrl-C reaches the whole group, but a signal sent to us alone would leave the child behind.
 * @param {import('node:child_process').ChildProcess} child
 */
function forwardSignals(child) {
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
  for (const signal of signals) process.on(signal, forward)
  return {
    stop() {
      for (const signal of signals) process.off(signal, forward)
    },
  }
}
