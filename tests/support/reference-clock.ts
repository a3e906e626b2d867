import type { Engagement } from '@domain/model/entities'
import { endedStatuses, type IssueStatus, type Severity } from '@domain/model/issue'
import type { Fields } from '@domain/model/value'

/**
 * The clocks as docs/clocks.md tells them, with no regard for speed: every minute is asked what the clock on the wall
 * shows, whether support is there, and which status and severity stand. All times here are whole minutes since 1970,
 * because nothing in the tests happens within one.
 */
export type Minute = number

export const minute = 60_000
export const minuteOf = (instant: number): Minute => instant / minute

const daysOfWeek = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
const minutesPerDay = 24 * 60

interface WallMinute {
  readonly day: string
  /** The latest time of the day that the wall has shown by now, in minutes: in an hour that is repeated, its end. */
  readonly latest: number
}

/** What the clock on the wall shows, asked of the engine minute by minute and remembered. */
class Wall {
  private readonly seen = new Map<Minute, WallMinute>()
  private readonly texts = new Map<Minute, string>()
  private readonly writer: Intl.DateTimeFormat

  constructor(zone: string) {
    // Swedish is the language that writes 2026-03-29 02:15.
    const style = { dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' } as const
    this.writer = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, ...style })
  }

  at(time: Minute): WallMinute {
    const known = this.seen.get(time)
    if (known) return known
    const day = this.textAt(time).slice(0, 10)
    let first = time
    while (this.textAt(first - 1).startsWith(day)) first--
    let latest = 0
    for (let other = first; this.textAt(other).startsWith(day); other++) {
      const text = this.textAt(other)
      latest = Math.max(latest, Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16)))
      this.seen.set(other, { day, latest })
    }
    return this.seen.get(time) as WallMinute
  }

  private textAt(time: Minute): string {
    const known = this.texts.get(time) ?? this.writer.format(time * minute)
    this.texts.set(time, known)
    return known
  }
}

const walls = new Map<string, Wall>()

function wallAt(zone: string, time: Minute): WallMinute {
  const wall = walls.get(zone) ?? new Wall(zone)
  walls.set(zone, wall)
  return wall.at(time)
}

/** Whether support is there during a minute. */
export function isSupported(engagement: Engagement, time: Minute): boolean {
  const { day, latest } = wallAt(engagement.zone ?? 'UTC', time)
  const weekday = daysOfWeek[new Date(day).getUTCDay()] ?? 'sun'
  const isHoliday = engagement[`holiday:${day}`] != null
  const hours = engagement[`extended:${day}`] ?? (isHoliday ? '' : (engagement[`hours.${weekday}`] ?? ''))
  return spansIn(String(hours)).some(
    ([opens, closes]) => opens <= latest && (latest < closes || closes === minutesPerDay),
  )
}

const parsed = new Map<string, (readonly [opens: number, closes: number])[]>()

/** `08:00-12:00` in minutes of the day. */
function spansIn(hours: string) {
  const spans = parsed.get(hours) ?? []
  if (parsed.has(hours)) return spans
  for (const [, ...digits] of hours.matchAll(/(\d\d):(\d\d)-(\d\d):(\d\d)/g)) {
    const [hour = 0, past = 0, lastHour = 0, lastPast = 0] = digits.map(Number)
    spans.push([hour * 60 + past, lastHour * 60 + lastPast])
  }
  parsed.set(hours, spans)
  return spans
}

export interface Change {
  readonly at: Minute
  readonly fields: Fields
}

/** An issue and its engagement as their changes, each oldest first. */
export interface Story {
  readonly engagement: readonly Change[]
  readonly raised: Minute
  readonly issue: readonly Change[]
  readonly commented: Minute | undefined
  readonly now: Minute
}

export interface ReferenceReading {
  readonly startedAt: Minute
  readonly stoppedAt: Minute | undefined
  readonly severity: Severity
  readonly isPaused: boolean
  readonly target: number
  readonly counted: number
  /** Whether a minute between start and end counts. */
  readonly counts: (time: Minute) => boolean
  /** Undefined where it was not met on the way to `horizon`. */
  readonly dueAt: Minute | undefined
  readonly horizon: Minute
}

/** How far ahead a due moment is looked for. */
const ahead = 4 * minutesPerDay

