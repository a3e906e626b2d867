import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

// What import rules cannot see: globals, which any line can reach without an import.

/** Comments may name what the code must not use. */
const comments = /\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm
const clockAndRandomness =
  /\b(?:Date\.now|new Date\(\)|Temporal\.Now|performance\.now|Math\.random|randomUUID|getRandomValues)/
const bridge = /\bwarRoom\b/

const uses = (word: RegExp, text: string) => word.test(text.replace(comments, ''))

const filesUsing = (word: RegExp, folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && uses(word, readFileSync(join(folder, name), 'utf8')))
    .map((name) => join(folder, name))

describe('globals', () => {
  it('of clock and randomness are handed in to the domain, never reached for', () => {
    expect(filesUsing(clockAndRandomness, 'src/domain')).toEqual([])
  })

  it('of the bridge are touched by one file of the renderer', () => {
    expect(filesUsing(bridge, 'src/renderer')).toEqual(['src/renderer/app/bridge.ts'])
  })

  it.each([
    [clockAndRandomness, 'const now = Date.now()'],
    [clockAndRandomness, 'const today = new Date()'],
    [clockAndRandomness, 'const at = Temporal.Now.instant()'],
    [clockAndRandomness, 'const id = crypto.randomUUID()'],
    [bridge, 'window.warRoom.ask()'],
    [bridge, "const { warRoom } = window // 'https://example'"],
  ])('are noticed by %s', (word, text) => {
    expect(uses(word, text)).toBe(true)
  })

  it('are not taken for used where they are only talked about', () => {
    expect(uses(clockAndRandomness, '// never Date.now()\n/** nor\n * Math.random() */\n')).toBe(false)
  })
})
