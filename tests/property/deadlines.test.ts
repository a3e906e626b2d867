import type { ClockReading } from '@domain/clocks/clock'
import { type Deadline, Deadlines } from '@domain/clocks/deadlines'
import { type ClockKind, clockKinds } from '@domain/clocks/policy'
import { finish } from '@domain/triage/sliced-sort'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

type Clock = Pick<ClockReading, 'kind' | 'state' | 'dueAt'>

const issue = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g')
const instant = fc.integer({ min: 0, max: 20 })
const clocks: fc.Arbitrary<Clock[]> = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom(...clockKinds),
    state: fc.constantFrom('running', 'running', 'running', 'paused', 'stopped', 'withdrawn'),
    dueAt: fc.option(instant, { nil: undefined }),
  }),
  { selector: ({ kind }) => kind },
)
const event = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('set' as const), issue, clocks }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), issue }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('replace' as const), all: fc.dictionary(issue, clocks) }),
  },
)

/** All that is running, sorted anew. */
function sorted(known: ReadonlyMap<string, readonly Clock[]>): Deadline[] {
  const running = [...known].flatMap(([key, all]) =>
    all.flatMap(({ kind, state, dueAt }) =>
      state === 'running' && dueAt !== undefined ? [{ issue: key, kind, dueAt }] : [],
    ),
  )
  const name = (deadline: Deadline) => `${deadline.issue} ${deadline.kind}`
  return running.sort((a, b) => a.dueAt - b.dueAt || (name(a) < name(b) ? -1 : 1))
}

describe('deadlines', () => {
  test('are those of a plain sort, whatever was set, taken out and replaced before', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), instant, fc.nat(8), (events, now, most) => {
        const deadlines = new Deadlines()
        const known = new Map<string, readonly Clock[]>()
        for (const happened of events) {
          if (happened.kind === 'replace') {
            known.clear()
            for (const [key, all] of Object.entries(happened.all)) known.set(key, all)
            finish(deadlines.replace(known))
          } else {
            const all = happened.kind === 'set' ? happened.clocks : []
            known.set(happened.issue, all)
            deadlines.set(happened.issue, all)
          }
          const expected = sorted(known)
          const ahead = expected.filter(({ dueAt }) => dueAt > now)
          const behind = expected.filter(({ dueAt }) => dueAt <= now).reverse()
          expect(deadlines.size).toBe(expected.length)
          expect(deadlines.after(now, most)).toEqual(ahead.slice(0, most))
          expect(deadlines.upTo(now)).toEqual(behind)
          expect(deadlines.upTo(now, most)).toEqual(behind.slice(0, most))
        }
      }),
      { numRuns: 300 },
    )
  })

  test('look at a few of 300,000 clocks for the next thousand, or to move one issue', () => {
    let looks = 0
    /** An instant that counts how often it is compared. No two are the same moment. */
    const watched = (at: number) => {
      const moment = {
        valueOf: () => {
          looks++
          return at
        },
      }
      return moment as unknown as number
    }
    const issues = 100_000
    const clocksOf = (place: number) =>
      clockKinds.map(
        (kind: ClockKind, index): Clock => ({
          kind,
          state: 'running',
          dueAt: watched(((place * 7_919) % issues) * clockKinds.length + index),
        }),
      )
    const deadlines = new Deadlines()
    finish(
      deadlines.replace(
        Array.from({ length: issues }, (_, place) => [`issue-${place}`, clocksOf(place)] as const),
      ),
    )
    const size = issues * clockKinds.length
    expect(deadlines.size).toBe(size)
    expect(looks).toBeLessThan(2 * size * Math.log2(size))

    looks = 0
    expect(deadlines.after(size / 2, 1_000)).toHaveLength(1_000)
    expect(looks).toBeLessThan(30)

    looks = 0
    deadlines.set('issue-5', [{ kind: 'resolve', state: 'running', dueAt: watched(-1) }])
    expect(deadlines.size).toBe(size - 2)
    // Three are found and taken out, one is put in, each by a binary search.
    expect(looks).toBeLessThan(4 * 2 * 30)
  })
})
