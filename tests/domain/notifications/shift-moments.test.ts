import type { Moment } from '@domain/notifications/moment'
import { type KnownShifts, ShiftMoments } from '@domain/notifications/shift-moments'
import { describe, expect, test } from 'vitest'
import { type Laptop, makeLaptop } from '../../support/laptop'
import { rotaOf, rotation, tablesOf } from '../../support/rota'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** Monday 2 March 2026, 09:00 in Berlin. */
const nine = Date.UTC(2026, 2, 2, 8)

function watch(laptop: Laptop, me = 'ada', before?: KnownShifts) {
  let rota = rotaOf(laptop)
  let time = laptop.now
  const moments = new ShiftMoments(
    () => ({ rota, tables: tablesOf(laptop), me, name: laptop.id.slice(0, 1) }),
    () => time,
    () => before,
  )
  const titles = (told: readonly Moment[]) => told.map((moment) => ('title' in moment ? moment.title : ''))
  return {
    moments,
    between(after: number, upTo: number) {
      time = upTo
      rota = rotaOf(laptop)
      return titles(moments.between(after, upTo))
    },
  }
}

const office = { 'hours.mon': '09:00-17:00', 'hours.tue': '09:00-17:00' }

describe('own shifts', () => {
  test('are told half an hour before they start and a quarter before they end', () => {
    const laptop = makeLaptop('b', nine - day)
    laptop.write(rotation({ members: ['ada'], plan: office }))
    const { between, moments } = watch(laptop)
    expect(between(nine - hour, nine - 31 * minute)).toEqual([])
    expect(moments.nextAfter(nine - hour)).toBe(nine - 30 * minute)
    expect(between(nine - 31 * minute, nine - 30 * minute)).toEqual(['Your shift starts at 09:00'])
    const [start] = moments.between(nine - 31 * minute, nine - 30 * minute)
    expect(start && moments.stands(start)).toBe(true)
    expect(moments.nextAfter(nine)).toBe(nine + 8 * hour - 15 * minute)
    expect(between(nine, nine + 8 * hour - 15 * minute)).toEqual(['Your shift ends at 17:00'])
    expect(start && moments.stands(start)).toBe(false)
  })

  test('that follow one another have no start of their own', () => {
    const laptop = makeLaptop('b', nine - day)
    laptop.write(rotation({ members: ['ada'] }))
    const { between } = watch(laptop)
    expect(between(nine + day - hour, nine + day - 20 * minute)).toEqual([])
    expect(between(nine + day - hour, nine + day - 15 * minute)).toEqual(['Your shift ends at 09:00'])
  })

  test('of somebody whom the engagement does not know are none', () => {
    const laptop = makeLaptop('b', nine - day)
    laptop.write(rotation({ members: ['ada'], plan: office }))
    expect(watch(laptop, 'nobody').between(nine - hour, nine)).toEqual([])
  })

  test('that others have changed are told, those that were changed here are not', () => {
    const [mine, theirs] = [makeLaptop('a', nine), makeLaptop('b', nine)]
    theirs.receive(mine.write(rotation({ members: ['ada', 'ben'], plan: office })))
    const { between, moments } = watch(mine)
    expect(between(nine, nine + minute)).toEqual([])
    const override = (key: string, person: string) => ({
      entity: 'shiftOverride',
      key,
      fields: {
        rotation: 'r',
        person,
        from: '2026-03-10T10:00',
        to: '2026-03-10T12:00',
        zone: 'Europe/Berlin',
        madeAt: 1,
      },
    })
    mine.write(override('o1', 'ada'))
    expect(between(nine + minute, nine + 2 * minute)).toEqual([])
    mine.receive(theirs.write(override('o2', 'ben')))
    expect(between(nine + 2 * minute, nine + 3 * minute)).toEqual(['Your shifts have changed'])
    const [change] = moments.between(nine + 2 * minute, nine + 3 * minute)
    expect(change && 'body' in change ? change.body : '').toContain('Tue 10 Mar 2026')
    expect(change && moments.stands(change)).toBe(true)
  })

  test('that changed while the laptop was off are told at the first look, and once only', () => {
    const laptop = makeLaptop('b', nine)
    laptop.write(rotation({ members: ['ada'], plan: office }))
    const evening = watch(laptop)
    expect(evening.between(nine, nine + minute)).toEqual([])
    const remembered = JSON.parse(JSON.stringify(evening.moments.remembered))
    // Nothing has come: nothing is told.
    expect(watch(laptop, 'ada', remembered).between(nine + day, nine + day + minute)).toEqual([])
    const other = makeLaptop('a', nine + hour)
    other.receive(laptop.operations)
    const leave = { person: 'ada', from: '2026-03-10', to: '2026-03-10' }
    laptop.receive(other.write({ entity: 'leave', key: 'l', fields: leave }))
    const morning = watch(laptop, 'ada', remembered)
    expect(morning.between(nine + day, nine + day + minute)).toEqual(['Your shifts have changed'])
    const [change] = morning.moments.between(nine + day, nine + day + minute)
    expect(change && 'body' in change ? change.body : '').toMatch(/^No longer so: Tue 10 Mar 2026/)
    const next = watch(laptop, 'ada', morning.moments.remembered)
    expect(next.between(nine + day, nine + day + minute)).toEqual([])
    // Somebody else uses the laptop now.
    expect(watch(laptop, 'ben', remembered).between(nine + day, nine + day + minute)).toEqual([])
  })
})
