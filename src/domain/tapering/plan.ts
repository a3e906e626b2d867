import type { Row } from '../merge/row'
import type { CadencePhase, Effort, Engagement } from '../model/entities'
import type { Instant } from '../model/value'
import { addDays, type Day, daysBetween } from '../time/day'
import { dayOf, usableZone } from '../time/zone'

/** Hours of a person day: effort is planned in days and spent in hours. */
export const hoursOfDay = 8

/** A plan that ends so soon has not been made. */
export const shortestSight = 7

export type PhaseRow = Row<CadencePhase>
export type EffortRow = Row<Effort>

/** A phase with its effort in person days. */
export interface PhaseEffort {
  readonly row: PhaseRow
  /** Undefined where no go-live is set, or no day of the phase. */
  readonly from: Day | undefined
  readonly to: Day | undefined
  /** Undefined where nobody has planned any. */
  readonly planned: number | undefined
  /** Of that, the part that falls on the days gone by, today included. */
  readonly dueByNow: number
  readonly spent: number
  /** What was spent on its days, today included. */
  readonly efforts: readonly EffortRow[]
}

export interface EffortPlan {
  /** In order of their days. */
  readonly phases: readonly PhaseEffort[]
  readonly planned: number
  readonly dueByNow: number
  readonly spent: number
  /** Spent on days of no phase. */
  readonly outside: number
  readonly effortsOutside: readonly EffortRow[]
  /** The last planned day; undefined where there is none. */
  readonly plannedUntil: Day | undefined
  readonly warning: PlanWarning | undefined
}

/** `no-plan`: there are no phases. `short`: the plan ends within a week and hypercare is not over. */
export type PlanWarning = { readonly kind: 'no-plan' } | { readonly kind: 'short'; readonly until: Day }

export function effortPlan(
  phases: Iterable<PhaseRow>,
  efforts: Iterable<EffortRow>,
  { goLiveAt, zone }: Engagement,
  asOf: Instant,
): EffortPlan {
  const here = usableZone(zone)
  const today = dayOf(asOf, here)
  const goLiveDay = goLiveAt == null ? undefined : dayOf(goLiveAt, here)
  const rows = [...phases].filter(({ values }) => values.removed !== true).sort(byDay)
  const days = rows.map((row) => daysOf(row, goLiveDay))
  const within = rows.map((): EffortRow[] => [])
  const effortsOutside: EffortRow[] = []
  for (const effort of efforts) {
    const { values } = effort
    const { day, hours } = values
    if (values.removed === true || day == null || hours == null || day > today) continue
    // Where two phases claim a day, the one that begins later has it: as the cadence has it.
    const place = days.findLastIndex(
      ({ from, to }) => from !== undefined && from <= day && (to ?? day) >= day,
    )
    const beside = within[place] ?? effortsOutside
    beside.push(effort)
  }
  const told = rows.map((row, place): PhaseEffort => {
    const { from, to } = days[place] ?? {}
    const planned = row.values.effortDays ?? undefined
    const efforts = within[place] ?? []
    return {
      row,
      from,
      to,
      planned,
      dueByNow: (planned ?? 0) * shareGone(from, to, today),
      spent: personDays(efforts),
      efforts,
    }
  })
  const outside = personDays(effortsOutside)
  const sum = (of: (phase: PhaseEffort) => number) => told.reduce((total, phase) => total + of(phase), 0)
  const plannedUntil = told.reduce<Day | undefined>(
    (latest, { to }) => (to !== undefined && (latest === undefined || to > latest) ? to : latest),
    undefined,
  )
  return {
    phases: told,
    planned: sum(({ planned }) => planned ?? 0),
    dueByNow: sum(({ dueByNow }) => dueByNow),
    spent: sum(({ spent }) => spent) + outside,
    outside,
    effortsOutside,
    plannedUntil,
    warning: goLiveDay === undefined ? undefined : warningOf(plannedUntil, today),
  }
}

/** What a day beyond the plan costs in person days: what one costs in the last phase with planned effort. */
export function effortPerDay({ phases }: EffortPlan): number | undefined {
  const last = phases.findLast(({ planned, from, to }) => planned !== undefined && from && to)
  if (last?.planned === undefined || !last.from || !last.to) return undefined
  return last.planned / (daysBetween(last.from, last.to) + 1)
}

function personDays(efforts: readonly EffortRow[]): number {
  return efforts.reduce((hours, { values }) => hours + (values.hours ?? 0), 0) / hoursOfDay
}

function warningOf(plannedUntil: Day | undefined, today: Day): PlanWarning | undefined {
  if (plannedUntil === undefined) return { kind: 'no-plan' }
  return daysBetween(today, plannedUntil) <= shortestSight
    ? { kind: 'short', until: plannedUntil }
    : undefined
}

function daysOf({ values: { fromDay, toDay } }: PhaseRow, goLiveDay: Day | undefined) {
  const day = (number: number | null | undefined) =>
    goLiveDay === undefined || number == null ? undefined : addDays(goLiveDay, Math.trunc(number) - 1)
  return { from: day(fromDay), to: day(toDay) }
}

function shareGone(from: Day | undefined, to: Day | undefined, today: Day): number {
  if (from === undefined || to === undefined || to < from) return 0
  const gone = (daysBetween(from, today) + 1) / (daysBetween(from, to) + 1)
  return Math.min(1, Math.max(0, gone))
}

function byDay(a: PhaseRow, b: PhaseRow): number {
  return (a.values.fromDay ?? 0) - (b.values.fromDay ?? 0) || (a.key < b.key ? -1 : 1)
}