export function referenceReading(
  story: Story,
  kind: 'acknowledge' | 'update' | 'resolve',
): ReferenceReading | undefined {
  const { now, raised } = story
  if (raised > now) return undefined
  const [start, stop] = lifeOf(story, kind)
  if (start === undefined) return undefined
  const end = stop ?? now
  const policy = policyAt(story, end)
  const severity = severityAt(story, end) ?? reportedIn(story) ?? 3
  const promised = kind === 'update' ? promisedIn(story, start) : undefined
  const isOpen = (time: Minute) =>
    policy[`severity.${severity}.calendar`] !== 'support' || isSupported(policy, time)
  const rests = (time: Minute) => kind === 'resolve' && isResting(policy, statusAt(story, time))
  const counts = (time: Minute) => isOpen(time) && !rests(time)
  const minutesIn = (from: Minute, to: Minute, passes: (time: Minute) => boolean) => {
    let count = 0
    for (let time = from; time < to; time++) if (passes(time)) count++
    return count
  }
  const target =
    promised === undefined
      ? policy[`severity.${severity}.${kind}Minutes`]
      : minutesIn(start, promised, isOpen)
  if (target == null) return undefined
  const isPaused = stop === undefined && rests(now)
  const horizon = stop === undefined && !isPaused ? now + ahead : end
  const due = () => {
    let left = target
    for (let time = start; time <= horizon; time++) {
      if (left <= 0) return time
      // What comes after now is as it is now.
      if (time < end ? counts(time) : isOpen(time)) left--
    }
    return undefined
  }
  return {
    startedAt: start,
    stoppedAt: stop,
    severity,
    isPaused,
    target,
    counted: minutesIn(start, end, counts),
    counts,
    dueAt: promised ?? due(),
    horizon,
  }
}

function lifeOf(story: Story, kind: string): [start: Minute | undefined, stop: Minute | undefined] {
  const { raised, now, commented } = story
  const isOver = (time: Minute) => endedStatuses.has(statusAt(story, time))
  if (kind === 'acknowledge') {
    for (let time = raised; time <= now; time++)
      if (statusAt(story, time) !== 'new' || (acknowledgedIn(story) ?? Infinity) <= time)
        return [raised, time]
    return [raised, undefined]
  }
  if (kind === 'resolve') {
    if (!isOver(now)) return [raised, undefined]
    let stop = now
    while (stop > raised && isOver(stop - 1)) stop--
    return [raised, stop]
  }
  if (isOver(now)) return [undefined, undefined]
  // Another laptop's clock may be ahead: what it dates in the future has been told by now.
  if (commented !== undefined && commented > now) return [now, undefined]
  let start = now
  while (start > raised && isSame(story, start - 1, now) && start !== commented) start--
  return [start, undefined]
}

function isSame(story: Story, time: Minute, other: Minute): boolean {
  return (
    statusAt(story, time) === statusAt(story, other) && severityAt(story, time) === severityAt(story, other)
  )
}

function isResting(policy: Engagement, status: IssueStatus): boolean {
  if (endedStatuses.has(status)) return true
  return policy[`pauses:${status}`] == null ? status === 'on-hold' : policy[`pauses:${status}`] === true
}

/** A promise is settled by any news at its time or later, and by a comment a quarter of an hour after it was made. */
function promisedIn(story: Story, lastNews: Minute): Minute | undefined {
  const made = story.issue.findLast(({ fields }) => 'nextUpdateDue' in fields)
  if (typeof made?.fields.nextUpdateDue !== 'number') return undefined
  const promised = minuteOf(made.fields.nextUpdateDue)
  const isAnswered = (story.commented ?? -Infinity) > made.at + 15
  return promised > lastNews && !isAnswered ? promised : undefined
}

function policyAt(story: Story, time: Minute): Engagement {
  const [first, ...later] = story.engagement
  return Object.assign({}, first?.fields, ...later.filter(({ at }) => at <= time).map(({ fields }) => fields))
}

function lastSaid(story: Story, field: string, time: Minute) {
  return story.issue.findLast(({ at, fields }) => at <= time && field in fields)?.fields[field]
}

function statusAt(story: Story, time: Minute): IssueStatus {
  return (lastSaid(story, 'status', time) ?? 'new') as IssueStatus
}

/** The first severity that anybody recorded holds from the beginning. */
function severityAt(story: Story, time: Minute): Severity | null {
  const first = story.issue.find(({ fields }) => 'severity' in fields)?.fields.severity ?? null
  const said = lastSaid(story, 'severity', time)
  return (said === undefined ? first : said) as Severity | null
}

function reportedIn(story: Story): Severity | undefined {
  return (lastSaid(story, 'reportedSeverity', Infinity) ?? undefined) as Severity | undefined
}

function acknowledgedIn(story: Story): Minute | undefined {
  const said = lastSaid(story, 'acknowledgedAt', Infinity)
  return typeof said === 'number' ? minuteOf(said) : undefined
}
