import type { DayIndex } from '../time/day-index'
import type { Span } from '../time/support-calendar'
import type { LinearProgram } from './linear-program'
import type { Slot } from './open-slots'
import type { Shift } from './shift'
import type { ShiftLimits } from './shift-limits'
import type { Helper } from './suggested-swap'

export interface FillQuestion {
  readonly slots: readonly Slot[]
  readonly fixed: readonly Shift[]
  readonly helpers: readonly Helper[]
  readonly limits: ShiftLimits
  /** All days that a rule may look at. */
  readonly days: DayIndex
  /** Support hours on those days. */
  readonly open: readonly Span[]
  readonly nights: readonly Span[]
  /** In which the work is to be shared out fairly. */
  readonly period: Span
}

/** The program, and what its columns stand for. */
export interface FillModel {
  readonly program: LinearProgram
  /** Column of a slot and a person, where that person can have it. */
  readonly columns: readonly ReadonlyMap<string, number>[]
}

/** A slot as a shift of somebody. */
export const shiftIn = ({ role, rotation, from, to }: Slot, place: number, person: string): Shift => ({
  key: `slot ${place}`,
  role,
  person,
  from,
  to,
  origin: 'override',
  rotation: rotation ?? '',
})
