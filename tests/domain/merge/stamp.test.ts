import {
  type Clock,
  clockAtStart,
  driftTolerance,
  formatStamp,
  isStamp,
  laptopIdFrom,
  parseStamp,
  receive,
  type Stamp,
  stampLaptop,
  stampWall,
  tick,
} from '@domain/merge/stamp'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstMorning } from '../../support/laptop'

const laptop = 'a000000000'
const lastCounter = 36 ** 4 - 1
const stampOf = (clock: Clock, id = laptop) => formatStamp({ ...clock, laptop: id })
const wall = fc.integer({ min: 0, max: 36 ** 9 - 1 })
const counter = fc.integer({ min: 0, max: lastCounter })
const id = fc.stringMatching(/^[0-9a-z]{10}$/)

describe('a stamp', () => {
  it('is taken apart into what it was made of', () => {
    fc.assert(
      fc.property(wall, counter, id, (at, count, by) => {
        const stamp = formatStamp({ wall: at, counter: count, laptop: by })
        expect(isStamp(stamp)).toBe(true)
        expect(parseStamp(stamp)).toEqual({ wall: at, counter: count, laptop: by })
        expect(stampWall(stamp)).toBe(at)
        expect(stampLaptop(stamp)).toBe(by)
      }),
    )
  })

  it('sorts as text the way it sorts in time, the laptop deciding last', () => {
    fc.assert(
      fc.property(fc.tuple(wall, counter, id), fc.tuple(wall, counter, id), (a, b) => {
        const [first, second] = [a, b].map(([at, count, by]) =>
          stampOf({ wall: at, counter: count }, by),
        ) as [Stamp, Stamp]
        const byParts = a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0)
        expect(Math.sign(first < second ? -1 : first > second ? 1 : 0)).toBe(Math.sign(byParts))
      }),
    )
  })

  it.each([
    '',
    'x',
    '000000000.0000.A000000000',
    '000000000.0000.a00000000',
    '00000000.00000.a000000000',
    null,
    7,
  ])('is not %j', (text) => {
    expect(isStamp(text)).toBe(false)
  })
})

describe('the clock of a laptop', () => {
  it('follows the wall clock', () => {
    expect(tick(clockAtStart, firstMorning)).toEqual({ wall: firstMorning, counter: 0 })
  })

  it('counts within one millisecond (stutter)', () => {
    expect(tick({ wall: firstMorning, counter: 4 }, firstMorning)).toEqual({ wall: firstMorning, counter: 5 })
  })

  it('goes on from its last stamp when the wall clock steps back (regression)', () => {
    expect(tick({ wall: firstMorning, counter: 0 }, firstMorning - 3_600_000)).toEqual({
      wall: firstMorning,
      counter: 1,
    })
  })

  it('borrows a millisecond when the counter is full (overflow)', () => {
    expect(tick({ wall: firstMorning, counter: lastCounter }, firstMorning)).toEqual({
      wall: firstMorning + 1,
      counter: 0,
    })
  })

  it('takes a wall clock before 1970 for its beginning', () => {
    expect(tick(clockAtStart, -5)).toEqual({ wall: 0, counter: 1 })
  })

  it('never gives the same or an earlier stamp, whatever the wall clock does and whoever is heard from', () => {
    const now = fc.integer({ min: firstMorning - 1_000_000, max: firstMorning + 1_000_000 })
    const heard = fc.option(fc.tuple(wall, counter, id), { nil: undefined })
    const start = fc.record({
      wall: fc.constant(firstMorning),
      counter: fc.constantFrom(0, lastCounter - 1, lastCounter),
    })
    fc.assert(
      fc.property(start, fc.array(fc.tuple(now, heard), { maxLength: 30 }), (first, steps) => {
        let clock: Clock = first
        let last = stampOf(clock)
        for (const [at, remote] of steps) {
          if (remote)
            clock = receive(clock, stampOf({ wall: remote[0], counter: remote[1] }, remote[2]), at).clock
          clock = tick(clock, at)
          const stamp = stampOf(clock)
          expect(isStamp(stamp)).toBe(true)
          expect(stamp > last).toBe(true)
          last = stamp
        }
      }),
    )
  })
})

describe('hearing from another laptop', () => {
  const clock: Clock = { wall: firstMorning, counter: 3 }
  const from = (at: number, count = 0) => formatStamp({ wall: at, counter: count, laptop: 'b000000000' })

  it('changes nothing when the other is behind', () => {
    expect(receive(clock, from(firstMorning - 1, 9), firstMorning)).toEqual({ clock })
    expect(receive(clock, from(firstMorning, 3), firstMorning)).toEqual({ clock })
  })

  it('makes the next stamp a later one than the one heard', () => {
    fc.assert(
      fc.property(fc.integer({ min: -driftTolerance, max: driftTolerance }), counter, (drift, count) => {
        const heard = from(firstMorning + drift, count)
        const { clock: after, ahead } = receive(clock, heard, firstMorning)
        expect(ahead).toBeUndefined()
        expect(stampOf(tick(after, firstMorning)) > heard).toBe(true)
      }),
    )
  })

  it('flags a clock that is far ahead and does not follow it (drift)', () => {
    const year = 365 * 86_400_000
    expect(receive(clock, from(firstMorning + year), firstMorning)).toEqual({ clock, ahead: year })
  })

  it('follows up to the tolerance and not beyond', () => {
    expect(receive(clock, from(firstMorning + driftTolerance), firstMorning).clock.wall).toBe(
      firstMorning + driftTolerance,
    )
    expect(receive(clock, from(firstMorning + driftTolerance + 1), firstMorning).ahead).toBe(
      driftTolerance + 1,
    )
  })
})

it('makes an id of random bytes', () => {
  expect(laptopIdFrom(Uint8Array.of(0, 9, 10, 35, 36, 71, 72, 255, 1, 2))).toBe('09az0z0312')
})
