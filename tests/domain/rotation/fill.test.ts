import type { Intent } from '@domain/merge/intent'
import type { Fields } from '@domain/model/value'
import { allBreaches } from '@domain/rotation/fatigue'
import { type FillRequest, type Proposal, proposeRota } from '@domain/rotation/fill'
import { helpersOf } from '@domain/rotation/helpers'
import type { Shift } from '@domain/rotation/shift'
import { defaultLimits, type ShiftLimits } from '@domain/rotation/shift-limits'
import { shiftsBetween } from '@domain/rotation/shifts'
import { supportCalendar } from '@domain/time/support-calendar'
import { inZone, startOfDay } from '@domain/time/zone'
import loadHighs from 'highs'
import { beforeAll, describe, expect, test } from 'vitest'
import { solveWith } from '../../../src/renderer/workers/jobs/solve'
import { makeLaptop } from '../../support/laptop'
import { rotaOf, rotation } from '../../support/rota'

const zone = 'Europe/Berlin'
const hour = 3_600_000
const calendar = supportCalendar({
  zone,
  ...Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [`hours.${day}`, '08:00-18:00'])),
})
const week = { from: startOfDay('2026-03-09', zone), to: startOfDay('2026-03-16', zone) }

let highs: Awaited<ReturnType<typeof loadHighs>>
beforeAll(async () => {
  highs = await loadHighs()
})

const person = (key: string, role = 'triage', more: Fields = {}): Intent => ({
  entity: 'person',
  key,
  fields: { name: key, role, ...more },
})
const need = (people: number, hours: Fields, role = 'triage'): Intent => ({
  entity: 'coverNeed',
  key: `need:${role}`,
  fields: { role, people, zone, from: '2026-03-01', ...hours },
})
const everyDay = (hours: string): Fields =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [`hours.${day}`, hours]))

function fill(
  intents: readonly Intent[],
  { kind = 'gaps', ...period }: Partial<FillRequest> = {},
  limits: ShiftLimits = defaultLimits,
) {
  const laptop = makeLaptop('a')
  laptop.write(intents)
  const rota = rotaOf(laptop)
  const request: FillRequest = { kind, ...week, ...period }
  const helpers = helpersOf(rota, laptop.replica.rows('person'), request.from, request.to)
  const proposal = proposeRota(rota, request, helpers, limits, calendar, (program) =>
    solveWith(highs, program, { seconds: 60, nodes: 200 }),
  )
  if (!proposal) throw new Error('There was too much to choose from.')
  const replaced = proposal.filled.map(({ slot }) => `${slot.rotation} ${slot.from}`)
  const kept = shiftsBetween(rota, request.from - 14 * 24 * hour, request.to + 14 * 24 * hour).filter(
    ({ rotation, from }) => !replaced.includes(`${rotation} ${from}`),
  )
  const placed: Shift[] = proposal.filled.map(({ slot, person }, place) => ({
    key: `p${place}`,
    role: slot.role,
    person,
    from: slot.from,
    to: slot.to,
    origin: 'override',
    rotation: slot.rotation ?? `p${place}`,
  }))
  return { proposal, kept, shifts: [...kept, ...placed] }
}

const hoursOf = ({ after }: Proposal) =>
  Object.fromEntries(after.map(({ person, time }) => [person, time / hour]))
const when = (at: number) => inZone(at, zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).slice(5)

