import { readAdoption } from '@domain/adoption/reading'
import { trendLimitsOf, usualTrendLimits } from '@domain/adoption/trend-limits'
import { trends } from '@domain/adoption/trends'
import { usualRange } from '@domain/adoption/usual-range'
import { addDays, type Day, weekdayOf } from '@domain/time/day'
import { describe, expect, test } from 'vitest'
import { adoptionOn, draftOf, importOn, lines } from '../../support/adoption'
import { makeLaptop } from '../../support/laptop'

const sunday: Day = '2026-03-15'
const isWorkday = (day: Day) => !['sat', 'sun'].includes(weekdayOf(day))

/** So many people of a group on each working day of the five weeks that end with Sunday 15 March. */
async function trendsOf(
  counts: (day: Day, back: number) => Readonly<Record<string, number>>,
  licensed: Readonly<Record<string, number>> = {},
  limits = usualTrendLimits,
) {
  const laptop = makeLaptop('a', Date.UTC(2026, 2, 16, 8))
  const rows: string[] = []
  for (let back = 34; back >= 0; back--) {
    const day = addDays(sunday, -back)
    if (!isWorkday(day)) continue
    for (const [group, count] of Object.entries(counts(day, back)))
      for (let person = 0; person < count; person++) rows.push(`${day},${group}-${person},${group}`)
  }
  importOn(laptop, await draftOf(lines('date,user,department', ...rows)))
  const users = Object.entries(licensed).flatMap(([group, count]) =>
    Array.from({ length: count }, (_, person) => `${group}-${person},${group},1`),
  )
  if (users.length > 0) importOn(laptop, await draftOf(lines('Username,Department,Active', ...users)))
  return trends(adoptionOn(laptop), { day: sunday, isWorkday, limits })
}

describe('a drop', () => {
  const tuesdays: Readonly<Record<Day, number>> = {
    '2026-02-10': 55,
    '2026-02-17': 62,
    '2026-02-24': 60,
    '2026-03-03': 70,
    '2026-03-10': 41,
  }

  test('is held against the last four of the same weekday, and explained by them', async () => {
    const found = await trendsOf((day) => ({ All: tuesdays[day] ?? 60 }))
    expect(found).toEqual([
      {
        kind: 'drop',
        group: undefined,
        day: '2026-03-10',
        title: 'Everybody: fewer than on other Tuesdays',
        seen: 'Tuesday 10 Mar: 41, expected 50–72 from the last four Tuesdays (70, 60, 62, 55); usual is within 2 deviations, 10% or 2 people, whichever is most.',
      },
    ])
  })

  test('is none within what is usual, on a day that is closed, or with too little before it', async () => {
    expect(await trendsOf((day) => ({ All: day === '2026-03-10' ? 50 : (tuesdays[day] ?? 60) }))).toEqual([])
    expect(await trendsOf((day) => ({ All: isWorkday(day) ? 60 : 1 }))).toEqual([])
    expect(await trendsOf((day, back) => (back > 20 ? {} : { All: day === '2026-03-10' ? 1 : 60 }))).toEqual(
      [],
    )
  })

  test('is not made by one odd day before it', async () => {
    expect(await trendsOf((day) => ({ All: day === '2026-02-24' ? 5 : 60 }))).toEqual([])
  })
})

test('a best week and every one less after it is a concern, with its weeks', async () => {
  const weekly = [40, 52, 60, 80, 62]
  const found = await trendsOf((_, back) => ({ All: weekly[Math.floor(back / 7)] ?? 0 }))
  expect(found.find(({ kind }) => kind === 'fade')).toMatchObject({
    kind: 'fade',
    day: sunday,
    title: 'Everybody: fewer every week since the best one',
    seen: '80 a working day in the week to 22 Feb, then 60, 52, 40: 50% below the best week, which is a concern from 25% on.',
  })
  const steady = [60, 61, 62, 63, 62]
  expect(await trendsOf((_, back) => ({ All: steady[Math.floor(back / 7)] ?? 0 }))).toEqual([])
})

test('a group of which nobody has been there in a week is silent, unless it is too small to tell', async () => {
  const found = await trendsOf(
    (_, back) => ({ North: 20, South: back < 7 ? 0 : 4, West: back < 7 ? 0 : 2 }),
    {
      North: 20,
      South: 4,
      West: 2,
      East: 5,
    },
  )
  const silences = found.filter(({ kind }) => kind === 'silent')
  expect(silences.map(({ group, seen }) => [group, seen])).toEqual([
    [
      'East',
      '0 of 5 licensed people in the seven days to 15 Mar, 5 working days of which are known; nobody was ever there. Groups of 3 or more are looked at.',
    ],
    [
      'South',
      '0 of 4 licensed people in the seven days to 15 Mar, 5 working days of which are known; the last was there on 6 Mar. Groups of 3 or more are looked at.',
    ],
  ])
})

test('nothing known is no concern', () => {
  const empty = readAdoption({ people: [], totals: [], licences: [] }, 'UTC', sunday)
  const { value } = [empty.next(), empty.next()].at(-1) ?? {}
  expect(value && trends(value, { day: sunday, isWorkday, limits: usualTrendLimits })).toEqual([])
})

test('a range is never narrower than two people or a tenth', () => {
  expect(usualRange([60, 60, 60, 60], usualTrendLimits)).toEqual({ low: 54, high: 66, median: 60 })
  expect(usualRange([5, 5, 5], usualTrendLimits)).toEqual({ low: 3, high: 7, median: 5 })
  expect(usualRange([1], usualTrendLimits)).toEqual({ low: 0, high: 3, median: 1 })
})

describe('the limits of an engagement', () => {
  const drop = (day: Day) => ({ All: day === '2026-03-10' ? 50 : 60 })

  test('are the usual ones where nothing is set, and those that are set', () => {
    expect(trendLimitsOf({})).toEqual(usualTrendLimits)
    expect(trendLimitsOf({ 'trend.fadePercent': 40, 'trend.dropPeople': null })).toEqual({
      ...usualTrendLimits,
      fadePercent: 40,
    })
  })

  test('decide what is a drop, and are told with it', async () => {
    expect(await trendsOf(drop, {}, trendLimitsOf({ 'trend.dropPercent': 20 }))).toEqual([])
    const [found] = await trendsOf(drop, {}, trendLimitsOf({ 'trend.dropPercent': 5, 'trend.dropPeople': 1 }))
    expect(found?.seen).toContain('; usual is within 2 deviations, 5% or 1 person, whichever is most.')
  })

  test('decide what is a decline and which group is too small', async () => {
    const weekly = [40, 52, 60, 80, 62]
    const fading = (_: Day, back: number) => ({ All: weekly[Math.floor(back / 7)] ?? 0 })
    const kinds = async (limits: Parameters<typeof trendLimitsOf>[0]) =>
      (await trendsOf(fading, {}, trendLimitsOf(limits))).map(({ kind }) => kind)
    expect(await kinds({ 'trend.fadePercent': 50 })).toContain('fade')
    expect(await kinds({ 'trend.fadePercent': 51 })).not.toContain('fade')
    const groups = { North: 5, South: 4 }
    const silentOf = async (smallest: number) =>
      (
        await trendsOf(
          (day) => (day < '2026-03-09' ? { East: 9, South: 3 } : { East: 9 }),
          { ...groups, East: 9 },
          trendLimitsOf({ 'trend.smallestGroup': smallest }),
        )
      )
        .filter(({ kind }) => kind === 'silent')
        .map(({ group }) => group)
    expect(await silentOf(4)).toEqual(['North', 'South'])
    expect(await silentOf(5)).toEqual(['North'])
  })
})
