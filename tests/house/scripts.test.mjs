import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../../scripts/lib/electron-stand-in.mjs'
import { oneAtATime } from '../../scripts/lib/one-at-a-time.mjs'
import { inRepo } from '../../scripts/lib/paths.mjs'
import { capture } from '../../scripts/lib/run.mjs'
import { Refusal } from '../../scripts/lib/say.mjs'

/** @type {string} */
let folder

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scripts-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/**
 * Runs a few lines in a process of their own.
 * @param {string} module in scripts/lib
 * @param {string} lines
 * @param {Record<string, string>} [env]
 */
function inOwnProcess(module, lines, env) {
  const from = pathToFileURL(inRepo('scripts', 'lib', module)).href
  const code = `const lib = await import('${from}')\n${lines}`
  return capture(process.execPath, ['--input-type=module', '--eval', code], {
    env: { ...process.env, ...env },
  })
}

describe('one at a time', () => {
  const lock = () => join(folder, 'work.lock')

  it('keeps processes that start together apart', async () => {
    const journal = join(folder, 'journal')
    const work = `
      const { appendFileSync } = await import('node:fs')
      await lib.oneAtATime(${JSON.stringify(lock())}, async () => {
        appendFileSync(${JSON.stringify(journal)}, 'in ')
        await new Promise((resolve) => setTimeout(resolve, 50))
        appendFileSync(${JSON.stringify(journal)}, 'out ')
      })`
    const ends = await Promise.all([1, 2, 3].map(() => inOwnProcess('one-at-a-time.mjs', work)))
    expect(ends.map(({ code, output }) => `${code}${output}`)).toEqual(['0', '0', '0'])
    expect(readFileSync(journal, 'utf8')).toBe('in out in out in out ')
    expect(existsSync(lock())).toBe(false)
  })

  it('clears the lock of a process that is gone', async () => {
    const gone = spawn(process.execPath, ['--eval', ''])
    await once(gone, 'exit')
    writeFileSync(lock(), String(gone.pid))
    expect(await oneAtATime(lock(), async () => 'done')).toBe('done')
  })

  it('gives the lock back when the work fails', async () => {
    await expect(oneAtATime(lock(), () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(existsSync(lock())).toBe(false)
  })
})

describe('the stand-in for Electron', () => {
  const sha512OfAbc =
    '3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw=='

  it('is taken only with the bytes that were checked', async () => {
    const file = join(folder, 'package.tgz')
    writeFileSync(file, 'abc')
    await verify(file, sha512OfAbc)
    writeFileSync(file, 'abd')
    await expect(verify(file, sha512OfAbc)).rejects.toThrow(Refusal)
  })
})

describe.runIf(process.platform === 'linux')('a display of our own', () => {
  const noDisplay = { DISPLAY: '', WAYLAND_DISPLAY: '' }
  const lines = `
    const remove = await lib.ensureDisplay()
    const display = process.env.DISPLAY
    await new Promise((resolve) => setTimeout(resolve, 300))
    await remove()
    console.log(display, process.env.DISPLAY ?? 'removed')`

  it('is another one for each of those who ask at once, and is taken away again', async () => {
    const ends = await Promise.all([1, 2].map(() => inOwnProcess('display.mjs', lines, noDisplay)))
    const said = ends.map(({ output }) => output.trim())
    expect(said).toEqual([expect.stringMatching(/^:\d+ removed$/), expect.stringMatching(/^:\d+ removed$/)])
    expect(new Set(said).size).toBe(2)
  })

  it('is not made where there is one', async () => {
    const { output } = await inOwnProcess('display.mjs', lines, { DISPLAY: ':7' })
    expect(output.trim()).toBe(':7 :7')
  })
})
