import { licenceLists } from '@domain/adoption/licence-lists'
import { peopleOf, rowsByDay, totalsOf } from '@domain/adoption/rows-of-days'
import { begunAt } from '@domain/merge/apply'
import { dump } from '@domain/merge/dump'
import { describe, expect, test } from 'vitest'
import { draftOf, importOn, lines } from '../../support/adoption'
import { firstMorning, type Laptop, makeLaptop } from '../../support/laptop'

const head = 'Username,Login Time,Status'
const week = lines(
  head,
  'anna,2026-02-23 08:00,Success',
  'bo,2026-02-23 08:00,Success',
  'anna,2026-02-24 08:00,Success',
  'anna,2026-02-25 08:00,Success',
)
/** Begins in the middle of the 24th and goes on. */
const overlapping = lines(
  head,
  'bo,2026-02-24 13:00,Success',
  'anna,2026-02-25 08:00,Success',
  'cy,2026-02-26 08:00,Success',
)

const peopleOn = ({ replica }: Laptop) =>
  Object.fromEntries(
    [...rowsByDay(replica.rows('activePeople').values())]
      .map(([day, rows]) => [day, Object.fromEntries(peopleOf(rows))] as const)
      .sort(),
  )

describe('importing again', () => {
  test('the same file writes nothing', async () => {
    const laptop = makeLaptop('a')
    expect(importOn(laptop, await draftOf(week))).toEqual({ created: 3, updated: 0, unchanged: 0 })
    const before = laptop.operations.length
    expect(importOn(laptop, await draftOf(week))).toEqual({ created: 0, updated: 0, unchanged: 3 })
    expect(laptop.operations).toHaveLength(before)
  })

  test('a period that overlaps counts nobody twice', async () => {
    const laptop = makeLaptop('a')
    importOn(laptop, await draftOf(week))
    expect(importOn(laptop, await draftOf(overlapping))).toEqual({ created: 1, updated: 1, unchanged: 1 })
    expect(peopleOn(laptop)).toEqual({
      '2026-02-23': { 'anna\t\t': 1, 'bo\t\t': 1 },
      '2026-02-24': { 'anna\t\t': 1, 'bo\t\t': 1 },
      '2026-02-25': { 'anna\t\t': 1 },
      '2026-02-26': { 'cy\t\t': 1 },
    })
  })

  test('on two laptops, in whatever order, comes to the same without a conflict', async () => {
    const [a, b] = [makeLaptop('a'), makeLaptop('b', firstMorning + 60_000)]
    importOn(a, await draftOf(week))
    importOn(a, await draftOf(overlapping))
    importOn(b, await draftOf(overlapping))
    importOn(b, await draftOf(week))
    a.receive([...b.operations])
    b.receive([...a.operations])
    expect(dump(a.replica)).toEqual(dump(b.replica))
    expect(a.replica.conflicts.size).toBe(0)
    expect(peopleOn(a)).toEqual(peopleOn(b))
    expect(Object.keys(peopleOn(a))).toHaveLength(4)
  })

  test('after an undo brings the days back', async () => {
    const laptop = makeLaptop('a')
    importOn(laptop, await draftOf(week))
    for (const key of laptop.replica.rows('activePeople').keys())
      laptop.write({ entity: 'activePeople', key, fields: { removed: true, importUndone: true } })
    expect(peopleOn(laptop)).toEqual({})
    expect(importOn(laptop, await draftOf(week))).toEqual({ created: 3, updated: 0, unchanged: 0 })
    expect(Object.keys(peopleOn(laptop))).toHaveLength(3)
  })

  test('figures of groups: the last word holds, also when it was said before', async () => {
    const laptop = makeLaptop('a')
    const figures = async (active: number) =>
      importOn(laptop, await draftOf(lines('date,group,active_users', `2026-02-23,North,${active}`)))
    const standing = () => {
      const rows = rowsByDay(laptop.replica.rows('usageTotals').values()).get('2026-02-23') ?? []
      return totalsOf(rows).get('North\t')?.active
    }
    expect(await figures(41)).toMatchObject({ created: 1 })
    expect(await figures(38)).toMatchObject({ updated: 1 })
    expect(standing()).toBe(38)
    expect(await figures(41)).toMatchObject({ updated: 1 })
    expect(standing()).toBe(41)
    expect(await figures(41)).toMatchObject({ unchanged: 1 })
  })

  test('a list of licensed users is written whole, and only where somebody differs', async () => {
    const laptop = makeLaptop('a')
    const list = (...rows: string[]) => draftOf(lines('Username,Department,Active', ...rows))
    expect(importOn(laptop, await list('anna,Field,1', 'bo,Field,1'))).toMatchObject({ created: 2 })
    expect(importOn(laptop, await list('bo,Field,1', 'anna,Field,1'))).toMatchObject({ unchanged: 2 })
    expect(importOn(laptop, await list('anna,Billing,1'))).toEqual({ created: 0, updated: 1, unchanged: 0 })
    const lists = licenceLists(laptop.replica.rows('licencePage').values())
    expect(lists.map(({ people }) => people.map(({ person }) => person))).toEqual([['anna', 'bo'], ['anna']])
  })
})

test('a past day is known from when it ended, not from when the file was read', async () => {
  const laptop = makeLaptop('a')
  importOn(laptop, await draftOf(week))
  const [first] = [...laptop.replica.rows('activePeople').values()]
  expect(first && new Date(begunAt(first)).toISOString()).toBe('2026-02-23T22:59:59.999Z')
})

test('many people of one day stand in several rows that add up', async () => {
  const laptop = makeLaptop('a')
  const people = Array.from({ length: 9_000 }, (_, place) => `user${place},2026-02-23 08:00,Success`)
  importOn(laptop, await draftOf(lines(head, ...people)))
  expect(laptop.operations).toHaveLength(3)
  expect(Object.keys(peopleOn(laptop)['2026-02-23'] ?? {})).toHaveLength(9_000)
})
