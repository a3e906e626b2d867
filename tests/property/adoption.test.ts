import { activeOn, peopleInWeek } from '@domain/adoption/active'
import { peopleLines, readPeople, usageText } from '@domain/adoption/lines'
import { dump } from '@domain/merge/dump'
import { addDays, type Day } from '@domain/time/day'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adoptionOn, draftOf, importOn, lines } from '../support/adoption'
import { makeLaptop } from '../support/laptop'

const first: Day = '2026-03-02'
const after = Date.UTC(2026, 3, 1, 8)

/** A sign-in of one of six people on one of twelve days, at one of four hours. */
const signIn = fc.record({ person: fc.nat(5), day: fc.nat(11), hour: fc.nat(3) })
/** A file is a stretch of the history; stretches overlap, and may begin and end in the middle of a day. */
const stretch = fc.tuple(fc.nat(47), fc.nat(47)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)

const moment = ({ day, hour }: { day: number; hour: number }) => day * 4 + hour
const file = (rows: readonly { person: number; day: number; hour: number }[]) =>
  lines(
    'Username,Login Time',
    ...rows.map(({ person, day, hour }) => `user${person},${addDays(first, day)} ${9 + hour}:00`),
  )

test('whatever stretches of a history are imported, how often and in which order, people count as in its whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(signIn, { minLength: 1, maxLength: 40 }),
      fc.array(stretch, { minLength: 1, maxLength: 5 }),
      fc.array(fc.nat(4), { minLength: 1, maxLength: 8 }),
      async (history, stretches, order) => {
        const laptop = makeLaptop('a', after)
        const known = new Set<number>()
        for (const pick of order) {
          const [from, to] = stretches[pick % stretches.length] ?? [0, 0]
          const rows = history.filter((one) => moment(one) >= from && moment(one) <= to)
          if (rows.length === 0) continue
          importOn(laptop, await draftOf(file(rows)))
          for (const row of rows) known.add(history.indexOf(row))
          const before = laptop.operations.length
          importOn(laptop, await draftOf(file(rows)))
          expect(laptop.operations).toHaveLength(before)
        }
        const reading = adoptionOn(laptop)
        const told = history.filter((_, place) => known.has(place))
        for (let day = 0; day < 12; day++) {
          const on = (back: number) => told.filter((one) => one.day <= day && one.day > day - back)
          const count = new Set(on(1).map(({ person }) => person)).size
          expect(activeOn(reading, addDays(first, day)) ?? 0).toBe(count)
          const week = new Set(on(7).map(({ person }) => person)).size
          expect(peopleInWeek(reading, addDays(first, day))?.size ?? 0).toBe(week)
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('two laptops that import the same files in different orders agree, and dispute nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(signIn, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 }),
      async (files) => {
        const [a, b] = [makeLaptop('a', after), makeLaptop('b', after + 1_000)]
        for (const rows of files) importOn(a, await draftOf(file(rows)))
        for (const rows of files.toReversed()) importOn(b, await draftOf(file(rows)))
        a.receive([...b.operations])
        b.receive([...a.operations])
        expect(dump(a.replica)).toEqual(dump(b.replica))
        expect(a.replica.conflicts.size).toBe(0)
      },
    ),
    { numRuns: 40 },
  )
})

test('what is written of people is what is read', () => {
  const name = fc
    .stringMatching(/^[^\t\n\r]{1,20}$/)
    .filter((text) => text.trim() !== '' && text === text.trim())
  const usage = fc.record({
    person: name,
    feature: fc.oneof(fc.constant(''), name),
    group: fc.oneof(fc.constant(''), name),
  })
  fc.assert(
    fc.property(fc.array(fc.tuple(usage, fc.nat(1_000))), (all) => {
      const uses = new Map(all.map(([one, events]) => [usageText(one), events]))
      expect(readPeople(peopleLines(uses).join('\n'))).toEqual(uses)
    }),
  )
})
