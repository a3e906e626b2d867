import { weighDateOrder } from '@domain/importing/dates/date-order'
import { type DateOrder, settleDate, takeDateApart } from '@domain/importing/dates/date-text'
import { monthByName } from '@domain/importing/dates/month-names'
import { describe, expect, test } from 'vitest'
import { file, readExport } from '../../support/exports'

function read(text: string, order: DateOrder = 'dmy'): string {
  const date = takeDateApart(text)
  if (!date) return 'not a date'
  const settled = settleDate(date, order, text)
  if ('problem' in settled) return settled.problem
  if ('at' in settled) return new Date(settled.at).toISOString()
  return new Date(settled.wall).toISOString().slice(0, 23).replace('.000', '')
}

describe('forms of dates', () => {
  test.each([
    ['11/May/24 03:26 PM', '2024-05-11T15:26:00'],
    ['23/Nov/26 9:12 AM', '2026-11-23T09:12:00'],
    ['23/Nov/26 12:00 AM', '2026-11-23T00:00:00'],
    ['23/Nov/26 12:30\u202fPM', '2026-11-23T12:30:00'],
    ['04/ago/26', '2026-08-04T00:00:00'],
    ['02.Nov.2026 08:10', '2026-11-02T08:10:00'],
    ['2. Nov. 2026, 08:10 Uhr', '2026-11-02T08:10:00'],
    ['02.Mär.26 08:10', '2026-03-02T08:10:00'],
    ['04/Mär/26 14:05', '2026-03-04T14:05:00'],
    ['4 févr. 2026 14:05', '2026-02-04T14:05:00'],
    ['04/out/26', '2026-10-04T00:00:00'],
    ['4 mei 2026', '2026-05-04T00:00:00'],
    ['12 gen 2026', '2026-01-12T00:00:00'],
    ['23. November 2026 um 14:05 Uhr', '2026-11-23T14:05:00'],
    ['4 de agosto de 2026', '2026-08-04T00:00:00'],
    ['Nov 23, 2026, 9:12 AM', '2026-11-23T09:12:00'],
    ['Mon, 23 Nov 2026 14:05:00 +0100', '2026-11-23T13:05:00.000Z'],
    ['2026-11-23', '2026-11-23T00:00:00'],
    ['2026-11-23 14:05:06', '2026-11-23T14:05:06'],
    ['2026-11-23T14:05:06.789Z', '2026-11-23T14:05:06.789Z'],
    ['2026-11-23T14:05:06+05:45', '2026-11-23T08:20:06.000Z'],
    ['2026-11-23 14:05 UTC', '2026-11-23T14:05:00.000Z'],
    ['2026/11/23 14:05', '2026-11-23T14:05:00'],
    ['23-11-2026 14:05:06', '2026-11-23T14:05:06'],
    ['23.11.2026 14:05', '2026-11-23T14:05:00'],
    ['29/2/2016 01:16', '2016-02-29T01:16:00'],
    ['1/1/1900', '1900-01-01T00:00:00'],
    ['31/12/2100', '2100-12-31T00:00:00'],
    ['45231.5', '2023-11-01T12:00:00'],
    ['1795442706', '2026-11-23T14:05:06.000Z'],
    ['1795442706000', '2026-11-23T14:05:06.000Z'],
    ['20261123140506', '2026-11-23T14:05:06'],
    ['31/02/2026', '“31/02/2026” is not a day that exists'],
    ['29/02/2100', '“29/02/2100” is not a day that exists'],
    ['01/01/0001', '“01/01/0001” has the year 1, which cannot be right'],
    ['0000-00-00 00:00:00', '“0000-00-00 00:00:00” has the year 0, which cannot be right'],
    ['11/23/2026', '“11/23/2026” has no month 23, read as day/month/year'],
    ['23/11/2026 25:00', 'not a date'],
    ['23/11/2026 13:00 PM', 'not a date'],
    ['soon', 'not a date'],
    ['22:17', 'not a date'],
    ['1234-5', 'not a date'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('two-digit years and orders', () => {
    expect(read('03/04/26', 'mdy')).toBe('2026-03-04T00:00:00')
    expect(read('26/04/03', 'ymd')).toBe('2026-04-03T00:00:00')
    expect(read('03/04/99', 'dmy')).toBe('1999-04-03T00:00:00')
  })

  test('every month has a name in seven languages', () => {
    expect(['Juni', 'juin', 'junio', 'giugno', 'junho', 'June', 'JUN'].map(monthByName)).toEqual(
      new Array(7).fill(6),
    )
  })
})

describe('which number is the day', () => {
  const weigh = (...texts: string[]) =>
    weighDateOrder(
      texts.flatMap((text) => {
        const date = takeDateApart(text)
        return date ? [[text, date] as const] : []
      }),
    )

  test.each([
    [['03/04/2026', '23/04/2026'], 'dmy', 'proved'],
    [['03/04/2026', '04/23/2026'], 'mdy', 'proved'],
    [['04/04/2026', '2026-05-03'.replace('05-03', '05-23')], 'dmy', 'nothing-to-misread'],
    [['03.04.2026'], 'dmy', 'written-with-dots'],
    [['03/04/2026', '05/06/2026'], undefined, 'undecided'],
    [['23/04/2026', '04/23/2026'], undefined, 'contradiction'],
    [['23/04/2026', '2026-05-03'], undefined, 'contradiction'],
    [['2026-05-03', '2026-05-23'], 'dmy', 'nothing-to-misread'],
  ] as const)('%j', (texts, order, why) => {
    expect(weigh(...texts)).toMatchObject({ order, why })
  })

  const ambiguous = 'ID,Title,Created,Resolved\n1,One,03/04/2026,05/04/2026\n2,Two,04/05/2026,06/05/2026\n'

  test('what nothing proves is asked, and nothing is read', async () => {
    const { said } = await readExport(ambiguous)
    expect(said.drafts).toEqual([])
    expect(said.questions).toEqual([
      { kind: 'date-order', column: 'Created', examples: ['03/04/2026', '04/05/2026'] },
      { kind: 'date-order', column: 'Resolved', examples: ['05/04/2026', '06/05/2026'] },
    ])
  })

  test('the answer settles it', async () => {
    const { said } = await readExport(ambiguous, { dateOrder: 'mdy' })
    expect(said.questions).toEqual([])
    expect(said.drafts[0]?.fields.raisedAt).toBe(Date.parse('2026-03-04T00:00:00+01:00'))
  })

  test('a column that proves it speaks for one that does not', async () => {
    const { said } = await readExport(ambiguous.replace('06/05/2026', '26/05/2026'))
    expect(said.questions).toEqual([])
    expect(said.notes.join()).toContain('“Created” read as day/month/year')
    expect(said.drafts[0]?.fields.raisedAt).toBe(Date.parse('2026-04-03T00:00:00+02:00'))
  })

  test('a date that cannot be under the told order sets its record aside, and no other', async () => {
    const { said } = await readExport(
      file('x.csv', 'ID,Title,Created\n1,One,23/04/2026\n2,Two,04/05/2026\n3,Three,soon\n'),
      {
        dateOrder: 'mdy',
      },
    )
    expect(said.drafts.map(({ title }) => title)).toEqual(['Two'])
    expect(said.quarantined).toEqual([
      { record: 1, column: 'Created', reason: '“23/04/2026” has no month 23, read as month/day/year' },
      { record: 3, column: 'Created', reason: '“soon” is not a date' },
    ])
  })
})
