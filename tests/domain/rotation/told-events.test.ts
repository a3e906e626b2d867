import { calendarExportKey } from '@domain/model/calendar-export'
import type { Calendar } from '@domain/rotation/calendar'
import { calendarKey } from '@domain/rotation/calendar'
import type { Shift } from '@domain/rotation/shift'
import { eventsToTell, newlyTold, type ToldEvent, toldEvents, toldFields } from '@domain/rotation/told-events'
import { expect, test } from 'vitest'
import { makeLaptop } from '../../support/laptop'

const day = 24 * 3_600_000
const period = { from: 0, to: 100 * day }
const all: Calendar = { kind: 'all' }

const shift = (key: string, person = 'ines', from = day): Shift => ({
  key,
  person,
  role: 'triage',
  from,
  to: from + day / 3,
  origin: 'rotation',
  rotation: 'r',
})
const nothing: ReadonlyMap<string, ToldEvent> = new Map()
const bare = (events: ReadonlyMap<string, ToldEvent>) =>
  [...events].map(([key, { person, sequence, cancelled }]) => [key, person, sequence, cancelled])

test('what has changed gets a higher sequence, and what has not keeps its own', () => {
  const first = eventsToTell(all, [shift('a'), shift('b')], nothing, period)
  expect(bare(first)).toEqual([
    ['a', 'ines', 0, false],
    ['b', 'ines', 0, false],
  ])
  const second = eventsToTell(all, [shift('a', 'noor'), shift('b')], first, period)
  expect(bare(second)).toEqual([
    ['a', 'noor', 1, false],
    ['b', 'ines', 0, false],
  ])
  expect([...newlyTold(second, first).keys()]).toEqual(['a'])
  expect(newlyTold(eventsToTell(all, [shift('a', 'noor'), shift('b')], second, period), second).size).toBe(0)
})

test('what is no more is cancelled, once, and may come back', () => {
  const first = eventsToTell(all, [shift('a')], nothing, period)
  const gone = eventsToTell(all, [], first, period)
  expect(bare(gone)).toEqual([['a', 'ines', 1, true]])
  const still = eventsToTell(all, [], gone, period)
  expect(bare(still)).toEqual([['a', 'ines', 1, true]])
  expect(bare(eventsToTell(all, [shift('a')], still, period))).toEqual([['a', 'ines', 2, false]])
})

test('a shift that goes to somebody else is cancelled for whoever had it', () => {
  const own: Calendar = { kind: 'person', person: 'ines' }
  const first = eventsToTell(own, [shift('a'), shift('b', 'noor')], nothing, period)
  expect(bare(first)).toEqual([['a', 'ines', 0, false]])
  expect(bare(eventsToTell(own, [shift('a', 'noor')], first, period))).toEqual([['a', 'ines', 1, true]])
})

test('what lies outside of the period is left as it was told', () => {
  const first = eventsToTell(all, [shift('a'), shift('z', 'ines', 90 * day)], nothing, period)
  expect(bare(eventsToTell(all, [], first, { from: 5 * day, to: 80 * day }))).toEqual([])
})

test('what two laptops have told is remembered together, the last of each shift', () => {
  const [one, other] = [makeLaptop('one'), makeLaptop('other')]
  const tell = (laptop: typeof one, shifts: readonly Shift[]) => {
    const told = toldEvents(all, laptop.replica.rows('calendarExport').values())
    const events = eventsToTell(all, shifts, told, period)
    laptop.now += 1000
    laptop.write({
      entity: 'calendarExport',
      key: calendarExportKey(calendarKey(all), laptop.id),
      fields: { calendar: calendarKey(all), exportedAt: laptop.now, ...toldFields(newlyTold(events, told)) },
    })
    return events
  }
  tell(one, [shift('a'), shift('b')])
  other.receive(one.operations)
  expect(bare(tell(other, [shift('a', 'noor')]))).toEqual([
    ['a', 'noor', 1, false],
    ['b', 'ines', 1, true],
  ])
  one.receive(other.operations)
  expect(bare(tell(one, [shift('a', 'noor')]))).toEqual([
    ['a', 'noor', 1, false],
    ['b', 'ines', 1, true],
  ])
})

test('what cannot be read is passed over', () => {
  const laptop = makeLaptop('one')
  laptop.write({
    entity: 'calendarExport',
    key: 'k',
    fields: { calendar: 'all', 'event:a': '{"from":1}', 'event:b': 'no', 'event:c': null },
  })
  expect(toldEvents(all, laptop.replica.rows('calendarExport').values()).size).toBe(0)
})
