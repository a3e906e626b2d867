import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Dump } from '../support/headless-engagement'
import { freshProfile, runHeadless } from '../support/launch'

const now = '--now=2026-11-23T16:00:00Z'
let profile = ''

beforeAll(async () => {
  profile = freshProfile()
  await run('demo', '--issues', '300')
  // Something of every kind that an audience may not read stands in every report.
  const { entities } = await run<Dump>('dump')
  const [issue = ''] = Object.keys(entities.issue ?? {})
  const fields = {
    title: 'The Kestrel site prints nothing',
    'column:Site': 'Kestrel',
    severity: 1,
    status: 'new',
  }
  await run('edit', '--entity', 'issue', '--key', issue, '--set', JSON.stringify(fields))
})
afterAll(() => rmSync(profile, { recursive: true, force: true }))

async function run<T>(command: string, ...args: string[]): Promise<T> {
  const { exitCode, json, stdout, stderr } = await runHeadless([command, '--profile', profile, now, ...args])
  if (exitCode !== 0) throw new Error(`${command} exited ${exitCode}: ${stdout}${stderr}`)
  return json as T
}

interface Reported {
  readonly pages: number
  readonly sha256: string
  readonly figures: readonly {
    readonly id: string
    readonly value: number | null
    readonly display: string
    readonly trend?: { readonly display: string }
  }[]
}

interface Heading {
  readonly title: string
  readonly items: readonly Heading[]
}

/** Reports that were made before: the same question gives the same file, as a test below says. */
const printed = new Map<string, ReturnType<typeof print>>()

function report(paper: 'a4' | 'letter', kind = 'daily', ...args: string[]): ReturnType<typeof print> {
  const asked = JSON.stringify([paper, kind, ...args])
  const report = printed.get(asked) ?? print(paper, kind, ...args)
  printed.set(asked, report)
  return report
}

async function print(paper: 'a4' | 'letter', kind: string, ...args: string[]) {
  const out = join(profile, `${kind} ${paper}.pdf`)
  const told = await run<Reported>('report', '--kind', kind, '--paper', paper, '--out', out, ...args)
  const bytes = readFileSync(out)
  const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise
  const sizes: (readonly number[])[] = []
  const texts: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    sizes.push(page.view.slice(2).map(Math.round))
    const { items } = await page.getTextContent()
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  const outline = (await pdf.getOutline()) as readonly Heading[]
  return { told, bytes, sizes, texts, outline, marks: await pdf.getMarkInfo() }
}

/** Those of some headings that the outline has, in its order. */
function inOrder(outline: readonly Heading[], wanted: readonly string[]): string[] {
  return (outline[0]?.items ?? []).map(({ title }) => title).filter((title) => wanted.includes(title))
}

describe('the daily report as a PDF', () => {
  test.each([
    ['a4', [595, 842]],
    ['letter', [612, 792]],
  ] as const)('on %s is tagged, has an outline, and numbers its pages', async (paper, size) => {
    const { told, bytes, sizes, texts, outline, marks } = await report(paper)
    expect(told.pages).toBe(texts.length)
    expect(told.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(sizes).toEqual(texts.map(() => size))
    expect(marks).toMatchObject({ Marked: true })
    const [pack] = outline
    expect(outline).toHaveLength(1)
    expect(pack?.items.map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        'Open issues',
        'Since yesterday',
        'Flow of issues',
        'Severity 1 and 2 register',
      ]),
    )
    for (const [place, text] of texts.entries()) {
      expect(text).toContain('Data as of Mon 23 Nov 2026, 17:00')
      expect(text).toContain(`Page ${place + 1} of ${texts.length}`)
      expect(text.length).toBeGreaterThan(300)
    }
    expect(texts[0]).toContain('At a glance')
    expect(texts[1]).toContain('Flow of issues')
  })

  test('says the same numbers as the figures, and is the same file each time', async () => {
    const { told, texts } = await report('a4')
    expect((await print('a4', 'daily')).told.sha256).toBe(told.sha256)
    const { figures } = await run<Reported>('metrics')
    const value = (from: Reported['figures'], id: string) => from.find((figure) => figure.id === id)?.value
    expect(value(told.figures, 'open')).toBe(value(figures, 'open'))
    expect(texts[0]).toContain(`All open${value(figures, 'open')}`)
  })
})

