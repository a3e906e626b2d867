import type { Intent } from '../merge/intent'
import type { Instant } from '../model/value'
import { wallTime } from '../time/wall'
import { WallClock } from '../time/wall-clock'
import { type Planned, planned, type Refused, refused } from '../triage/plan'
import type { Filled } from './fill'
import type { ShiftRole } from './shift'
import type { Span } from './span-line'
import type { SuggestedSwap } from './suggested-swap'

/** Somebody who is to be on for a time. */
export interface Placing extends Span {
  readonly role: ShiftRole
  /** In whose place; null for somebody besides all rotations. */
  readonly rotation: string | null
  readonly person: string
  readonly note?: string
}

export interface PlacingContext {
  readonly zone: string
  readonly now: Instant
  /** A fresh random key each time. */
  readonly newKey: () => string
}

/** Overrides that put people on, as one change. */
export function placingIntents(
  placings: readonly Placing[],
  { zone, now, newKey }: PlacingContext,
): Intent[] {
  return placings.map(({ role, rotation, person, note = null, from, to }) => ({
    entity: 'shiftOverride',
    key: newKey(),
    fields: { role, rotation, person, note, madeAt: now, ...wallsOf({ from, to }, zone) },
  }))
}

/** What is ticked of a proposal becomes so. */
export function acceptProposal(filled: readonly Filled[], context: PlacingContext): Planned | Refused {
  if (filled.length === 0) return refused('Nothing of the proposal is chosen.')
  const label = filled.length === 1 ? 'Rota filled: 1 shift' : `Rota filled: ${filled.length} shifts`
  const placings = filled.map(({ slot: { role, rotation, from, to }, person }) => ({
    role,
    rotation,
    from,
    to,
    person,
  }))
  return planned(label, placingIntents(placings, context))
}

/**
 * A suggested swap becomes so: the shift, and the one in return, go to the other person. Whoever is on besides all
 * rotations is so by an override, which is changed itself.
 */
export function acceptSwap(
  { give, to, take }: SuggestedSwap,
  label: string,
  isRotation: (key: string) => boolean,
  context: PlacingContext,
): Planned {
  const moved = [{ shift: give, person: to }, ...(take ? [{ shift: take, person: give.person }] : [])]
  return planned(
    label,
    moved.flatMap(({ shift: { role, rotation, from, to }, person }): Intent[] =>
      isRotation(rotation)
        ? placingIntents([{ role, rotation, from, to, person }], context)
        : [{ entity: 'shiftOverride', key: rotation, fields: { person } }],
    ),
  )
}

/** Wall times mean the first of two that come twice; where the second is meant, they are told as UTC has them. */
function wallsOf({ from, to }: Span, zone: string) {
  const clock = WallClock.of(zone)
  const isPlain = [from, to].every((at) => clock.instantAt(clock.wallAt(at)) === at)
  const told = isPlain ? zone : 'UTC'
  return { zone: told, from: wallTime(from, told), to: wallTime(to, told) }
}
