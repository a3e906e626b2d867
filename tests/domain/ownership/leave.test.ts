import { awayBy, leavesOf } from '@domain/ownership/leave'
import { leavesAt } from '@domain/reporting/row-at'
import { expect, test } from 'vitest'
import { makeLaptop } from '../../support/laptop'

const hour = 60 * 60_000

function room() {
  const laptop = makeLaptop('desk')
  const write = (key: string, fields: Record<string, string | boolean | null>) =>
    laptop.write({ entity: 'leave', key, fields })
  return { laptop, write, leaves: () => laptop.replica.rows('leave').values() }
}

test('the first and the last day are leave too, as the engagement’s zone tells the days', () => {
  const { write, leaves } = room()
  write('a', { person: 'ana', from: '2026-03-02', to: '2026-03-03' })
  for (const [zone, offset] of [
    ['Europe/Berlin', 1],
    ['America/New_York', -5],
    ['Asia/Kathmandu', 5.75],
  ] as const) {
    const away = awayBy(leaves(), zone)
    const first = Date.UTC(2026, 2, 2) - offset * hour
    expect(away('ana', first - 1)).toBe(false)
    expect(away('ana', first)).toBe(true)
    expect(away('ana', first + 48 * hour - 1)).toBe(true)
    expect(away('ana', first + 48 * hour)).toBe(false)
    expect(away('ben', first)).toBe(false)
  }
})

test('what is removed, half told or ends before it begins is none', () => {
  const { write, leaves } = room()
  write('a', { person: 'ana', from: '2026-03-02', to: '2026-03-05', removed: true })
  write('b', { person: 'ana', from: '2026-03-02' })
  write('c', { person: 'ana', from: '2026-03-05', to: '2026-03-02' })
  expect(awayBy(leaves(), 'UTC')('ana', Date.UTC(2026, 2, 3))).toBe(false)
  expect(leavesOf('ana', leaves())).toEqual([])
})

test('several stretches of one person are told in their order', () => {
  const { write, leaves } = room()
  write('a', { person: 'ana', from: '2026-04-01', to: '2026-04-02' })
  write('b', { person: 'ben', from: '2026-01-01', to: '2026-01-02' })
  write('c', { person: 'ana', from: '2026-03-01', to: '2026-03-02' })
  expect(leavesOf('ana', leaves()).map(({ key }) => key)).toEqual(['c', 'a'])
  const away = awayBy(leaves(), 'UTC')
  expect([1, 2, 3].map((month) => away('ana', Date.UTC(2026, month, 1, 12)))).toEqual([false, true, true])
})

test('a report knows the leave that was known at its time: none written later, and what was taken back later', () => {
  const { laptop, write, leaves } = room()
  const began = laptop.now
  write('a', { person: 'ana', from: '2026-03-02', to: '2026-03-05' })
  laptop.now = began + 2 * hour
  write('a', { removed: true })
  write('b', { person: 'ana', from: '2026-03-02', to: '2026-03-05' })
  const known = (at: number) =>
    [...leavesAt(leaves(), at)].filter(({ values }) => values.removed !== true).map(({ key }) => key)
  expect(known(began - 1)).toEqual([])
  expect(known(began + hour)).toEqual(['a'])
  expect(known(began + 3 * hour)).toEqual(['b'])
})
