import { holdOverMoment, type Moment, type Moments } from '@domain/notifications/moment'
import { type Memory, plan } from '@domain/notifications/plan'
import { quietUntil } from '@domain/notifications/quiet-hours'
import { defaultNotificationSettings, type NotificationSettings } from '@domain/notifications/settings'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const minute = 60_000
const hour = 60 * minute
const zone = 'Europe/Berlin'
// The night in which clocks in Berlin go back lies within the days that follow.
const start = Date.UTC(2026, 9, 23, 8)
const days = 5

function sourceOf(all: readonly Moment[]): Moments {
  return {
    between: (after, upTo) => all.filter(({ at }) => after < at && at <= upTo),
    nextAfter: (instant) =>
      all
        .filter(({ at }) => at > instant)
        .map(({ at }) => at)
        .sort((a, b) => a - b)[0],
    raised: () => [],
    stands: () => true,
  }
}

const moments = fc
  .array(
    fc.record({
      // Crowded, so that many fall into one minute.
      at: fc.oneof(
        fc.integer({ min: 1, max: days * 24 * hour }),
        fc.integer({ min: 6 * hour, max: 6 * hour + 4 * minute }),
      ),
      severity: fc.constantFrom(1 as const, 2 as const, 3 as const),
    }),
    { maxLength: 40 },
  )
  .map((list) => list.map(({ at, severity }, index) => holdOverMoment(`i${index}`, severity, start + at)))

const time = fc
  .record({
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.constantFrom(0, 15, 30, 45),
  })
  .map((at) => `${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')}`)

const settings: fc.Arbitrary<NotificationSettings> = fc
  .record({
    quiet: fc.option(fc.record({ from: time, to: time }), { nil: null }),
    severity1Always: fc.boolean(),
  })
  .map((chosen) => ({ ...defaultNotificationSettings, ...chosen }))

/** What the laptop does next: sleeps until it is woken when it wanted, later, or by a change in between. */
const steps = fc.array(
  fc.oneof(
    fc.constant({ kind: 'on time' as const }),
    fc.record({ kind: fc.constant('late' as const), by: fc.integer({ min: 1, max: 50 * hour }) }),
    fc.record({ kind: fc.constant('change' as const), after: fc.integer({ min: 1, max: 10 * minute }) }),
    fc.record({ kind: fc.constant('restart' as const) }),
    fc.record({ kind: fc.constant('clock back' as const), by: fc.integer({ min: 1, max: 5 * hour }) }),
  ),
  { maxLength: 60 },
)

interface Shown {
  readonly at: number
  readonly moments: readonly Moment[]
  /** How often the clock had been put back. */
  readonly era: number
}

function live(
  all: readonly Moment[],
  chosen: NotificationSettings,
  walk: readonly { kind: string; by?: number; after?: number }[],
): readonly Shown[] {
  const source = sourceOf(all)
  const shown: Shown[] = []
  let memory: Memory | undefined
  let now = start
  let era = 0
  const look = () => {
    const planned = plan(memory, source, now, chosen, zone)
    memory = planned.memory
    if (planned.show.length > 0) shown.push({ at: now, moments: planned.show, era })
    if (planned.wakeAt !== undefined) expect(planned.wakeAt).toBeGreaterThan(now)
    return planned.wakeAt
  }
  let wakeAt = look()
  for (const { kind, by = 0, after = 0 } of walk) {
    if (kind === 'clock back') {
      now = Math.max(start, now - by)
      era++
    } else if (kind === 'restart') memory = JSON.parse(JSON.stringify(memory)) as Memory
    else if (kind === 'change') now += after
    else now = (wakeAt ?? now) + by
    wakeAt = look()
  }
  for (let turns = 0; wakeAt !== undefined; turns++) {
    expect(turns).toBeLessThan(5_000)
    now = wakeAt
    wakeAt = look()
  }
  return shown
}

test('everything is told exactly once, whatever the laptop does meanwhile', () => {
  fc.assert(
    fc.property(moments, settings, steps, (all, chosen, walk) => {
      const told = live(all, chosen, walk).flatMap((notice) => notice.moments.map(({ id }) => id))
      expect(told.toSorted()).toEqual(all.map(({ id }) => id).toSorted())
    }),
    { numRuns: 300 },
  )
})

test('nothing is told before it happens, nor in quiet hours but severity 1 where that was chosen', () => {
  fc.assert(
    fc.property(moments, settings, steps, (all, chosen, walk) => {
      for (const { at, moments: told, era } of live(all, chosen, walk)) {
        const quiet = quietUntil(chosen.quiet, at, zone) !== undefined
        for (const moment of told) {
          if (era === 0) expect(moment.at).toBeLessThanOrEqual(at)
          if (quiet) expect([moment.severity, chosen.severity1Always]).toEqual([1, true])
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('there is never more than one notification in a minute', () => {
  fc.assert(
    fc.property(moments, settings, steps, (all, chosen, walk) => {
      const shown = live(all, chosen, walk)
      for (const [index, { at, era }] of shown.entries()) {
        const before = shown[index - 1]
        if (before?.era === era) expect(at - before.at).toBeGreaterThanOrEqual(minute)
      }
    }),
    { numRuns: 300 },
  )
})