describe('a report for an audience', () => {
  const withheld = [
    '--redact',
    '--audience',
    'without-names-and-units',
    '--withhold',
    'component,column:Site',
  ]

  test.each(['daily', 'weekly', 'exit'])(
    '%s: names nobody whom the engagement knows, no unit and nothing of a marked field, and says so',
    async (kind) => {
      const open = (await report('a4', kind)).texts.join('\n')
      const sheets = join(profile, `${kind}.xlsx`)
      const { told, texts } = await report('a4', kind, '--figures', sheets, ...withheld)
      const redacted = texts.join('\n')
      const figures = Object.values(unzipSync(readFileSync(sheets))).map((entry) => strFromU8(entry))
      const { entities } = await run<Dump>('dump')
      const people = Object.values(entities.person ?? {}).map(({ name }) => String(name))
      const issues = Object.values(entities.issue ?? {})
      const of = (field: string) => issues.map((values) => String(values[field] ?? ''))
      const names = new Set([...people, ...of('reporter')].flatMap((name) => name.split(/[^\p{L}]+/u)))
      const contents = new Set(['reporterUnit', 'component', 'column:Site'].flatMap(of))
      const telling = [...names, ...contents].filter((part) => part.length > 3)
      const stands = (text: string) => (part: string) =>
        new RegExp(`(?<!\\p{L})${part}(?!\\p{L})`, 'u').test(text)
      expect(contents.size).toBeGreaterThan(5)
      expect(telling.length).toBeGreaterThan(25)
      expect([...names].filter((part) => part.length > 3).some(stands(open))).toBe(true)
      expect([...contents].filter((part) => part.length > 3).some(stands(open))).toBe(true)
      expect(telling.filter(stands(redacted))).toEqual([])
      expect(telling.filter(stands(figures.join('\n')))).toEqual([])
      expect(figures.join('')).toContain('count of issues that are open')
      expect(redacted).toContain('names, units and 2 fields withheld')
      expect(told.figures.length).toBeGreaterThan(5)
      // A report that was saved is what the next one of its kind is held against.
      expect(entities.savedReport).toHaveProperty([`${kind}:${Date.parse('2026-11-23T16:00:00Z')}`])
    },
  )

  test('that there is not is refused', async () => {
    const { exitCode, json } = await runHeadless([
      'metrics',
      '--profile',
      profile,
      now,
      '--audience',
      'The bored',
    ])
    expect([exitCode, json]).toMatchObject([1, { error: { code: 'bad-option' } }])
  })
})

describe('the weekly report as a PDF', () => {
  const headings = [
    'Open issues',
    'In the last seven days',
    'Flow of issues',
    'Severity 1 and 2 register',
    'Patches',
    'Service levels in the last seven days',
    'Ageing',
    'Nature of demand',
    'Team load',
    'Risks and decisions',
    'Figures and what they mean',
  ]

  test.each([
    ['a4', [595, 842]],
    ['letter', [612, 792]],
  ] as const)('on %s is tagged, has an outline, and no page is empty', async (paper, size) => {
    const { told, bytes, sizes, texts, outline, marks } = await report(paper, 'weekly')
    expect(told.pages).toBe(texts.length)
    expect(told.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(sizes).toEqual(texts.map(() => size))
    expect(marks).toMatchObject({ Marked: true })
    for (const text of texts) expect(text.length).toBeGreaterThan(300)
    expect(texts[0]).toContain('Hypercare weekly report')
    expect(texts[0]).toContain('At a glance')
    expect(texts[1]).toContain('Flow of issues')
    expect(inOrder(outline, headings)).toEqual(headings)
  })

  test('says the same numbers as the figures, which are there for both reports', async () => {
    const { told, texts } = await report('a4', 'weekly')
    const { figures } = await run<Reported>('metrics')
    const ids = figures.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(['new-since-yesterday', 'new-in-week', 'resolve-attainment']))
    for (const { id, value, display } of told.figures)
      expect(figures.find((figure) => figure.id === id)).toMatchObject({ value, display })
    const page = texts.join(' ')
    for (const id of ['resolve-attainment', 'training-gap-share-in-week', 'reopened-rate-in-week']) {
      const display = told.figures.find((figure) => figure.id === id)?.display ?? ''
      expect(display).toMatch(/% \(\d+ of \d+\)/)
      expect(page).toContain(display)
    }
    for (const { trend } of told.figures) expect(trend?.display ?? '').not.toContain('−')
  })

  test('tells a past week as it was', async () => {
    const args = ['--as-of', '2026-11-13T16:00:00Z']
    const { told, texts } = await report('a4', 'weekly', ...args)
    expect(texts[0]).toContain('Data as of Fri 13 Nov 2026, 17:00')
    const { figures } = await run<Reported>('metrics', ...args)
    const opened = (from: Reported['figures']) => from.find(({ id }) => id === 'open')?.value
    expect(opened(told.figures)).toBe(opened(figures))
  })
})

describe('the exit report as a PDF', () => {
  const headings = [
    'Open issues',
    'Flow of issues',
    'Severity 1 and 2 register',
    'Patches',
    'Service levels in the last seven days',
    'Nature of demand',
    'Risks and decisions',
    'Sign-off',
    'Issue list',
    'Figures and what they mean',
  ]

  test.each([
    ['a4', [595, 842]],
    ['letter', [612, 792]],
  ] as const)('on %s adds a page to sign and every issue, and no page is empty', async (paper, size) => {
    const { told, sizes, texts, outline, marks } = await report(paper, 'exit')
    expect(told.pages).toBe(texts.length)
    expect(sizes).toEqual(texts.map(() => size))
    expect(marks).toMatchObject({ Marked: true })
    expect(inOrder(outline, headings)).toEqual(headings)
    for (const text of texts) expect(text.length).toBeGreaterThan(300)
    const all = texts.join(' ')
    const { entities } = await run<Dump>('dump')
    for (const { shortKey } of Object.values(entities.issue ?? {})) expect(all).toContain(String(shortKey))
    const signPage = texts.find((text) => text.includes('What is signed')) ?? ''
    expect(signPage.match(/[0-9a-f]{64}/g)?.length).toBeGreaterThanOrEqual(3)
    expect(signPage).toContain('Not signed.')
  })

  test('repeats the heads of the table of issues on each of its pages', async () => {
    const { texts } = await report('a4', 'exit')
    const listing = texts.filter((text) => (text.match(/HC-\d+/g)?.length ?? 0) > 20)
    expect(listing.length).toBeGreaterThan(4)
    for (const text of listing) expect(text).toContain('Resolved by')
  })
})
