import { Deadlines } from '@domain/clocks/deadlines'
import { burning, burningText, pastTarget } from '@domain/notifications/burning'
import { finish } from '@domain/triage/sliced-sort'
import { expect, test } from 'vitest'

const minute = 60_000
const now = Date.UTC(2026, 10, 23, 9)

function deadlinesOf(...due: readonly (readonly [issue: string, minutes: number])[]): Deadlines {
  const deadlines = new Deadlines()
  const readings = due.map(
    ([issue, minutes]) =>
      [issue, [{ kind: 'resolve', state: 'running', dueAt: now + minutes * minute }]] as const,
  )
  finish(deadlines.replace(readings as unknown as Parameters<Deadlines['replace']>[0]))
  return deadlines
}

test('the latest breaches come first, then what breaches within the hour, and no more than eight', () => {
  const deadlines = deadlinesOf(['old', -500], ['new', -5], ['next', 30], ['later', 90])
  expect(burning(deadlines, now).map(({ issue }) => issue)).toEqual(['new', 'old', 'next'])
  const many = deadlinesOf(...Array.from({ length: 40 }, (_, index) => [`i${index}`, index - 20] as const))
  expect(burning(many, now)).toHaveLength(8)
})

test('issues past a target are counted', () => {
  expect(pastTarget(deadlinesOf(['a', -5], ['b', -1], ['c', 1]), now)).toBe(2)
  expect(pastTarget(deadlinesOf(), now)).toBe(0)
})

test('a line names the issue, the clock, the time and its zone', () => {
  const deadline = { issue: 'a', kind: 'resolve', dueAt: now - minute } as const
  expect(burningText(deadline, 'KQM-17', now, 'Europe/Berlin')).toBe(
    'KQM-17: Resolve was due 23 Nov, 09:59, Europe/Berlin',
  )
})
