import type { BoardRow } from '@domain/rotation/rota-board'
import { firstName, initials } from '@domain/rotation/short-names'
import { describe, expect, it } from 'vitest'
import { periodAt, shareOf } from '../../../../src/renderer/features/rota/period'
import { cellAt, moved } from '../../../../src/renderer/features/rota/selection'
import { lengthText, spanText } from '../../../../src/renderer/features/rota/words'

const hour = 60 * 60_000
const piece = (from: number, to: number) => ({
  key: `p${from}`,
  role: 'triage' as const,
  seat: 's',
  from,
  to,
  shift: undefined,
  missing: undefined,
  swap: undefined,
})
const seat = (key: string, ...spans: readonly (readonly [number, number])[]): BoardRow => ({
  kind: 'seat',
  key,
  role: 'triage',
  name: key,
  layer: 1,
  pieces: spans.map(([from, to]) => piece(from, to)),
})
const role: BoardRow = { kind: 'role', key: 'role', role: 'triage', gaps: [], isNeeded: true }
const rows = [seat('a', [0, 10], [10, 20]), role, seat('b', [5, 15])]

describe('the cursor of the rota', () => {
  it('is on what is at its time, else on what comes next, else on the last', () => {
    expect(cellAt(rows[0], 12)?.span.from).toBe(10)
    expect(cellAt(rows[2], 0)?.span.from).toBe(5)
    expect(cellAt(rows[2], 50)?.span.from).toBe(5)
    expect(cellAt(role, 5)).toBeUndefined()
    expect(cellAt(undefined, 5)).toBeUndefined()
  })

  it('goes along a row, out of the period at its ends', () => {
    expect(moved(rows, { row: 'a', at: 3 }, 'after')).toEqual({ row: 'a', at: 10 })
    expect(moved(rows, { row: 'a', at: 15 }, 'after')).toEqual({ row: 'a', at: 20 })
    expect(moved(rows, { row: 'a', at: 3 }, 'before')).toEqual({ row: 'a', at: -1 })
  })

  it('goes up and down over rows in which there is nothing', () => {
    expect(moved(rows, { row: 'a', at: 3 }, 'down')).toEqual({ row: 'b', at: 3 })
    expect(moved(rows, { row: 'b', at: 3 }, 'up')).toEqual({ row: 'a', at: 3 })
    expect(moved(rows, { row: 'b', at: 3 }, 'down')).toEqual({ row: 'b', at: 3 })
    expect(moved([], { row: 'b', at: 3 }, 'down')).toEqual({ row: 'b', at: 3 })
  })
})

describe('a period of the rota', () => {
  it('is a week from Monday on, or a month, with days of their true length', () => {
    const october = Date.UTC(2026, 9, 25, 12)
    const week = periodAt('week', october, 'Europe/Berlin')
    expect(week.days.map(({ day }) => day)).toHaveLength(7)
    expect(week.days[0]?.day).toBe('2026-10-19')
    expect(((week.days[6]?.to ?? 0) - (week.days[6]?.from ?? 0)) / hour).toBe(25)
    const month = periodAt('month', october, 'Europe/Berlin')
    expect([month.days.length, month.title]).toEqual([31, 'October 2026'])
    expect(shareOf(month.from - 5, month)).toBe(0)
    expect(shareOf(month.to, month)).toBe(1)
  })
})

describe('words of the rota', () => {
  it('are short', () => {
    expect(initials('Priya Raman')).toBe('PR')
    expect(initials('ada')).toBe('A')
    expect(firstName('Priya Raman')).toBe('Priya')
    expect([36 * hour, 90 * 60_000, 20 * 60_000, 0].map(lengthText)).toEqual([
      '36 h',
      '1.5 h',
      '20 min',
      '0 h',
    ])
    const from = Date.UTC(2026, 10, 23, 8)
    expect(spanText({ from, to: from + hour }, 'UTC')).toBe('Mon 23 Nov 2026, 08:00 to 09:00')
    expect(spanText({ from, to: from + 24 * hour }, 'UTC')).toContain('to Tue 24 Nov 2026, 08:00')
  })
})
