import { activeOn, licensedOn, peopleInWeek } from '@domain/adoption/active'
import { activeShare } from '@domain/adoption/active-share'
import { featureUse } from '@domain/adoption/feature-use'
import { activeInWeek, groupUse } from '@domain/adoption/group-use'
import { neverSignedIn } from '@domain/adoption/never-signed-in'
import type { AdoptionReading } from '@domain/adoption/reading'
import { stickiness } from '@domain/adoption/stickiness'
import { describe, expect, test } from 'vitest'
import { adoptionOn, draftOf, importOn, lines } from '../../support/adoption'
import { makeLaptop } from '../../support/laptop'

const monday = Date.UTC(2026, 2, 16, 8)
const isWorkday = () => true

async function readingOf(...files: readonly string[]): Promise<AdoptionReading> {
  const laptop = makeLaptop('a', monday)
  for (const file of files) {
    laptop.now += 60_000
    importOn(laptop, await draftOf(file))
  }
  return adoptionOn(laptop)
}

const licences = lines(
  'Id,Username,Profile,Department,Active,Last Login',
  '005000000000001,anna,Standard,North,true,2026-03-09',
  '005000000000002,bo,Standard,North,true,',
  '005000000000003,cy,Standard,South,true,',
  '005000000000004,gone,Standard,South,false,',
  '005000000000005,feed,System Integration,IT,true,2026-03-09',
)
const signIns = lines(
  'Username,UserId,Login Time,Status',
  'anna,,2026-03-09 08:00,Success',
  'anna,,2026-03-10 08:00,Success',
  ',005000000000002AAA,2026-03-10 09:00,Success',
  'feed,,2026-03-10 09:00,Success',
  'visitor,,2026-03-11 09:00,Success',
)

describe('who is active', () => {
  test('by day and by week, each person once, integrations left out whoever names them', async () => {
    const reading = await readingOf(signIns.replace('Username,UserId', 'Username,Other'), licences)
    expect(reading.days.map(({ day, people }) => [day, people?.size])).toEqual([
      ['2026-03-09', 1],
      ['2026-03-10', 1],
      ['2026-03-11', 1],
    ])
    expect([...(peopleInWeek(reading, '2026-03-15') ?? [])]).toEqual(['anna', 'visitor'])
    expect(activeOn(reading, '2026-03-12')).toBeUndefined()
  })

  test('joins a user’s id to the name that the list tells', async () => {
    const byId = lines('UserId,Login Time', '005000000000001AAA,2026-03-09 08:00')
    const byName = lines('Username,Login Time', 'anna,2026-03-09 09:00')
    const reading = await readingOf(byId, byName, licences)
    expect(activeOn(reading, '2026-03-09')).toBe(1)
    expect(activeOn(reading, '2026-03-09', 'North')).toBe(1)
  })

  test('against licensed: only those who are licensed count, in the seven days', async () => {
    const reading = await readingOf(signIns.replace(',005000000000002AAA', 'bo,'), licences)
    expect(activeShare(reading, '2026-03-15')).toEqual({ active: 2, licensed: 3 })
    expect(activeShare(reading, '2026-03-16')).toEqual({ active: 2, licensed: 3 })
    expect(activeShare(reading, '2026-03-17')).toEqual({ active: 0, licensed: 3 })
    expect(activeShare(reading, '2026-03-25')).toBeUndefined()
    expect(activeShare(await readingOf(signIns), '2026-03-15')).toBeUndefined()
  })

  test('of figures of groups: the groups together, the busiest day of a week', async () => {
    const reading = await readingOf(
      lines(
        'date,group,feature,active_users,events,licensed_users',
        '2026-03-09,North,,10,,20',
        '2026-03-09,South,,5,,10',
        '2026-03-10,North,Quotes,7,30,20',
        '2026-03-10,North,Orders,9,40,20',
      ),
    )
    expect(activeOn(reading, '2026-03-09')).toBe(15)
    expect(activeOn(reading, '2026-03-10')).toBe(9)
    expect(licensedOn(reading, '2026-03-09')).toBe(30)
    expect(peopleInWeek(reading, '2026-03-10')).toBeUndefined()
    expect(activeInWeek(reading, '2026-03-10')).toBe(15)
    expect(activeShare(reading, '2026-03-09')).toEqual({ active: 15, licensed: 30 })
    expect(featureUse(reading, '2026-03-10')).toEqual([
      { feature: 'Orders', people: 9, isAtLeast: true, events: 40, before: null },
      { feature: 'Quotes', people: 7, isAtLeast: true, events: 30, before: null },
    ])
  })

  test('never signed in: licensed, and neither list nor file has seen them', async () => {
    const reading = await readingOf(signIns.replace(',005000000000002AAA', 'bo,'), licences)
    expect(neverSignedIn(reading, '2026-03-16')?.map(({ person }) => person)).toEqual(['cy'])
    expect(neverSignedIn(reading, '2026-03-09')?.map(({ person }) => person)).toEqual(['bo', 'cy'])
    expect(neverSignedIn(await readingOf(signIns), '2026-03-16')).toBeUndefined()
  })

  test('by group', async () => {
    const reading = await readingOf(signIns.replace(',005000000000002AAA', 'bo,'), licences)
    expect(groupUse(reading, '2026-03-16')).toEqual([
      { group: 'IT', licensed: 0, active: 0, before: 0, never: 0 },
      { group: 'North', licensed: 2, active: 2, before: 1, never: 0 },
      { group: 'South', licensed: 1, active: 0, before: 0, never: 1 },
    ])
  })
})

test('features: people and events of the week, and the people of the week before', async () => {
  const row = (day: string, user: string, feature: string, events: number) =>
    `2026-03-${day},${user},${feature},${events}`
  const reading = await readingOf(
    lines(
      'date,user,feature,events',
      row('03', 'anna', 'Quotes', 1),
      row('10', 'anna', 'Quotes', 3),
      row('11', 'anna', 'Quotes', 2),
      row('11', 'bo', 'Quotes', 1),
      row('11', 'bo', 'Orders', 1),
    ),
  )
  expect(featureUse(reading, '2026-03-15')).toEqual([
    { feature: 'Quotes', people: 2, isAtLeast: false, events: 6, before: 1 },
    { feature: 'Orders', people: 1, isAtLeast: false, events: 1, before: 0 },
  ])
})

test('stickiness: people on a working day on average, of the different people of four weeks', async () => {
  const rows = ['anna', 'bo', 'cy', 'dee'].flatMap((user, place) =>
    Array.from({ length: 5 - place }, (_, back) => `${user},2026-03-${13 - back} 08:00`),
  )
  const reading = await readingOf(lines('Username,Login Time', ...rows))
  expect(stickiness(reading, '2026-03-15', isWorkday)).toEqual({ daily: 2.8, monthly: 4, days: 5 })
  expect(stickiness(reading, '2026-03-12', isWorkday)).toBeUndefined()
  expect(stickiness(reading, '2026-03-15', (day) => day !== '2026-03-13')).toBeUndefined()
})
