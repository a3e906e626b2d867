import { figuresFile, mostRows } from '@domain/exporting/figure-sheets'
import { makeReport } from '@domain/reporting/make-report'
import { namesAlone, nothing, type Withholding } from '@domain/reporting/withholding'
import { unzipSync } from 'fflate'
import { type CellValue, readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { hash } from '../reporting/hash'
import { day, engagement, goLive, hour, hypercare, type Told } from '../reporting/hypercare'

const told: readonly Told[] = [
  { at: 0, entity: 'person', key: 'ines', fields: { name: 'Ines Weber' } },
  {
    at: hour,
    key: 'a',
    fields: { shortKey: 'NW-1', title: '=cmd|Ines Weber is out', status: 'new', severity: 1, owner: 'ines' },
  },
  { at: 2 * hour, key: 'b', fields: { shortKey: '+2', title: '@Sum', status: 'new', severity: 3 } },
]
const replica = hypercare(told, { ...engagement, name: '=Wave', client: '-Nordwind' })
const asOf = goLive + 4 * day

async function fileOf(kind: 'daily' | 'weekly' | 'exit', withhold: Withholding = nothing, of = replica) {
  const made = await makeReport(of, kind, { asOf, withhold }, hash)
  const file = await figuresFile(of, made, withhold)
  const { sheets } = await readXlsx(file)
  const [report, listed, rows] = sheets.map((sheet) => sheet.rows) as [
    CellValue[][],
    CellValue[][],
    CellValue[][],
  ]
  return { made, file, report, listed, rows, names: sheets.map(({ name }) => name) }
}

describe('the figures of a report as a spreadsheet', () => {
  it.each(['daily', 'weekly', 'exit'] as const)(
    'of the %s one have a line each, with what explains them',
    async (kind) => {
      const { made, names, report, listed } = await fileOf(kind)
      expect(names).toEqual(['Report', 'Figures', 'Rows'])
      expect(listed).toHaveLength(made.figures.length + 1)
      const open = listed.find(([label]) => label === 'Open issues')
      expect(open?.slice(0, 4)).toEqual(['Open issues', 2, 'issues', '2'])
      expect(open).toContain('count of issues that are open')
      expect(open?.[9]).toMatch(/^Open issues: 2; Rows counted: 2; Data as of: /)
      expect(report).toContainEqual(['Engagement', '=Wave'])
      expect(report).toContainEqual(['Changes', made.pack.comparison])
    },
  )

  it('have the rows behind each', async () => {
    const { made, rows } = await fileOf('weekly')
    const open = rows.filter(([figure]) => figure === 'Open issues')
    expect(open).toEqual([
      ['Open issues', 'Issue', 'NW-1', '=cmd|Ines Weber is out'],
      ['Open issues', 'Issue', '+2', '@Sum'],
    ])
    expect(rows).toHaveLength(1 + made.figures.reduce((sum, figure) => sum + figure.rows.length, 0))
  })

  it('hold no formula, whatever the texts begin with', async () => {
    const entries = unzipSync((await fileOf('weekly')).file)
    const sheets = Object.keys(entries).filter((name) => name.startsWith('xl/worksheets/sheet'))
    expect(sheets).toHaveLength(3)
    for (const name of sheets) expect(new TextDecoder().decode(entries[name])).not.toMatch(/<f[ >/]/)
  })

  it('name nobody where names are withheld', async () => {
    const { file, rows } = await fileOf('exit', namesAlone)
    const all = Object.values(unzipSync(file)).map((entry) => new TextDecoder().decode(entry))
    expect(all.join('')).not.toMatch(/Ines|Weber/)
    expect(rows).toContainEqual(['Open issues', 'Issue', 'NW-1', '=cmd|[name] is out'])
  })

  it('say how many rows more there are than a sheet is to hold', async () => {
    const many = Array.from({ length: mostRows + 5 }, (_, place): Told => {
      return { at: hour, key: `k${place}`, fields: { title: 'x', status: 'new', severity: 3 } }
    })
    const { rows } = await fileOf('daily', nothing, hypercare(many))
    const open = rows.filter(([figure]) => figure === 'Open issues')
    expect(open).toHaveLength(mostRows + 1)
    expect(open.at(-1)?.at(-1)).toBe('and 5 more, listed in the app')
  })
})
