import { clocksOf } from '@domain/clocks/clock'
import { ledgerOf } from '@domain/clocks/ledger'
import { clockKinds, policyHistory } from '@domain/clocks/policy'
import { SupportHours } from '@domain/clocks/working-time'
import { weekdays } from '@domain/model/engagement'
import { issueStatuses } from '@domain/model/issue'
import type { Fields } from '@domain/model/value'
import { addDays } from '@domain/time/day'
import { supportCalendar } from '@domain/time/support-calendar'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeLaptop } from '../support/laptop'
import {
  type Change,
  isSupported,
  type Minute,
  minute,
  minuteOf,
  referenceReading,
  type Story,
} from '../support/reference-clock'

/** Days on which calendars go wrong: clock changes, a leap day, a year's end. Every zone gets those of the others too. */
const days = {
  'Europe/Berlin': ['2026-03-29', '2026-10-25'],
  'America/New_York': ['2026-03-08', '2026-11-01'],
  'Australia/Lord_Howe': ['2026-04-05', '2026-10-04'],
  'Asia/Kathmandu': ['2026-03-29'],
} as const
const everywhere = ['2028-02-29', '2026-12-31', '2026-12-25']
const minutesPerDay = 24 * 60

interface Place {
  readonly zone: string
  readonly day: string
  /** Two days before the day, so that what is tested runs into it. */
  readonly from: Minute
}

const place: fc.Arbitrary<Place> = fc
  .constantFrom(...Object.entries(days))
  .chain(([zone, own]) =>
    fc
      .constantFrom(...own, ...own, ...everywhere)
      .map((day) => ({ zone, day, from: minuteOf(Date.parse(addDays(day, -2))) })),
  )

const clock = fc.oneof(
  fc.constantFrom(0, 1, 90, 120, 135, 150, 165, 180, 210, 1_439, 1_440),
  fc.integer({ min: 0, max: minutesPerDay }),
)
const told = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const span = fc.tuple(clock, clock).map(([a, b]) => `${told(Math.min(a, b))}-${told(Math.max(a, b))}`)
/** In any order, and running into each other: that is how people type them. */
const hours = fc.oneof(
  fc.constantFrom(null, '', '00:00-24:00', '08:00-18:00', '22:00-24:00 00:00-02:30', '02:15-02:45'),
  fc.array(span, { minLength: 1, maxLength: 3 }).map((spans) => spans.join(' ')),
)

const week = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Fields>({}) },
  {
    weight: 5,
    arbitrary: fc
      .tuple(...weekdays.map(() => hours))
      .map(
        (each): Fields =>
          Object.fromEntries(weekdays.map((day, index) => [`hours.${day}`, each[index] ?? ''])),
      ),
  },
)

/** Holidays and hours of their own, on days around the one that matters. */
const exceptions = (day: string): fc.Arbitrary<Fields> =>
  fc
    .array(
      fc.tuple(fc.integer({ min: -3, max: 6 }), fc.constantFrom('Christmas', '', null), fc.option(hours)),
      { maxLength: 3 },
    )
    .map((found) =>
      Object.fromEntries(
        found.flatMap(([by, name, extended]) => [
          [`holiday:${addDays(day, by)}`, name],
          [`extended:${addDays(day, by)}`, extended],
        ]),
      ),
    )

const calendar = place.chain((where) =>
  fc
    .tuple(week, exceptions(where.day))
    .map(([each, others]) => ({ ...where, engagement: { zone: where.zone, ...each, ...others } })),
)

const offset = fc.integer({ min: 0, max: 5 * minutesPerDay })