describe('a rota that fills itself', () => {
  test('covers what is needed, by the rules, and shares it out', () => {
    const { proposal, shifts } = fill([
      ...['ana', 'ben', 'cyd', 'dov'].map((key) => person(key)),
      need(1, everyDay('06:00-14:00 14:00-22:00')),
    ])
    // Two shifts of eight hours a day that touch are one gap of sixteen, cut where shifts change.
    expect(proposal).toMatchObject({ slots: 14, unfilled: [] })
    expect(allBreaches(shifts, defaultLimits, zone)).toEqual([])
    const hours = Object.values(hoursOf(proposal))
    expect(hours.reduce((sum, one) => sum + one, 0)).toBe(14 * 8)
    expect(Math.max(...hours) - Math.min(...hours)).toBeLessThanOrEqual(8)
  })

  test('spreads the nights', () => {
    const { proposal } = fill([
      ...['ana', 'ben', 'cyd', 'dov', 'eli', 'fay'].map((key) => person(key)),
      need(1, everyDay('00:00-24:00')),
    ])
    expect(proposal.unfilled).toEqual([])
    const nights = proposal.after.map(({ nights }) => nights)
    expect(nights.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(7)
    expect(Math.max(...nights)).toBeLessThanOrEqual(2)
  })

  test('gives nothing to whoever is on leave, has left or only signs', () => {
    const { proposal } = fill([
      person('ana'),
      person('ben'),
      person('gone', 'triage', { leftOn: '2026-03-01' }),
      person('boss', 'sponsor'),
      { entity: 'leave', key: 'l', fields: { person: 'ben', from: '2026-03-11', to: '2026-03-13' } },
      need(1, { 'hours.mon': '09:00-17:00', 'hours.wed': '09:00-17:00', 'hours.fri': '09:00-17:00' }),
    ])
    expect(proposal.filled.map(({ slot, person }) => [when(slot.from), person])).toEqual(
      expect.arrayContaining([
        ['03-11T09:00', 'ana'],
        ['03-13T09:00', 'ana'],
      ]),
    )
    expect(new Set(proposal.filled.map(({ person }) => person))).toEqual(new Set(['ana', 'ben']))
  })

  test('says of whom nobody could be found, and why', () => {
    const { proposal } = fill([
      person('ana'),
      person('ben'),
      { entity: 'leave', key: 'l', fields: { person: 'ben', from: '2026-03-01', to: '2026-03-31' } },
      need(1, everyDay('06:00-18:00')),
    ])
    // Forty-eight hours are four days of twelve.
    expect(proposal.filled).toHaveLength(4)
    expect(proposal.unfilled).toHaveLength(3)
    for (const { whyNot } of proposal.unfilled)
      expect(whyNot).toEqual([
        { person: 'ana', why: 'week' },
        { person: 'ben', why: 'away' },
      ])
  })

  test('leave for all leaves everything open; nobody in the role has nobody to name', () => {
    const { proposal } = fill([
      person('ana'),
      { entity: 'leave', key: 'l', fields: { person: 'ana', from: '2026-03-01', to: '2026-03-31' } },
      need(2, { 'hours.mon': '09:00-17:00' }),
      need(1, { 'hours.mon': '09:00-17:00' }, 'lead'),
    ])
    expect(proposal.filled).toEqual([])
    expect(proposal.unfilled.map(({ slot, whyNot }) => [slot.role, whyNot])).toEqual([
      ['lead', []],
      ['triage', [{ person: 'ana', why: 'away' }]],
      ['triage', [{ person: 'ana', why: 'away' }]],
    ])
  })

  test('one person alone is given what the rules allow and no more', () => {
    const { proposal, shifts } = fill([person('ana'), need(1, everyDay('00:00-24:00'))])
    expect(proposal.filled.length).toBeGreaterThan(0)
    expect(allBreaches(shifts, defaultLimits, zone)).toEqual([])
  })

  test('a place that somebody on leave leaves empty is filled in that rotation’s place', () => {
    const { proposal } = fill([
      person('ana'),
      person('ben'),
      person('cyd'),
      ...rotation({ members: ['ana', 'ben'], plan: { ...everyDay('09:00-17:00'), handOverAt: '00:00' } }),
      { entity: 'leave', key: 'l', fields: { person: 'ben', from: '2026-03-11', to: '2026-03-11' } },
    ])
    expect(proposal.slots).toBe(1)
    expect(proposal.filled).toMatchObject([{ slot: { rotation: 'r', role: 'triage' }, person: 'cyd' }])
  })

  test('anew, turns of rotations are given so that nobody is asked too much', () => {
    const intents = [
      person('ana'),
      person('ben'),
      person('cyd'),
      ...rotation({
        members: ['ana'],
        plan: { ...everyDay('08:00-18:00'), handOverAt: '00:00', from: '2026-03-09T00:00' },
      }),
    ]
    const { proposal, shifts } = fill(intents, { kind: 'anew' })
    const inWeek = shifts.filter(({ from, to }) => from < week.to && to > week.from)
    expect(proposal.unfilled).toEqual([])
    expect(proposal.filled.length).toBeGreaterThanOrEqual(4)
    expect(inWeek).toHaveLength(7)
    expect(Math.max(...Object.values(hoursOf(proposal)))).toBeLessThanOrEqual(30)
  })

  test('is the same for the same rota', () => {
    const intents = [
      ...['ana', 'ben', 'cyd', 'dov', 'eli'].map((key) => person(key)),
      need(1, everyDay('06:00-22:00')),
      need(1, everyDay('08:00-16:00'), 'lead'),
    ]
    expect(fill(intents).proposal).toEqual(fill(intents).proposal)
  })
})
