import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HeadlessEngagement, headlessEngagement } from '../support/headless-engagement'

const csv = [
  'Ticket,Title,Status,Created,Cost centre',
  'E-1,"=HYPERLINK(""http://example.org"")",New,2026-11-03 09:00,4711',
  'E-2,"Two lines\nof text, and a comma",New,2026-11-04 09:00,',
].join('\n')

let engagement: HeadlessEngagement

beforeAll(async () => {
  engagement = await headlessEngagement('2026-11-23T09:00:00Z')
  await engagement.run('import', '--file', engagement.file('in.csv', csv))
})
afterAll(() => engagement.remove())

const exported = async (name: string, ...args: string[]) => {
  const out = join(engagement.folder, name)
  const told = await engagement.run('export', '--out', out, ...args)
  return { told, out }
}

it('writes CSV in which no cell is a formula', async () => {
  const { told, out } = await exported('out.csv')
  expect(told).toMatchObject({ format: 'csv', issues: 2 })
  const text = readFileSync(out, 'utf8')
  expect(text).toContain(`"'=HYPERLINK(""http://example.org"")"`)
  expect(text).toContain('Raised (Europe/Berlin)')
  expect(text).toContain('"Two lines\nof text, and a comma"')
  expect(text).toContain('Cost centre')
})

it('writes JSON with instants', async () => {
  const { out } = await exported('out.json')
  const issues = JSON.parse(readFileSync(out, 'utf8')) as Record<string, unknown>[]
  expect(issues.find(({ key }) => key === 'E-1')).toMatchObject({
    title: '=HYPERLINK("http://example.org")',
    raisedAt: '2026-11-03T08:00:00.000Z',
  })
})

it('writes a workbook in which text is text', async () => {
  const { told, out } = await exported('issues.file', '--format', 'xlsx')
  expect(told).toMatchObject({ format: 'xlsx', issues: 2, clippedCells: 0 })
  const { sheets } = await readXlsx(readFileSync(out))
  const cells = sheets[0]?.rows.flat() ?? []
  expect(cells).toContain('=HYPERLINK("http://example.org")')
})

it('says which formats there are when none is told', async () => {
  const error = await engagement.refused('export', '--out', join(engagement.folder, 'issues.file'))
  expect(error).toMatchObject({ code: 'missing-option', message: expect.stringContaining('csv, xlsx, json') })
})
