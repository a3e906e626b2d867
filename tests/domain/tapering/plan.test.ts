import { removeEffort, takePreset, takeShiftHours, tellEffort, wordPhase } from '@domain/tapering/commands'
import { effortPerDay, effortPlan } from '@domain/tapering/plan'
import { taperingPresets } from '@domain/tapering/presets'
import { shiftHours } from '@domain/tapering/shift-hours'
import { costText, effortText, spendingText } from '@domain/tapering/words'
import type { Planned, Refused } from '@domain/triage/plan'
import { describe, expect, it } from 'vitest'
import { firstMorning, type Laptop, makeLaptop } from '../../support/laptop'

const day = 86_400_000
const hour = 3_600_000
const goLiveAt = firstMorning
const engagement = { goLiveAt, zone: 'UTC' }

function done(laptop: Laptop, plan: Planned | Refused): Planned {
  if (!plan.ok) throw new Error(plan.reason)
  laptop.write(plan.intents)
  return plan
}

function planned(preset = 'four-weeks'): Laptop {
  const laptop = makeLaptop('lead')
  const wanted = taperingPresets.find(({ id }) => id === preset)
  if (!wanted) throw new Error('No such preset')
  let key = 0
  done(
    laptop,
    takePreset(wanted, [], () => `phase:${++key}`),
  )
  return laptop
}

const planOf = ({ replica }: Laptop, at: number) =>
  effortPlan(replica.rows('cadencePhase').values(), replica.rows('effort').values(), engagement, at)

const tell = (laptop: Laptop, on: string, hours: number, key = `told:${on}`) =>
  done(laptop, tellEffort(key, { day: on, person: 'p1', hours, note: '' }))

describe('the tapering plan', () => {
  it.each(taperingPresets)('of $title has phases without a gap, each cheaper by the day', ({ phases }) => {
    let next = 1
    let before = Number.POSITIVE_INFINITY
    for (const { fromDay, toDay, effortDays } of phases) {
      expect(fromDay).toBe(next)
      next = (toDay ?? 0) + 1
      const perDay = (effortDays ?? 0) / (next - (fromDay ?? 0))
      expect(perDay).toBeLessThan(before)
      before = perDay
    }
  })

  it('says who is on and what is to be reached as somebody words it, not only as the preset does', () => {
    const laptop = planned()
    const row = () => {
      const phase = laptop.replica.rows('cadencePhase').get('phase:1')
      if (!phase) throw new Error('no phase')
      return phase
    }
    const label = done(laptop, wordPhase(row(), 'rota', '  Six by day, two by night ')).label
    expect(label).toBe('Who is on in Command centre changed')
    done(laptop, wordPhase(row(), 'targets', ' '))
    expect(row().values).toMatchObject({ rota: 'Six by day, two by night', targets: null })
    expect(wordPhase(row(), 'rota', 'Six by day, two by night')).toMatchObject({ ok: true, intents: [] })
    expect(wordPhase(row(), 'targets', 'x'.repeat(1_000_000)).ok).toBe(false)
  })

  it('puts hours into the phase of their day, and counts none of tomorrow', () => {
    const laptop = planned()
    tell(laptop, '2026-03-02', 8)
    tell(laptop, '2026-03-09', 12)
    tell(laptop, '2026-03-11', 8)
    tell(laptop, '2026-02-20', 4)
    const plan = planOf(laptop, goLiveAt + 8 * day)
    expect(plan.phases.map(({ spent }) => spent)).toEqual([1, 1.5, 0])
    expect(plan.outside).toBe(0.5)
    expect(plan.spent).toBe(3)
    expect(plan.dueByNow).toBeCloseTo(34 + (32 * 2) / 11)
    expect(plan.planned).toBe(80)
    expect(spendingText(plan)).toContain('3 person days spent until today')
  })

  it('warns where hypercare was never planned past the next week', () => {
    expect(planOf(planned(), goLiveAt + 19 * day).warning).toBeUndefined()
    expect(planOf(planned(), goLiveAt + 20 * day).warning).toEqual({ kind: 'short', until: '2026-03-29' })
    expect(planOf(makeLaptop('new'), goLiveAt).warning).toEqual({ kind: 'no-plan' })
    expect(effortPlan([], [], {}, goLiveAt).warning).toBeUndefined()
  })

  it('tells what days beyond it cost', () => {
    const perDay = effortPerDay(planOf(planned(), goLiveAt))
    expect(perDay).toBe(1.4)
    expect(costText(perDay, { early: 0, middle: 5, late: 20 })).toBe('7 person days (0 to 28)')
    expect(costText(1, { early: 2, middle: 5, late: undefined })).toBe('5 person days (2 at least)')
    expect(costText(1, { early: 2, middle: undefined, late: undefined })).toBe('at least 2 person days')
    expect(costText(perDay, { early: 0, middle: 0, late: 0 })).toBe('none')
    expect(costText(undefined, { early: 0, middle: 1, late: 2 })).toBeUndefined()
    expect(effortPerDay(planOf(makeLaptop('new'), goLiveAt))).toBeUndefined()
  })

  it('takes a preset in place of what there was', () => {
    const laptop = planned('ninety-days')
    const [two] = taperingPresets
    if (!two) throw new Error('No preset')
    let key = 10
    done(
      laptop,
      takePreset(two, laptop.replica.rows('cadencePhase').values(), () => `phase:${++key}`),
    )
    expect(planOf(laptop, goLiveAt).phases.map(({ row }) => row.values.name)).toEqual([
      'Command centre',
      'Stabilise',
    ])
  })
})

