import type { Rescue } from '../model/issue'
import type { Instant } from '../model/value'
import { addDays, type Day } from '../time/day'
import { DayIndex } from '../time/day-index'
import { dayOf } from '../time/zone'
import { isOpen, phaseAt, teamAt } from '../triage/as-of'
import { type ExitReading, zoneAt } from './exit-reading'
import type { IssueLife } from './issue-facts'
import { type Resolution, resolutionAt } from './resolution'

/** One week of hypercare, counted from its first day, and who resolved what ended in it. */
export interface RescueWeek {
  readonly first: Day
  readonly by: Readonly<Record<Rescue | 'untold', number>>
}

/** What of a component the project team was needed for lately, or is now. */
export interface StillNeeded {
  /** Undefined where the issues name none. */
  readonly component: string | undefined
  readonly byProject: readonly IssueLife[]
  readonly withHelp: readonly IssueLife[]
  /** Open with the project team. */
  readonly open: readonly IssueLife[]
}

export interface NoRescue {
  readonly weeks: readonly RescueWeek[]
  readonly needed: readonly StillNeeded[]
  /** Resolved, and nobody has said by whom. */
  readonly untold: readonly IssueLife[]
}

const lately = 14 * 24 * 60 * 60_000
const mostWeeks = 26
const readBetweenYields = 200

/** Who resolved what, week by week, and for what the project team is still needed; in steps. */
export function* noRescue(reading: ExitReading, at: Instant): Generator<void, NoRescue> {
  const { start, issues } = reading
  if (start === undefined || start > at) return { weeks: [], needed: [], untold: [] }
  const zone = zoneAt(reading, at)
  const today = dayOf(at, zone)
  const from = dayOf(Math.max(start, at - mostWeeks * 7 * 24 * 60 * 60_000), zone)
  const days = new DayIndex(from, today, zone)
  const weeks = new Map<number, Record<Rescue | 'untold', number>>()
  for (let week = 0; week <= Math.floor((days.days.length - 1) / 7); week++) weeks.set(week, nobody())
  const components = new Map<string | undefined, Mutable<StillNeeded>>()
  const untold: IssueLife[] = []
  let read = 0
  for (const issue of issues.within(-Infinity, at)) {
    if (++read % readBetweenYields === 0) yield
    const resolution = resolutionAt(issue, at)
    if (resolution) {
      const week = weeks.get(Math.floor(days.placeOf(resolution.at) / 7))
      if (!week) continue
      week[resolution.rescue ?? 'untold']++
      if (resolution.rescue === null) untold.push(issue)
      if (at - resolution.at <= lately) note(resolution)
    } else if (isOpen(phaseAt(issue.phases, at)) && teamAt(issue.row, at) === 'project')
      needOf(issue).open.push(issue)
  }
  return {
    weeks: [...weeks].map(([place, by]) => ({ first: addDays(from, 7 * place), by })),
    needed: [...components.values()].sort(
      (a, b) => weightOf(b) - weightOf(a) || ((a.component ?? '\uffff') < (b.component ?? '\uffff') ? -1 : 1),
    ),
    untold,
  }

  function note({ issue, rescue }: Resolution): void {
    if (rescue === 'project-team') needOf(issue).byProject.push(issue)
    if (rescue === 'steady-state-with-help') needOf(issue).withHelp.push(issue)
  }

  function needOf({ row }: IssueLife): Mutable<StillNeeded> {
    const component = row.values.component?.trim() || undefined
    let need = components.get(component)
    if (!need) {
      need = { component, byProject: [], withHelp: [], open: [] }
      components.set(component, need)
    }
    return need
  }
}

/** The lists while they are filled. */
type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] }

const weightOf = ({ byProject, withHelp, open }: StillNeeded) =>
  byProject.length + withHelp.length + open.length

function nobody(): Record<Rescue | 'untold', number> {
  return { 'steady-state-alone': 0, 'steady-state-with-help': 0, 'project-team': 0, untold: 0 }
}
