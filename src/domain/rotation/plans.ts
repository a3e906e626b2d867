import type { Row } from '../merge/row'
import type { Rotation, RotationPlan } from '../model/entities'
import type { TurnUnit } from '../model/rotation'
import type { Instant } from '../model/value'
import { WallClock, type WallMs, wallMs } from '../time/wall-clock'
import { usableZone } from '../time/zone'
import { cut, type Span, SpanLine } from './span-line'
import type { Turns } from './turns'
import { WeekWindows } from './week-windows'

const hour = 60 * 60_000
const unitLength: Readonly<Record<TurnUnit, number>> = { hours: hour, days: 24 * hour, weeks: 7 * 24 * hour }
/** Longer turns than of a year and some days are slips. */
export const longestTurn = 400 * 24 * hour

/** A plan of a rotation, read. */
export interface Plan {
  readonly key: string
  readonly turns: Turns
  /** People in the order of their turns. */
  readonly members: readonly string[]
  /** Undefined where somebody is on at all hours. */
  readonly windows: WeekWindows | undefined
  readonly isTemporary: boolean
}

/** For how long a plan holds. */
export interface PlanStretch extends Span {
  readonly plan: Plan
}

/** Which plan of a rotation holds when. Of two temporary ones the one that begins later holds. */
export function planStretches(rotation: Rotation, rows: readonly Row<RotationPlan>[]): SpanLine<PlanStretch> {
  const clock = WallClock.of(usableZone(rotation.zone))
  const endsAt = instantOf(rotation.endsAt, clock) ?? Number.POSITIVE_INFINITY
  const line = new SpanLine<PlanStretch>()
  const stretches = rows.flatMap((row) => readPlan(row, clock)).sort(byBeginning)
  // Each ordinary one is laid over the endless one before it, and the temporary ones over all of them.
  for (const isTemporary of [false, true])
    for (const stretch of stretches) {
      if (stretch.plan.isTemporary !== isTemporary) continue
      const held = cut(stretch, { from: Number.NEGATIVE_INFINITY, to: endsAt })
      if (held) line.put(held)
    }
  return line
}

export function membersOf(plan: RotationPlan): string[] {
  const places: { person: string; place: number }[] = []
  for (const field in plan) {
    const place = plan[field as `member:${string}`]
    if (field.startsWith('member:') && typeof place === 'number')
      places.push({ person: field.slice('member:'.length), place })
  }
  places.sort((a, b) => a.place - b.place || (a.person < b.person ? -1 : 1))
  return places.map(({ person }) => person)
}

function byBeginning(a: PlanStretch, b: PlanStretch): number {
  return a.from - b.from || (a.plan.key < b.plan.key ? -1 : 1)
}

/** Nothing where the row does not say enough yet: a merge can bring its fields one by one. */
function readPlan({ key, values }: Row<RotationPlan>, clock: WallClock): PlanStretch[] {
  const from = instantOf(values.from, clock)
  const anchor = anchorOf(values)
  const length = turnLength(values)
  if (values.removed === true || from === undefined || anchor === undefined || !length) return []
  const until = values.until == null ? Number.POSITIVE_INFINITY : instantOf(values.until, clock)
  if (until === undefined) return []
  const plan: Plan = {
    key,
    turns: { anchor, length, clock },
    members: membersOf(values),
    windows: WeekWindows.of(values, clock),
    isTemporary: values.until != null,
  }
  return [{ plan, from, to: until }]
}

export function turnLength({ length, unit }: Pick<RotationPlan, 'length' | 'unit'>): number | undefined {
  if (!length || !unit || !Number.isInteger(length)) return undefined
  const ms = length * unitLength[unit]
  return ms <= longestTurn ? ms : undefined
}

function anchorOf({ startsOn, handOverAt }: RotationPlan): WallMs | undefined {
  return startsOn && handOverAt ? wallMs(`${startsOn}T${handOverAt}`) : undefined
}

function instantOf(wall: string | null | undefined, clock: WallClock): Instant | undefined {
  const ms = wallMs(wall)
  return ms === undefined ? undefined : clock.instantAt(ms)
}
