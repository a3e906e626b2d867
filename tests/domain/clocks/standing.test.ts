import type { ClockReading } from '@domain/clocks/clock'
import { PolicyHistory, policyHistory } from '@domain/clocks/policy'
import { nextDue, standingOf } from '@domain/clocks/standing'
import { orphanReasons } from '@domain/ownership/orphans'
import { describe, expect, test } from 'vitest'
import { firstMorning, makeLaptop } from '../../support/laptop'

const minute = 60_000
const { latest } = policyHistory(undefined)

function reading(part: Partial<ClockReading>): ClockReading {
  return {
    kind: 'resolve',
    state: 'running',
    severity: 2,
    assumed: false,
    policy: latest,
    target: 120 * minute,
    startedAt: firstMorning,
    stoppedAt: undefined,
    counted: 40 * minute,
    dueAt: firstMorning + 120 * minute,
    breached: false,
    ...part,
  }
}

describe('where a clock stands is said in words', () => {
  test('what is left while it counts, and that it rests while it rests', () => {
    expect(standingOf(reading({}))).toEqual({ turn: 'running', words: '1 h 20 min left' })
    expect(standingOf(reading({ state: 'paused', dueAt: undefined }))).toEqual({
      turn: 'paused',
      words: 'Paused, 1 h 20 min left',
    })
  })

  test('support hours are called so, since they are not hours on the wall', () => {
    const laptop = makeLaptop('ana')
    laptop.write({ entity: 'engagement', key: 'engagement', fields: { 'severity.2.calendar': 'support' } })
    const policies = policyHistory(laptop.replica.rows('engagement').get('engagement'))
    expect(policies).toBeInstanceOf(PolicyHistory)
    expect(standingOf(reading({ policy: policies.latest })).words).toBe('1 h 20 min of support hours left')
  })

  test('a breach says by how much, while it counts, rests and after it', () => {
    const over = { counted: 300 * minute, breached: true }
    expect(standingOf(reading(over))).toEqual({ turn: 'breached', words: 'Breached, 3 h over' })
    expect(standingOf(reading({ ...over, state: 'paused' })).words).toBe('Breached, 3 h over, paused')
    expect(standingOf(reading({ ...over, state: 'stopped' })).words).toBe('Breached by 3 h')
  })

  test('a promise that went by outside support hours is breached without a figure', () => {
    expect(standingOf(reading({ counted: 120 * minute, breached: true })).words).toBe('Breached')
  })

  test('a clock that is done was kept, one that cannot fall due says so, one that is withdrawn judges nobody', () => {
    expect(standingOf(reading({ state: 'stopped', dueAt: undefined }))).toEqual({
      turn: 'kept',
      words: 'Kept, with 1 h 20 min to spare',
    })
    expect(standingOf(reading({ dueAt: undefined })).words).toBe('Never falls due')
    expect(standingOf(reading({ state: 'withdrawn', breached: true })).turn).toBe('withdrawn')
  })
})

test('a clock that was kept is no comfort where nobody really has the issue, and says why', () => {
  const kept = reading({ state: 'stopped', dueAt: undefined })
  for (const orphan of orphanReasons) expect(standingOf(kept, orphan).turn).toBe('adrift')
  expect(standingOf(kept, 'left').words).toBe('Kept, with 1 h 20 min to spare. Owner has left')
  expect(standingOf(reading({ state: 'stopped', breached: true }), 'left').turn).toBe('breached')
})

test('what is due next is the running clock with the earliest due time', () => {
  const update = reading({ kind: 'update', dueAt: firstMorning + 30 * minute })
  const paused = reading({ kind: 'acknowledge', state: 'paused', dueAt: firstMorning })
  expect(nextDue([paused, reading({}), update])).toBe(update)
  expect(nextDue([paused])).toBeUndefined()
})
