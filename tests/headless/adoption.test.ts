import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HeadlessEngagement, headlessEngagement } from '../support/headless-engagement'
import { killHeadless } from '../support/launch'

const lines = (...rows: string[]) => `${rows.join('\r\n')}\r\n`
const head = 'Username,Login Time,Login Type,Status,Application,API Type'

let engagement: HeadlessEngagement

beforeAll(async () => {
  engagement = await headlessEngagement('2026-11-23T09:00:00Z')
})
afterAll(() => engagement.remove())

const imported = (name: string, content: string, ...args: string[]) =>
  engagement.run('adoption import', '--file', engagement.file(name, content), ...args)

describe('adoption import from the command line', () => {
  it('tells what it stored and what it left out; the same again stores nothing new, and undo takes it back', async () => {
    const file = lines(
      head,
      'anna@acme.example,2026-11-17 08:02,Application,Success,Browser,N/A',
      'bo@acme.example,2026-11-17 08:02,Application,Failed: Invalid Password,Browser,N/A',
      'cy@acme.example,2026-11-18 01:00,Other Apex API,Success,Reports,REST API',
      'svc.billing@acme.example,2026-11-18 01:00,Application,Success,Browser,N/A',
      'anna@acme.example,some day,Application,Success,Browser,N/A',
    )
    const dry = await imported('logins.csv', file, '--dry-run')
    const result = await imported('logins.csv', file)
    expect(result).toEqual({ ...dry, stored: true })
    expect(result).toMatchObject({
      kind: 'sign-ins',
      records: 5,
      people: 1,
      from: '2026-11-17',
      to: '2026-11-17',
      created: 1,
      updated: 0,
      unchanged: 0,
      leftOut: { failed: 1, api: 1, integration: 1 },
      quarantined: [{ record: 5, column: 'Login Time' }],
      questions: [],
    })
    expect(await engagement.rows('activePeople')).toEqual([
      { day: '2026-11-17', people: '1\tanna@acme.example' },
    ])
    expect(await imported('logins.csv', file)).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
    expect(await engagement.rows('adoptionImport')).toHaveLength(1)
    expect(await engagement.run('undo')).toMatchObject({
      undone: 'Undone: Imported logins.csv: 1 day new, 0 changed',
    })
    expect(await engagement.rows('activePeople')).toEqual([])
  })

  it('asks about two date orders in one file and stores nothing until told', async () => {
    const file = engagement.file(
      'orders.csv',
      lines('Username,Login Time', 'anna,23/10/2026 08:00', 'anna,10/24/2026 08:00', 'bo,04/05/2026 08:00'),
    )
    const before = await engagement.run('dump')
    const { code, details } = await engagement.refused('adoption import', '--file', file)
    expect(code).toBe('open-questions')
    expect(details).toMatchObject({ questions: [{ kind: 'date-order', column: 'Login Time' }] })
    expect(await engagement.run('dump')).toEqual(before)
    expect(await engagement.run('adoption import', '--file', file, '--date-order', 'dmy')).toMatchObject({
      created: 2,
      quarantined: [{ record: 2, column: 'Login Time' }],
    })
  })

  it('refuses a file of something else', async () => {
    const file = engagement.file('colours.csv', lines('Colour,Size', 'red,1'))
    expect(await engagement.refused('adoption import', '--file', file)).toMatchObject({
      code: 'unknown-columns',
    })
  })

  it.each([
    ['while rows are read', /Reading rows/, 5],
    ['while it is stored', /Storing/, 6],
  ])('killed %s is before or after, never between', async (_, says, month) => {
    const days = Array.from({ length: 20 }, (_, day) =>
      new Date(Date.UTC(2026, month, 1 + day)).toISOString().slice(0, 10),
    )
    const rows = days.flatMap((day) =>
      Array.from({ length: 1_000 }, (_, person) => `user${person}@acme.example,${day} 08:00`),
    )
    const file = engagement.file('killed.csv', lines('Username,Login Time', ...rows))
    const before = await engagement.run('dump')
    await killHeadless(
      ['adoption', 'import', '--profile', engagement.folder, '--file', file, '--now=2026-11-23T09:00:00Z'],
      says,
    )
    const after = await engagement.run('dump')
    const stored = (await engagement.rows('activePeople')).filter(({ day }) =>
      days.includes(String(day)),
    ).length
    expect([0, days.length]).toContain(stored)
    if (stored === 0) expect(after).toEqual(before)
    expect(await engagement.run('rebuild')).toMatchObject({ equal: true })
    expect(await engagement.run('adoption import', '--file', file)).toMatchObject({
      created: days.length - stored,
      unchanged: stored,
    })
  })

  it('takes half a million sign-ins in a few dozen operations, each person once a day', async () => {
    const [people, days] = [2_500, 50]
    const rows: string[] = [head]
    for (let day = 0; day < days; day++) {
      const date = new Date(Date.UTC(2026, 7, 1 + day)).toISOString().slice(0, 10)
      for (let time = 0; time < 4; time++)
        for (let person = 0; person < people; person++)
          rows.push(
            `user${person}@acme.example,${date} ${10 + time}:0${person % 10}:00,Application,Success,Browser,N/A`,
          )
    }
    const name = engagement.file('many.csv', `${rows.join('\n')}\n`)
    const operations = async () => (await engagement.run<{ operations: number }>('rebuild')).operations
    const before = await operations()
    const result = await engagement.run('adoption import', '--file', name)
    expect(result).toMatchObject({ records: 500_000, people, created: days, quarantined: [] })
    expect((await operations()) - before).toBe(days + 1)
    const first = (await engagement.rows('activePeople')).find(({ day }) => day === '2026-08-01')
    expect(String(first?.people).split('\n')).toHaveLength(people)
    expect(await engagement.run('adoption import', '--file', name)).toMatchObject({
      created: 0,
      unchanged: days,
    })
  })
})
