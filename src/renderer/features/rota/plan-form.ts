import type { Row } from '@domain/merge/row'
import type { Rotation, RotationPlan } from '@domain/model/entities'
import type { TurnUnit } from '@domain/model/rotation'
import type { Instant } from '@domain/model/value'
import { membersOf } from '@domain/rotation/plans'
import type { Rota } from '@domain/rotation/rota'
import { type PlanDraft, wallNow } from '@domain/rotation/rotation-commands'
import { shiftsBetween } from '@domain/rotation/shifts'
import { readWeek, weekText } from '@domain/rotation/week-text'
import { parseTime } from '@domain/time/time-text'
import type { WallTime } from '@domain/time/wall'
import { WallClock, wallMs } from '@domain/time/wall-clock'
import { usableZone } from '@domain/time/zone'

/** A plan as it is typed. */
export interface PlanForm {
  readonly from: WallTime
  readonly until: WallTime
  readonly startsOn: string
  readonly handOverAt: string
  readonly length: number
  readonly unit: TurnUnit
  readonly hours: string
  readonly members: readonly string[]
}

export function newPlan(today: string, members: readonly string[]): PlanForm {
  const usual = { handOverAt: '09:00', length: 1, unit: 'weeks', hours: '' } as const
  return { from: '', until: '', startsOn: today, ...usual, members }
}

/** The plan that holds at a time, with whoever is on then first: so a change goes on from there. */
export function planFrom(
  rotation: Row<Rotation>,
  plans: Iterable<Row<RotationPlan>>,
  rota: Rota,
  now: Instant,
): PlanForm | undefined {
  const from = wallNow(rotation.values.zone, now)
  const own = [...plans]
    .filter(({ values }) => values.rotation === rotation.key && !values.removed && !values.until)
    .sort((a, b) => ((a.values.from ?? '') < (b.values.from ?? '') ? -1 : 1))
  const values = (own.findLast(({ values }) => (values.from ?? '') <= from) ?? own[0])?.values
  if (!values) return undefined
  const begins = values.from && values.from > from ? values.from : from
  const at = WallClock.of(usableZone(rotation.values.zone)).instantAt(wallMs(begins) ?? 0)
  const on = shiftsBetween(rota, at, at + 1).find((shift) => shift.rotation === rotation.key)?.person
  const members = membersOf(values)
  const first = Math.max(0, on === undefined ? 0 : members.indexOf(on))
  return {
    from: begins,
    until: '',
    startsOn: values.startsOn ?? begins.slice(0, 10),
    handOverAt: values.handOverAt ?? '09:00',
    length: values.length ?? 1,
    unit: values.unit ?? 'weeks',
    hours: weekText(values),
    members: [...members.slice(first), ...members.slice(0, first)],
  }
}

/** Undefined where the hours or the time of the hand-over cannot be read: their fields say so. */
export function draftOf(form: PlanForm, isTemporary = false): PlanDraft | undefined {
  const hours = readWeek(form.hours)
  const handOverAt = parseTime(form.handOverAt)
  if (!hours || !handOverAt) return undefined
  const { until, ...rest } = form
  return { ...rest, hours, handOverAt, ...(isTemporary && { until }) }
}
