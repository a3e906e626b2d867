import {
  importSchedule,
  readSchedule,
  type ScheduleAnswers,
  type ScheduleEntry,
} from '@domain/rotation/schedule'
import { expect, test } from 'vitest'
import { makeLaptop } from '../../support/laptop'

const hour = 3_600_000
const start = Date.UTC(2026, 10, 2, 8)
const context = { zone: 'Europe/Berlin', now: start }

function room() {
  const laptop = makeLaptop('desk', start)
  laptop.write([
    { entity: 'person', key: 'priya', fields: { name: 'Priya Raman', email: 'priya@example.com' } },
    { entity: 'person', key: 'tomasz', fields: { name: 'Tomasz Nowak' } },
  ])
  const read = (entries: readonly ScheduleEntry[], answers: Partial<ScheduleAnswers> = {}) =>
    readSchedule(entries, laptop.replica.rows('person'), { role: 'on-call', people: new Map(), ...answers })
  const overrides = () => laptop.replica.rows('shiftOverride')
  return { laptop, read, overrides }
}

const entry = (id: string, people: readonly string[], words: readonly string[] = []): ScheduleEntry => ({
  id,
  from: start,
  to: start + 8 * hour,
  people,
  words,
})

test('people are known by address, name, or their name in a title; the role by its word', () => {
  const { read } = room()
  const { placings, unknownPeople, withoutRole } = read([
    entry('1', ['PRIYA@example.com'], ['Triage']),
    entry('2', ['Triage: Tomasz Nowak'], ['Triage: Tomasz Nowak']),
    entry('3', ['Tomasz Nowak'], ['Something']),
    entry('4', ['Nobody Known'], ['Triage']),
    entry('5', ['Priya Raman and Tomasz Nowak'], ['Triage']),
  ])
  expect(placings.map(({ person, role }) => [person, role])).toEqual([
    ['priya', 'triage'],
    ['tomasz', 'triage'],
    ['tomasz', 'on-call'],
  ])
  expect([...unknownPeople.keys()]).toEqual(['Nobody Known', 'Priya Raman and Tomasz Nowak'])
  expect(withoutRole).toBe(1)
})

test('what somebody answers holds, also that it is nobody', () => {
  const { read } = room()
  const people = new Map([
    ['Nobody Known', 'priya'],
    ['The cat', null],
  ])
  const { placings, unknownPeople } = read([entry('1', ['Nobody Known']), entry('2', ['The cat'])], {
    people,
  })
  expect(placings.map(({ person }) => person)).toEqual(['priya'])
  expect(unknownPeople.size).toBe(0)
})

test('it is one change, and the same file again changes nothing', () => {
  const { laptop, read, overrides } = room()
  const told = read([
    entry('1', ['Priya Raman'], ['Triage']),
    entry('2', ['Tomasz Nowak'], ['Lead', 'Hypercare lead']),
  ])
  const plan = importSchedule('shifts.ics', told, overrides(), context)
  expect(plan.label).toBe('shifts.ics taken into the rota: 2 shifts')
  expect(plan.intents).toHaveLength(2)
  expect(plan.intents[0]?.fields).toMatchObject({
    person: 'priya',
    role: 'triage',
    rotation: null,
    from: '2026-11-02T09:00',
    to: '2026-11-02T17:00',
    zone: 'Europe/Berlin',
  })
  laptop.write(plan.intents)
  expect(importSchedule('shifts.ics', told, overrides(), context).intents).toEqual([])
})
