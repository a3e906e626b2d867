import { activeShareAt } from '@domain/adoption/active-share-at'
import { figures } from '@domain/reporting/figures'
import { weeklyPack } from '@domain/reporting/make-weekly-pack'
import { readPack } from '@domain/reporting/read-pack'
import { describe, expect, test } from 'vitest'
import { draftOf, importOn, lines } from '../../support/adoption'
import { type Laptop, makeLaptop } from '../../support/laptop'

const morning = Date.UTC(2026, 2, 16, 8)

/** Two weeks of three people, of whom one stays away in the second; a fourth never came. */
async function known(): Promise<Laptop> {
  const laptop = makeLaptop('a', morning)
  laptop.write({ entity: 'engagement', key: 'engagement', fields: { name: 'ERP', zone: 'Europe/Berlin' } })
  const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}`
  const rows = [2, 3, 4, 5, 6].flatMap((number) => [
    `anna,${day(number)} 08:00`,
    `bo,${day(number)} 08:00`,
    `cy,${day(number)} 08:00`,
    `anna,${day(number + 7)} 08:00`,
    `bo,${day(number + 7)} 08:00`,
  ])
  importOn(laptop, await draftOf(lines('Username,Login Time', ...rows)))
  const list = ['anna', 'bo', 'cy', 'dee'].map((user) => `${user},Field,1`)
  importOn(laptop, await draftOf(lines('Username,Department,Active', ...list)))
  return laptop
}

const told = (laptop: Laptop, asOf = laptop.now) =>
  Object.fromEntries(figures(laptop.replica, { asOf }).map((figure) => [figure.id, figure]))

describe('figures of adoption', () => {
  test('tell who is active, each with its definition and the rows behind it', async () => {
    const figure = told(await known())
    expect(figure['active-people-on-day']).toMatchObject({ value: 2, display: '2 on Fri 13 Mar 2026' })
    expect(figure['active-people-in-week']).toMatchObject({ value: 2, trend: { before: 3, change: -1 } })
    expect(figure['active-share-of-licensed']).toMatchObject({ value: 50, display: '50% (2 of 4)' })
    expect(figure['licensed-people']).toMatchObject({ value: 4 })
    expect(figure['never-signed-in']).toMatchObject({ value: 1 })
    expect(figure['adoption-concerns-open']).toMatchObject({ value: 0 })
    expect(
      figure['active-people-in-week']?.rows.filter(({ entity }) => entity === 'activePeople'),
    ).toHaveLength(5)
    expect(figure['active-people-in-week']?.definition).toContain('nobody counts twice')
  })

  test('of a past day are what was known by its end, and nothing is measured before there is a list', async () => {
    const figure = told(await known(), Date.UTC(2026, 2, 7, 8))
    expect(figure['active-people-in-week']).toMatchObject({ value: 3 })
    expect(figure['active-share-of-licensed']).toMatchObject({ value: null, display: 'no data yet' })
  })

  test('of an engagement without any file are not measured', () => {
    const figure = told(makeLaptop('a', morning))
    expect(figure['active-people-in-week']).toMatchObject({ value: null, display: 'no data yet' })
    expect(figure.stickiness).toMatchObject({ value: null })
  })
})

test('the weekly report has them by day, over what happened, and nothing where nothing is known', async () => {
  const laptop = await known()
  laptop.write([
    {
      entity: 'issue',
      key: 'i',
      fields: { title: 'Down', severity: 1, status: 'new' },
      at: Date.UTC(2026, 2, 12, 9),
    },
    {
      entity: 'adoptionConcern',
      key: 'c',
      fields: { title: 'Cy stays away', state: 'open', raisedAt: morning },
    },
  ])
  const pack = readPack(JSON.stringify(weeklyPack(laptop.replica, { asOf: laptop.now })))
  if (pack.kind !== 'weekly') throw new Error('Not the weekly one')
  expect(pack.adoption?.days.slice(-2)).toEqual([
    { label: '12 Mar', active: 2, licensed: 4, incidents: 1, patches: [] },
    { label: '13 Mar', active: 2, licensed: 4, incidents: 0, patches: [] },
  ])
  expect(pack.adoption?.groups.lines).toEqual([
    { name: 'Field', active: '2', licensed: '4', share: '50%', before: '3', never: '1', rank: 1 },
  ])
  expect(pack.adoption?.concerns.lines).toMatchObject([{ title: 'Cy stays away', owner: null, action: null }])
  expect(weeklyPack(makeLaptop('b', morning).replica, { asOf: morning }).adoption).toBeNull()
})

test('exit is judged by what was known at a moment, and by the same week as adoption is told by', async () => {
  const laptop = await known()
  const { replica, now } = laptop
  const at = (asOf: number) => activeShareAt(replica, 'Europe/Berlin', asOf)
  expect(at(now)).toEqual({ active: 2, licensed: 4 })
  expect(at(Date.UTC(2026, 2, 7, 8))).toBeUndefined()
  expect(at(now + 7 * 24 * 60 * 60_000)).toBeUndefined()
  laptop.now += 24 * 60 * 60_000
  importOn(laptop, await draftOf(lines('Username,Login Time', 'dee,2026-03-16 08:00', 'cy,2026-03-10 08:00')))
  for (const asOf of [laptop.now, laptop.now + 3 * 24 * 60 * 60_000]) {
    const { active, licensed } = at(asOf) ?? { active: Number.NaN, licensed: Number.NaN }
    expect((100 * active) / licensed).toBe(told(laptop, asOf)['active-share-of-licensed']?.value)
  }
})
