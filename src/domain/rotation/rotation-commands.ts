import type { Row } from '../merge/row'
import type { Rotation, RotationPlan } from '../model/entities'
import { rotationPlanKey, type TurnUnit } from '../model/rotation'
import type { Fields, Instant } from '../model/value'
import { type WeekHours, weekHours } from '../model/week-hours'
import type { WallTime } from '../time/wall'
import { WallClock, wallMs, wallText } from '../time/wall-clock'
import { isZone, usableZone } from '../time/zone'
import { type Planned, planned, type Refused, refused } from '../triage/plan'
import { membersOf, turnLength } from './plans'
import type { ShiftRole } from './shift'

export interface RotationDraft {
  readonly name: string
  readonly role: ShiftRole
  readonly zone: string
  readonly layer: number
}

/** How a rotation shall run from a time on. */
export interface PlanDraft {
  readonly from: WallTime
  /** Only of a temporary plan. */
  readonly until?: WallTime
  /** A day on which a turn begins, at the hand-over. */
  readonly startsOn: string
  readonly handOverAt: string
  readonly length: number
  readonly unit: TurnUnit
  readonly hours: WeekHours
  /** In the order of their turns; the first is on at `from`. */
  readonly members: readonly string[]
}

export function createRotation(key: string, rotation: RotationDraft, plan: PlanDraft): Planned | Refused {
  const name = rotation.name.trim()
  if (name === '') return refused('A rotation needs a name.')
  if (!isZone(rotation.zone))
    return refused(`${rotation.zone || 'Nothing'} is no time zone that is known here.`)
  if (!Number.isInteger(rotation.layer) || rotation.layer < 1) return refused('Layers are counted from 1.')
  const problem = planProblem(plan)
  if (problem) return refused(problem)
  return planned(`Rotation ${name} made`, [
    { entity: 'rotation', key, fields: { ...rotation, name } },
    { entity: 'rotationPlan', key: rotationPlanKey(key, plan.from), fields: planFields(key, plan) },
  ])
}

/** From a time on; what has been stays as it was. With `until` it is a temporary plan. */
export function changeRotation(
  { key, values }: Row<Rotation>,
  plan: PlanDraft,
  plans: Iterable<Row<RotationPlan>>,
  now: Instant,
): Planned | Refused {
  const problem = planProblem(plan) ?? (isPast(plan.from, values, now) ? onlyFromNow : undefined)
  if (problem) return refused(problem)
  const fields = planFields(key, plan)
  // Who is taken out is said to be: another laptop may be writing the same plan with them in it.
  for (const { values } of plans)
    if (values.rotation === key) for (const person of membersOf(values)) fields[`member:${person}`] ??= null
  const name = values.name || key
  return planned(plan.until ? `Temporary plan for ${name}` : `Rotation ${name} changed`, [
    { entity: 'rotationPlan', key: rotationPlanKey(key, plan.from, plan.until), fields },
  ])
}

export interface NameAndLayer {
  readonly name: string
  readonly layer: number
}

/** What it is called and when it is asked has no time. */
export function nameRotation(
  { key, values }: Row<Rotation>,
  { name, layer }: NameAndLayer,
): Planned | Refused {
  if (name.trim() === '') return refused('A rotation needs a name.')
  if (!Number.isInteger(layer) || layer < 1) return refused('Layers are counted from 1.')
  const fields: Fields = {}
  if (name.trim() !== values.name) fields.name = name.trim()
  if (layer !== (values.layer ?? 1)) fields.layer = layer
  if (Object.keys(fields).length === 0) return planned('Nothing changed', [])
  return planned(`Rotation ${name.trim()} named`, [{ entity: 'rotation', key, fields }])
}

/** It runs up to a time and not after; one that has not begun by then is taken out. */
export function endRotation(
  { key, values }: Row<Rotation>,
  endsAt: WallTime,
  plans: Iterable<Row<RotationPlan>>,
  now: Instant,
): Planned | Refused {
  const name = values.name || key
  if (wallMs(endsAt) === undefined) return refused('Say when it ends.')
  const begins = [...plans].flatMap(({ values }) =>
    values.rotation === key && values.removed !== true && values.from ? [values.from] : [],
  )
  const hasBegun = begins.some((from) => isPast(from, values, now))
  if (!hasBegun && begins.every((from) => from >= endsAt))
    return planned(`Rotation ${name} taken out`, [{ entity: 'rotation', key, fields: { removed: true } }])
  if (isPast(endsAt, values, now)) return refused(onlyFromNow)
  return planned(`Rotation ${name} ends`, [{ entity: 'rotation', key, fields: { endsAt } }])
}

/** A temporary plan that has begun ends now; one that has not is taken out. */
export function endTemporaryPlan(
  rotation: Row<Rotation>,
  { key, values }: Row<RotationPlan>,
  now: Instant,
): Planned | Refused {
  const name = rotation.values.name || rotation.key
  if (!values.from || !isPast(values.from, rotation.values, now))
    return planned(`Temporary plan for ${name} taken out`, [
      { entity: 'rotationPlan', key, fields: { removed: true } },
    ])
  if (!values.until || isPast(values.until, rotation.values, now)) return refused('That has been already.')
  return planned(`Temporary plan for ${name} ends`, [
    { entity: 'rotationPlan', key, fields: { until: wallNow(rotation.values.zone, now) } },
  ])
}

const onlyFromNow = 'What has been stays as it was: choose a time from now on.'

/** What the clock on the wall shows now, to the minute. */
export function wallNow(zone: string | null | undefined, now: Instant): WallTime {
  return wallText(WallClock.of(usableZone(zone)).wallAt(now))
}

function isPast(wall: WallTime, { zone }: Rotation, now: Instant): boolean {
  return wall < wallNow(zone, now)
}

/** Why a plan cannot be, if it cannot. */
export function planProblem(plan: PlanDraft): string | undefined {
  if (wallMs(plan.from) === undefined) return 'Say from when on.'
  if (plan.until !== undefined && wallMs(plan.until) === undefined) return 'Say up to when.'
  if (plan.until !== undefined && plan.until <= plan.from) return 'It ends before it begins.'
  if (wallMs(`${plan.startsOn}T${plan.handOverAt}`) === undefined)
    return 'Say on which day and when turns begin.'
  if (turnLength(plan) === undefined)
    return 'A turn is at least an hour and at most 400 days long, in whole numbers.'
  if (plan.members.length === 0) return 'Nobody is in it yet.'
  if (new Set(plan.members).size < plan.members.length) return 'Everybody is in it once.'
  return undefined
}

function planFields(rotation: string, plan: PlanDraft): Fields {
  const { from, until = null, startsOn, handOverAt, length, unit, hours, members } = plan
  const fields: Fields = { rotation, from, until, startsOn, handOverAt, length, unit, removed: false }
  for (const weekday of Object.keys(weekHours) as (keyof WeekHours)[])
    fields[weekday] = hours[weekday] || null
  const first = turnAt(plan)
  for (const [index, person] of members.entries())
    fields[`member:${person}`] = (((first + index) % members.length) + members.length) % members.length
  return fields
}

/** The turn that a plan is in when it begins, counted from the day on which turns begin. */
function turnAt(plan: PlanDraft): number {
  const anchor = wallMs(`${plan.startsOn}T${plan.handOverAt}`) ?? 0
  return Math.floor(((wallMs(plan.from) ?? 0) - anchor) / (turnLength(plan) ?? 1))
}
