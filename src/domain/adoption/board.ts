import type { Row } from '../merge/row'
import type { Issue } from '../model/entities'
import type { Instant } from '../model/value'
import { type PatchRow, patchName, patchPhases } from '../patches/patch-state'
import { addDays, type Day } from '../time/day'
import { activeOn, licensedOn, weekLength } from './active'
import { type ActiveShare, activeShare } from './active-share'
import { type DayEvents, eventsByDay, quiet } from './day-events'
import { type FeatureLine, featureUse } from './feature-use'
import { activeInWeek, type GroupLine, groupUse } from './group-use'
import type { LicensedPerson } from './lines'
import { neverSignedIn } from './never-signed-in'
import { type AdoptionTables, lastWholeDay, readAdoption } from './reading'
import { type Stickiness, stickiness } from './stickiness'
import type { TrendLimits } from './trend-limits'
import { type Trend, trends } from './trends'

export interface BoardDay extends DayEvents {
  readonly day: Day
  readonly active: number
  readonly licensed: number | undefined
}

export interface BoardWeek {
  /** Its last day. */
  readonly day: Day
  readonly active: number
  readonly share: ActiveShare | undefined
}

/** Everything about adoption that the screen shows. */
export interface AdoptionBoard {
  /** The last whole day that is told of; weeks end with it. Undefined where only licensed users are known, or nothing. */
  readonly day: Day | undefined
  /** Days that are told of, the latest last. */
  readonly days: readonly BoardDay[]
  /** The latest first. */
  readonly weeks: readonly BoardWeek[]
  readonly licensed: number | undefined
  readonly groups: readonly GroupLine[]
  readonly features: readonly FeatureLine[]
  readonly never: readonly LicensedPerson[] | undefined
  readonly stickiness: Stickiness | undefined
  readonly trends: readonly Trend[]
}

export interface BoardQuestion {
  readonly tables: AdoptionTables
  readonly issues: Iterable<Row<Issue>>
  readonly patches: Iterable<PatchRow>
  readonly zone: string
  readonly today: Day
  readonly limits: TrendLimits
  readonly isWorkday: (day: Day) => boolean
  readonly raisedAt: (issue: Row<Issue>) => Instant
}

const daysShown = 42
const weeksShown = 6
const readBetweenYields = 2_000

/** Reads all that is known, in steps. */
export function* adoptionBoard(question: BoardQuestion): Generator<void, AdoptionBoard> {
  const { tables, zone, today, isWorkday } = question
  const reading = yield* readAdoption(tables, zone, today)
  const events = yield* eventsIn(question)
  const day = lastWholeDay(reading)
  const last = day ?? today
  const days: BoardDay[] = []
  for (let back = daysShown - 1; back >= 0 && day !== undefined; back--) {
    const each = addDays(day, -back)
    const active = activeOn(reading, each)
    if (active === undefined) continue
    days.push({ day: each, active, licensed: licensedOn(reading, each), ...(events.get(each) ?? quiet) })
  }
  yield
  const weeks: BoardWeek[] = []
  for (let back = 0; back < weeksShown && day !== undefined; back++) {
    const end = addDays(day, -weekLength * back)
    const active = activeInWeek(reading, end)
    if (active === undefined) break
    weeks.push({ day: end, active, share: activeShare(reading, end) })
    yield
  }
  const groups = groupUse(reading, last)
  yield
  const features = day === undefined ? [] : featureUse(reading, day)
  yield
  const sticks = day === undefined ? undefined : stickiness(reading, day, isWorkday)
  yield
  return {
    day,
    days,
    weeks,
    licensed: licensedOn(reading, last),
    groups,
    features,
    never: neverSignedIn(reading, last),
    stickiness: sticks,
    trends: day === undefined ? [] : trends(reading, { day, isWorkday, limits: question.limits }),
  }
}

function* eventsIn({ issues, patches, zone, raisedAt }: BoardQuestion): Generator<void, Map<Day, DayEvents>> {
  const incidents = []
  let read = 0
  for (const issue of issues) {
    if (++read % readBetweenYields === 0) yield
    const { severity, removed } = issue.values
    if (removed !== true && (severity === 1 || severity === 2))
      incidents.push({ at: raisedAt(issue), severity })
  }
  const shipped = [...patches].flatMap((patch) =>
    patchPhases(patch)
      .filter(({ state }) => state === 'shipped')
      .map(({ from }) => ({ at: from, name: patchName(patch) })),
  )
  yield
  return eventsByDay({ incidents, patches: shipped }, zone)
}
