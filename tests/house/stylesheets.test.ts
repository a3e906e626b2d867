import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const renderer = resolve(import.meta.dirname, '../../src/renderer')

const stylesheets = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css') && basename(path) !== 'tokens.css')
  .map((path) => ({ path, text: readFileSync(join(renderer, path), 'utf8') }))

const rawColour = /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|light-dark)\(/i
const namedColour = /\b(?:white|black|gr[ae]y|red|green|blue|orange|yellow|purple|silver|navy|teal)\b/i
const colourProperty =
  /^(?:color|background|border|outline|fill|stroke|box-shadow|text-shadow|caret-color|accent-color)/
/** A size by its token, or whatever is around it. */
const sizeByToken = /^(?:var\(--[\w-]+\)|inherit)$/
const fontByToken = /^inherit$|var\(--(?:text|chart)-[\w-]+\)/

interface Declaration {
  readonly property: string
  readonly value: string
}

function declarations(css: string): Declaration[] {
  const bare = css.replace(/\/\*.*?\*\//gs, '')
  return [...bare.matchAll(/(?:^|[{;])\s*([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map(
    ([, property = '', value = '']) => ({ property, value: value.trim() }),
  )
}

/** What is wrong with a declaration, if it says a colour or a size of type outright. */
function fault({ property, value }: Declaration): string | undefined {
  const isRaw = rawColour.test(value) || (colourProperty.test(property) && namedColour.test(value))
  if (isRaw) return `a raw colour: ${property}: ${value}`
  if (property === 'font-size' && !sizeByToken.test(value)) return `a raw size: ${property}: ${value}`
  if (property === 'font' && !fontByToken.test(value)) return `a raw size: ${property}: ${value}`
  return undefined
}

describe('stylesheets', () => {
  it.each(stylesheets)('$path takes colours and sizes of type from the tokens', ({ text }) => {
    expect(declarations(text).flatMap((declaration) => fault(declaration) ?? [])).toEqual([])
  })

  it('uses only tokens that there are', () => {
    const texts = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:css|tsx)$/.test(path))
      .map((path) => readFileSync(join(renderer, path), 'utf8'))
      .join('\n')
    // The library of menus sets this one while a menu is open.
    const given = new Set(['--trigger-width'])
    for (const [, name = ''] of texts.matchAll(/(--[\w-]+)['"]?\s*:/g)) given.add(name)
    const used = new Set([...texts.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name))
    expect([...used].filter((name) => !given.has(name))).toEqual([])
  })

  it('finds a colour and a size that were said outright', () => {
    const css =
      '.a { color: #fff; background: light-dark(white, black) } .b { font-size: 13px; font: 1em serif }'
    expect(declarations(css).map(fault)).toEqual([
      'a raw colour: color: #fff',
      'a raw colour: background: light-dark(white, black)',
      'a raw size: font-size: 13px',
      'a raw size: font: 1em serif',
    ])
    expect(declarations('.a { color: var(--text); font-size: var(--text-13) }').map(fault)).toEqual([
      undefined,
      undefined,
    ])
  })
})