describe('support hours, against a walk from minute to minute', () => {
  const counted = (engagement: Fields, from: Minute, to: Minute) => {
    let sum = 0
    for (let time = from; time < to; time++) if (isSupported(engagement, time)) sum++
    return sum
  }

  test('count the same between two instants, in whatever order they are asked', () => {
    fc.assert(
      fc.property(
        calendar,
        fc.array(fc.tuple(offset, offset), { minLength: 1, maxLength: 4 }),
        ({ engagement, from }, pairs) => {
          const supportHours = new SupportHours(supportCalendar(engagement))
          for (const [a, b] of pairs) {
            const found = supportHours.between((from + a) * minute, (from + b) * minute)
            expect(found / minute).toBe(counted(engagement, from + a, from + b))
          }
        },
      ),
      { numRuns: 100 },
    )
  })

  test('are in stretches that cover what counts and nothing else', () => {
    fc.assert(
      fc.property(calendar, offset, offset, ({ engagement, from }, a, b) => {
        const supportHours = new SupportHours(supportCalendar(engagement))
        const found = supportHours.spans((from + a) * minute, (from + b) * minute)
        let done = from + a
        for (const each of found) {
          expect(counted(engagement, done, minuteOf(each.from))).toBe(0)
          const length = minuteOf(each.to - each.from)
          expect(length).toBeGreaterThan(0)
          expect(counted(engagement, minuteOf(each.from), minuteOf(each.to))).toBe(length)
          done = minuteOf(each.to)
        }
        expect(counted(engagement, done, from + b)).toBe(0)
        expect(done <= Math.max(from + a, from + b)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  test('reach a target at the first moment at which it is reached', () => {
    const target = fc.integer({ min: 0, max: 30 * 60 })
    fc.assert(
      fc.property(calendar, offset, target, ({ engagement, from }, by, wanted) => {
        const found = new SupportHours(supportCalendar(engagement)).after(
          (from + by) * minute,
          wanted * minute,
        )
        const horizon = from + by + 6 * minutesPerDay
        let left = wanted
        let time = from + by
        for (; time < horizon && left > 0; time++) if (isSupported(engagement, time)) left--
        if (left === 0) expect(found).toBe(time * minute)
        else expect(found === undefined || minuteOf(found) > horizon).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

const minutes = fc.constantFrom(0, 15, 60, 240, 480, 600, 1_440, 3_000, null)
const severityPolicy = fc
  .tuple(
    ...[1, 2, 3].map(() =>
      fc.tuple(minutes, minutes, minutes, fc.constantFrom('always', 'support', 'support')),
    ),
  )
  .map(
    (each): Fields =>
      Object.fromEntries(
        each.flatMap(([acknowledge, update, resolve, hours], index) => [
          [`severity.${index + 1}.acknowledgeMinutes`, acknowledge],
          [`severity.${index + 1}.updateMinutes`, update],
          [`severity.${index + 1}.resolveMinutes`, resolve],
          [`severity.${index + 1}.calendar`, hours],
        ]),
      ),
  )
const pauses: fc.Arbitrary<Fields> = fc.record(
  {
    'pauses:on-hold': fc.constantFrom(true, false, null),
    'pauses:retest': fc.constantFrom(true, false, null),
  },
  { requiredKeys: [] },
)
const policy = (day: string) =>
  fc.tuple(severityPolicy, week, exceptions(day), pauses).map((parts): Fields => Object.assign({}, ...parts))

const status = fc.constantFrom(...issueStatuses, 'in-progress', 'on-hold', 'on-hold', 'retest')
const severity = fc.constantFrom(1, 2, 3, null)

/** An issue's life of five days; some of it is dated before it was raised, some of it is still to come. */
const story: fc.Arbitrary<Story> = place.chain(({ zone, day, from }) => {
  const at = fc.integer({ min: -120, max: 5 * minutesPerDay }).map((by) => from + by)
  const moment = at.map((time) => time * minute)
  const change = fc.record({
    at,
    fields: fc.record(
      {
        status,
        severity,
        nextUpdateDue: fc.oneof(
          { weight: 4, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: moment },
        ),
        acknowledgedAt: moment,
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<Fields>,
  })
  const byTime = (changes: Change[]) => changes.toSorted((a, b) => a.at - b.at)
  return fc.record({
    engagement: fc
      .tuple(
        policy(day),
        fc.array(fc.record({ at, fields: fc.oneof(policy(day), pauses, severityPolicy) }), { maxLength: 2 }),
      )
      .map(([first, later]) => [{ at: from - minutesPerDay, fields: { zone, ...first } }, ...byTime(later)]),
    raised: offset.map((by) => from + Math.floor(by / 2)),
    issue: fc
      .tuple(
        fc.constantFrom<Fields>({}, { reportedSeverity: 2 }, { severity: 1 }),
        fc.array(change, { maxLength: 7 }),
      )
      .map(([first, changes]) => [
        { at: from - 121, fields: { title: 'Told', ...first } },
        ...byTime(changes),
      ]),
    commented: fc.option(at, { nil: undefined }),
    now: offset.map((by) => from + by),
  })
})

/** The story as the merge holds it, written down long after. */
function rowsOf({ engagement, issue, raised }: Story) {
  const laptop = makeLaptop('lead', Date.UTC(2029, 0, 1))
  for (const { at, fields } of engagement)
    laptop.write({ entity: 'engagement', key: 'engagement', fields, at: at * minute })
  for (const { at, fields } of issue)
    laptop.write({
      entity: 'issue',
      key: 'one',
      fields: { ...fields, raisedAt: raised * minute },
      at: at * minute,
    })
  const row = laptop.replica.rows('issue').get('one')
  if (!row) throw new Error('the issue was not written')
  return { row, engagement: laptop.replica.rows('engagement').get('engagement') }
}

function read(told: Story) {
  const { row, engagement } = rowsOf(told)
  const commentedAt = () => told.commented && told.commented * minute
  const context = { now: told.now * minute, policies: policyHistory(engagement), commentedAt }
  return { row, context, readings: clocksOf(row, context) }
}

describe('the clocks of an issue, against a walk from minute to minute', () => {
  test.each(clockKinds)('%s reads the same', (kind) => {
    fc.assert(
      fc.property(story, (told) => {
        const reading = read(told).readings.find((one) => one.kind === kind)
        const expected = referenceReading(told, kind)
        expect(reading === undefined).toBe(expected === undefined)
        if (!reading || !expected) return
        expect({
          startedAt: reading.startedAt,
          stoppedAt: reading.stoppedAt,
          severity: reading.severity,
          target: reading.target,
          counted: reading.counted,
        }).toEqual({
          startedAt: expected.startedAt * minute,
          stoppedAt: expected.stoppedAt === undefined ? undefined : expected.stoppedAt * minute,
          severity: expected.severity,
          target: expected.target * minute,
          counted: expected.counted * minute,
        })
        const { dueAt, horizon } = expected
        const isLate = dueAt !== undefined && (expected.stoppedAt ?? told.now) > dueAt
        expect(reading.breached).toBe(isLate && reading.state !== 'withdrawn')
        expect(reading.state === 'paused').toBe(expected.isPaused)
        if (reading.stoppedAt !== undefined && !reading.breached) expect(reading.dueAt).toBeUndefined()
        else if (dueAt !== undefined) expect(reading.dueAt).toBe(dueAt * minute)
        else expect(reading.dueAt === undefined || reading.dueAt > horizon * minute).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  test.each(clockKinds)('%s is explained minute by minute', (kind) => {
    fc.assert(
      fc.property(story, (told) => {
        const { row, context } = read(told)
        const ledger = ledgerOf(row, kind, context)
        const expected = referenceReading(told, kind)
        expect(ledger === undefined).toBe(expected === undefined)
        if (!ledger || !expected) return
        const { reading, lines } = ledger
        let done = reading.startedAt
        let counted = 0
        let reached = reading.target === 0 ? reading.startedAt : undefined
        for (const line of lines) {
          expect(line.from).toBe(done)
          expect(line.to).toBeGreaterThan(line.from)
          let time = minuteOf(line.from)
          while (time < minuteOf(line.to) && expected.counts(time) === line.counted) time++
          expect(time).toBe(minuteOf(line.to))
          if (line.counted) {
            const missing = reading.target - counted
            counted += line.to - line.from
            if (counted >= reading.target) reached ??= line.from + missing
          }
          done = line.to
        }
        expect(done).toBe(reading.stoppedAt ?? context.now)
        expect(counted).toBe(reading.counted)
        const isPromised = ledger.notes.some((note) => note.includes('promised'))
        if (reached !== undefined && reading.dueAt !== undefined && !isPromised)
          expect(reading.dueAt).toBe(reached)
        const isNever = reading.state === 'running' && reading.dueAt === undefined
        expect(ledger.notes.some((note) => note.includes('never falls due'))).toBe(isNever)
      }),
      { numRuns: 60 },
    )
  })
})
