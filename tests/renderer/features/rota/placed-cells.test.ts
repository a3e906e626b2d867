import type { BoardPiece, SeatRow } from '@domain/rotation/rota-board'
import { expect, test } from 'vitest'
import { periodAt } from '../../../../src/renderer/features/rota/period'
import { placedCells } from '../../../../src/renderer/features/rota/placed-cells'

const hour = 60 * 60_000
const monday = Date.UTC(2026, 10, 23)

const piece = (from: number, hours: number): BoardPiece => ({
  key: String(from),
  role: 'triage',
  seat: 's',
  from,
  to: from + hours * hour,
  shift: undefined,
  missing: undefined,
  swap: undefined,
})

const row = (...pieces: BoardPiece[]): SeatRow => ({
  kind: 'seat',
  key: 's',
  role: 'triage',
  name: 'Desk',
  layer: 1,
  pieces,
})

test('a week draws each shift as long as it is, and those that began before it from its beginning', () => {
  const week = periodAt('week', monday, 'UTC')
  const [before, day] = placedCells(row(piece(monday - 12 * hour, 24), piece(monday + 84 * hour, 42)), week)
  expect(before).toMatchObject({ at: monday, room: 12 / 168, place: 0 })
  expect(day).toMatchObject({ at: monday + 84 * hour, room: 0.25, place: 1 })
  expect(day?.style).toEqual({ insetInlineStart: '50%', inlineSize: 'calc(25% - 2px)' })
})

test('a month draws short shifts long enough to be seen, and over none that follows', () => {
  const month = periodAt('month', monday, 'UTC')
  const begins = monday + 9 * hour
  const [short, followed] = placedCells(row(piece(begins, 1), piece(begins + 2 * hour, 1)), month)
  expect(short?.room).toBeCloseTo(2 / (30 * 24))
  expect(followed?.room).toBeCloseTo(0.029)
})