describe('effort spent', () => {
  it('is refused without a day, a person or hours that a day has', () => {
    const good = { day: '2026-03-02', person: 'p1', hours: 8, note: '' }
    expect(tellEffort('k', { ...good, hours: 3.5 })).toMatchObject({
      ok: true,
      label: '3.5 h on Mon 2 Mar 2026 written down',
    })
    for (const bad of [{ day: '' }, { person: null }, { hours: 0 }, { hours: 25 }, { hours: null }])
      expect(tellEffort('k', { ...good, ...bad }).ok).toBe(false)
  })

  it('is taken over from shifts by day, overlapping ones once', () => {
    const shift = { key: 's', role: 'triage', person: 'p1', origin: 'rotation', rotation: 'r' } as const
    const shifts = [
      { ...shift, from: goLiveAt + 12 * hour, to: goLiveAt + 20 * hour },
      { ...shift, role: 'lead', from: goLiveAt + 10 * hour, to: goLiveAt + 14 * hour },
      { ...shift, role: 'on-call', from: goLiveAt, to: goLiveAt + 5 * day },
    ] as const
    const period = { from: goLiveAt, to: goLiveAt + 18 * hour }
    expect(shiftHours(shifts, { onCallCounts: false }, period, 'UTC')).toEqual([
      { day: '2026-03-02', person: 'p1', hours: 6 },
      { day: '2026-03-03', person: 'p1', hours: 2 },
    ])
  })

  it('taken over twice counts once; what was told by hand or removed stays so', () => {
    const laptop = makeLaptop('lead')
    tell(laptop, '2026-03-03', 5)
    const hours = ['2026-03-02', '2026-03-03', '2026-03-04'].map((on) => ({
      day: on,
      person: 'p1',
      hours: 8,
    }))
    const efforts = () => laptop.replica.rows('effort')
    expect(done(laptop, takeShiftHours(hours, efforts())).intents).toHaveLength(2)
    expect(takeShiftHours(hours, efforts())).toMatchObject({ ok: false, isPlainFact: true })
    const row = efforts().get('shifts:2026-03-04:p1')
    if (!row) throw new Error('It was taken over')
    done(laptop, removeEffort(row))
    expect(takeShiftHours(hours, efforts()).ok).toBe(false)
    expect(planOf(laptop, goLiveAt + 9 * day).spent).toBeCloseTo(13 / 8)
    expect(effortText(13 / 8)).toBe('1.6 person days')
  })
})
