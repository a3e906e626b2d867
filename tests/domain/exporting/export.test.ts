import { clippedMark, toXlsx } from '@domain/exporting/adapters/xlsx'
import type { ExportColumn } from '@domain/exporting/column'
import { csvPieces, toCsv } from '@domain/exporting/csv'
import { jsonPieces, toJson } from '@domain/exporting/json'
import type { Value } from '@domain/model/value'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'

type Row = readonly Value[]
const zone = 'Europe/Berlin'
const column = (
  index: number,
  label: string,
  kind: ExportColumn<Row>['kind'] = 'text',
): ExportColumn<Row> => ({
  id: `c${index}`,
  label,
  kind,
  width: 20,
  read: (row) => row[index] ?? null,
})
const title = column(0, 'Title')
const raised = column(0, 'Raised', 'instant')

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  for await (const chunk of chunks) parts.push(Uint8Array.from(chunk))
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}

const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '=cmd|" /C calc"!A0', '＝1']

describe('CSV', () => {
  it('is what spreadsheet programs open right: byte order mark, CRLF, quotes only where needed', () => {
    const rows = [
      ['plain', 1.5],
      ['a "b", c\nd', null],
      [' padded', true],
    ]
    expect(toCsv([title, column(1, 'Count', 'number')], rows, zone)).toBe(
      '\ufeffTitle,Count\r\nplain,1.5\r\n"a ""b"", c\nd",\r\n" padded",true\r\n',
    )
  })

  it.each(formulas)('makes %j harmless', (text) => {
    const [, cell] = Papa.parse<string[]>(toCsv([title], [[text]], zone), { newline: '\r\n' }).data
    expect(cell).toEqual([`'${text}`])
  })

  it('makes headings harmless, too', () => {
    expect(toCsv([column(0, '=HYPERLINK("x")')], [], zone)).toBe(`\ufeff"'=HYPERLINK(""x"")"\r\n`)
  })

  it('leaves numbers that are numbers alone, also negative ones', () => {
    expect(toCsv([title], [[-5]], zone)).toBe('\ufeffTitle\r\n-5\r\n')
  })

  it('tells times as the clock in the zone showed them, summer and winter', () => {
    const rows = [[Date.UTC(2026, 5, 1, 8, 30)], [Date.UTC(2026, 10, 23, 8, 30)], [null], [8.64e15]]
    expect(toCsv([raised], rows, zone)).toBe(
      '\ufeffRaised (Europe/Berlin)\r\n2026-06-01 10:30:00\r\n2026-11-23 09:30:00\r\n\r\n8640000000000000\r\n',
    )
  })

  it('tells the hour in which clocks change right, also in zones with half hours', () => {
    const change = Date.UTC(2026, 3, 4, 15)
    const rows = [[change - 1_000], [change]]
    expect(toCsv([raised], rows, 'Australia/Lord_Howe').split('\r\n').slice(1, 3)).toEqual([
      '2026-04-05 01:59:59',
      '2026-04-05 01:30:00',
    ])
  })

  it('reads back to the same text, and no cell of it is run', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...formulas, '"', ',', '\r\n', '', "'", ';'),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
        const csv = toCsv([column(0, 'A'), column(1, 'B')], rows, zone).slice(1)
        const [, ...read] = Papa.parse<string[]>(csv, { newline: '\r\n', delimiter: ',' }).data
        expect(read.pop()).toEqual([''])
        for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
        const original = read.map((cells) =>
          cells.map((cell) => (/^'[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? cell.slice(1) : cell)),
        )
        const ambiguous = rows.flat().some((cell) => /^'[=+\-@\t\r\n＝＋－＠]/u.test(cell))
        if (!ambiguous) expect(original).toEqual(rows)
      }),
    )
  })

  it('comes in pieces of the same text', () => {
    const rows = Array.from({ length: 1_234 }, (_, index) => [`row ${index}`])
    const pieces = [...csvPieces([title], rows, zone)]
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.join('')).toBe(toCsv([title], rows, zone))
  })
})

describe('JSON', () => {
  it('is an array of objects with instants in full', () => {
    const text = toJson(
      [raised, column(1, 'Count', 'number')],
      [
        [Date.UTC(2026, 10, 23, 8, 30), 3],
        [null, -1],
      ],
    )
    expect(JSON.parse(text)).toEqual([
      { c0: '2026-11-23T08:30:00.000Z', c1: 3 },
      { c0: null, c1: -1 },
    ])
  })

  it.each([0, 1, 499, 500, 501, 1_000])('comes in pieces that are one text (%i rows)', (length) => {
    const rows = Array.from({ length }, (_, index) => [index])
    expect(JSON.parse([...jsonPieces([title], rows)].join(''))).toEqual(rows.map(([c0]) => ({ c0 })))
  })
})

describe('XLSX', () => {
  it('holds text as text, numbers as numbers and times as dates of the zone', async () => {
    const rows = [
      ['=1+1', -5, Date.UTC(2026, 10, 23, 8, 30)],
      ['Ümläut & <tag>', null, null],
      ['#N/A', 0.5, 9e15],
    ]
    const columns = [title, column(1, 'Count', 'number'), column(2, 'Raised', 'instant')]
    const { sheets } = await readXlsx(await bytesOf(toXlsx('Issues', columns, rows, zone).chunks))
    expect(sheets[0]?.name).toBe('Issues')
    expect(sheets[0]?.rows).toEqual([
      ['Title', 'Count', 'Raised (Europe/Berlin)'],
      ['=1+1', -5, new Date(Date.UTC(2026, 10, 23, 9, 30))],
      ['Ümläut & <tag>', null, null],
      ['#N/A', 0.5, '9000000000000000'],
    ])
  })

  it('contains no formula and freezes its headings', async () => {
    const file = unzipSync(
      await bytesOf(
        toXlsx(
          'x',
          [title],
          formulas.map((text) => [text]),
          zone,
        ).chunks,
      ),
    )
    const sheet = new TextDecoder().decode(file['xl/worksheets/sheet1.xml'])
    expect(sheet).not.toMatch(/<f[ >]/)
    expect(sheet).toContain('state="frozen"')
  })

  it('cuts what no cell can hold, and says so in the cell and to the caller', async () => {
    const workbook = toXlsx('x', [title], [['a'.repeat(32_767)], ['b'.repeat(32_768)]], zone)
    const { sheets } = await readXlsx(await bytesOf(workbook.chunks))
    expect(sheets[0]?.rows[1]).toEqual(['a'.repeat(32_767)])
    const cut = String(sheets[0]?.rows[2]?.[0])
    expect(cut).toHaveLength(32_767)
    expect(cut.endsWith(clippedMark)).toBe(true)
    expect(workbook.clippedCells()).toBe(1)
  })

  it('can be opened whatever is in the text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1 }),
        async (texts) => {
          const rows = texts.map((text) => [`.${text}.\u0000\u0007\ufffe`])
          const { sheets } = await readXlsx(await bytesOf(toXlsx("a/b:[c]'*?", [title], rows, zone).chunks))
          expect(sheets[0]?.rows.slice(1).map(([cell]) => String(cell).split('.\u0000')[0])).toEqual(
            texts.map((text) => `.${text}`),
          )
        },
      ),
      { numRuns: 30 },
    )
  })
})
