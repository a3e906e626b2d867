import type { Row } from '../merge/row'
import type {
  CoverNeed,
  Leave,
  Person,
  Rotation,
  RotationPlan,
  ShiftOverride,
  ShiftSwap,
} from '../model/entities'
import type { PlanStretch } from './plans'
import type { ShiftRole } from './shift'
import type { Span, SpanLine } from './span-line'
import type { WeekWindows } from './week-windows'

/** The rows that tell of a rota. */
export interface RotaTables {
  readonly rotation: ReadonlyMap<string, Row<Rotation>>
  readonly rotationPlan: ReadonlyMap<string, Row<RotationPlan>>
  readonly shiftOverride: ReadonlyMap<string, Row<ShiftOverride>>
  readonly shiftSwap: ReadonlyMap<string, Row<ShiftSwap>>
  readonly coverNeed: ReadonlyMap<string, Row<CoverNeed>>
  readonly person: ReadonlyMap<string, Row<Person>>
  readonly leave: ReadonlyMap<string, Row<Leave>>
  /** The engagement's: days of leave and last days are told in it. */
  readonly zone: string
}

/** Who shall be on when, with all wall times turned into instants: made once, and then asked about any period. */
export interface Rota {
  readonly seats: readonly Seat[]
  /** By person, in order and apart from each other. */
  readonly absences: ReadonlyMap<string, readonly Span[]>
  readonly needs: readonly Need[]
}

/** A place in a role that one person has at a time: a rotation's, or that of an override besides all rotations. */
export interface Seat {
  /** Key of the rotation or of the override. */
  readonly key: string
  readonly role: ShiftRole
  readonly layer: number
  readonly plans: SpanLine<PlanStretch>
  readonly covers: SpanLine<Cover>
  /** In the order in which they were approved. */
  readonly exchanges: readonly Exchange[]
}

/** Somebody is on because it was said so for this time. */
export interface Cover extends Span {
  readonly person: string
  /** Key of the override. */
  readonly override: string
}

/** What one person gives to another in a swap. */
export interface Exchange extends Span {
  readonly gives: string
  readonly takes: string
}

export interface Need extends Span {
  readonly key: string
  readonly role: ShiftRole
  readonly people: number
  /** Undefined where it is always. */
  readonly windows: WeekWindows | undefined
}
