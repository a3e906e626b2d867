import { readTable } from '@domain/importing'
import { LocalTime } from '@domain/importing/dates/local-instant'
import { splitRows } from '@domain/importing/delimited'
import fc from 'fast-check'
import Papa from 'papaparse'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { Desk, file, latin1, readExport, utf16 } from '../support/exports'

const delimiter = fc.constantFrom(',', ';', '\t', '|')
const rowEnd = fc.constantFrom('\n', '\r\n', '\r')
/** Text that any encoding at hand can write, with all that a cell can hold that is awkward. */
const cell = fc.string({
  unit: fc.constantFrom('a', 'Z', '7', ' ', '"', ',', ';', '\t', '|', '\n', '\r\n', "'", 'é', 'ß', '=', '-'),
  maxLength: 12,
})

describe('reading what was written', () => {
  test('any cells, delimiter and row end come back as they were', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 12 }),
        delimiter,
        rowEnd,
        (rows, separator, newline) => {
          expect(splitRows(Papa.unparse(rows, { delimiter: separator, newline }), separator)).toEqual(rows)
        },
      ),
    )
  })

  test('any encoding, found without being told', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', 'é', 'ß', 'ü', 'ñ', ' ', '"', '\n', ','),
      minLength: 1,
      maxLength: 20,
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 20 }),
        delimiter,
        rowEnd,
        async (titles, separator, newline) => {
          const rows = [
            ['Ticket ID', 'Title', 'Note'],
            ...titles.map((title, index) => [`T-${index}`, title, 'kept']),
          ]
          const written = Papa.unparse(rows, { delimiter: separator, newline })
          const files = [
            file('x.csv', written),
            file('x.csv', `\ufeff${written}`),
            latin1('x.csv', written),
            utf16('x.csv', written, 'le', true),
            utf16('x.csv', written, 'be', true),
            utf16('x.csv', written, 'le', false),
            utf16('x.csv', written, 'be', false),
          ]
          for (const given of files) {
            const { records, headers } = await readTable(given)
            expect(headers).toEqual(rows[0])
            expect(records.map(({ cells }) => cells)).toEqual(rows.slice(1))
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('counting and importing again', () => {
  const status = fc.constantFrom('New', 'In Progress', 'Closed', 'Odd', '')
  const date = fc.constantFrom('2026-05-01 08:00', '2026-05-20 08:00', '', 'soon', '31/02/2026')
  const record = fc.tuple(
    fc.constantFrom('1', '2', '3', '4', '5', ''),
    fc.constantFrom('A', 'B', ''),
    status,
    date,
    fc.constantFrom('', 'x'),
  )
  const toCsv = (rows: readonly (readonly string[])[]) =>
    Papa.unparse([
      ['ID', 'Title', 'Status', 'Created'],
      ...rows.map(([id, title, state, created, extra]) => [
        id,
        title,
        state,
        created,
        ...(extra ? [extra] : []),
      ]),
    ])
  const records = fc
    .array(record, { minLength: 1, maxLength: 15 })
    .filter((rows) => rows.some((row) => row.slice(0, 4).some((text) => text !== '')))

  test('every record is created, updated, unchanged, set aside or a repeat', async () => {
    await fc.assert(
      fc.asyncProperty(records, records, async (first, second) => {
        const desk = new Desk()
        for (const rows of [first, second]) {
          const { said } = await readExport(toCsv(rows), { dateOrder: 'dmy' })
          const { counts } = desk.import(said)
          const aside = new Set(said.quarantined.map(({ record: number }) => number))
          expect(aside.size).toBe(said.quarantined.length)
          expect(counts.created + counts.updated + counts.unchanged + aside.size + said.folded).toBe(
            said.records,
          )
          expect(desk.plan(said).intents).toEqual([])
          expect(desk.plan(said).counts).toEqual({
            created: 0,
            updated: 0,
            unchanged: said.drafts.length,
            conflicts: 0,
          })
        }
      }),
    )
  })

  test('three ways: the source wins what only it changed, the desk keeps the rest, both is a conflict', async () => {
    const title = fc.constantFrom('A', 'B', 'C')
    await fc.assert(
      fc.asyncProperty(title, fc.option(title), title, async (before, local, after) => {
        const desk = new Desk()
        const csv = (text: string) => `ID,Title,Status\n1,${text},New\n`
        desk.import((await readExport(csv(before))).said)
        if (local !== null) desk.edit('table:1', { title: local })
        const shown = local ?? before
        const { counts } = desk.import((await readExport(csv(after))).said)
        const sourceChanged = after !== before
        const conflict = sourceChanged && shown !== before && shown !== after
        expect(counts).toEqual({
          created: 0,
          updated: sourceChanged ? 1 : 0,
          unchanged: sourceChanged ? 0 : 1,
          conflicts: conflict ? 1 : 0,
        })
        if (!conflict) expect(desk.value('table:1', 'title')).toBe(sourceChanged ? after : shown)
      }),
    )
  })
})

describe('times without a zone', () => {
  test.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'])(
    'in %s are where Temporal puts them',
    (zone) => {
      const localTime = new LocalTime(zone)
      const wall = fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2037, 11, 31) })
      const nearChange = fc
        .tuple(
          fc.constantFrom(
            Date.UTC(2026, 2, 8),
            Date.UTC(2026, 2, 29),
            Date.UTC(2026, 3, 5),
            Date.UTC(2026, 9, 4),
            Date.UTC(2026, 9, 25),
            Date.UTC(2026, 10, 1),
          ),
          fc.integer({ min: 0, max: 6 * 3_600_000 }),
        )
        .map(([day, ms]) => day + ms)
      fc.assert(
        fc.property(fc.oneof(wall, nearChange), (time) => {
          const local = Temporal.PlainDateTime.from(new Date(time).toISOString().slice(0, 23))
          expect(localTime.instantOf(time)).toBe(local.toZonedDateTime(zone).epochMilliseconds)
        }),
        { numRuns: 300 },
      )
    },
  )
})
