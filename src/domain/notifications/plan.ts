import type { Instant } from '../model/value'
import type { Moment, Moments } from './moment'
import { quietUntil } from './quiet-hours'
import type { NotificationSettings } from './settings'
import type { KnownShifts } from './shift-moments'

/** What this laptop remembers of what it has told about an engagement. */
export interface Memory {
  /** When it began to watch: what was before is history. */
  readonly since: Instant
  /** Everything up to here has been looked at. */
  readonly through: Instant
  readonly lastShownAt: Instant | null
  /** Ids of what was told and when that happened, for clocks that go back; the latest ones only. */
  readonly told: readonly (readonly [id: string, at: Instant])[]
  /** Waiting to be told: it came in quiet hours, or in the minute after another notification. */
  readonly waiting: readonly Moment[]
  /** The shifts to come of whoever used the laptop, as they were known last. */
  readonly shifts?: KnownShifts
}

export interface Plan {
  readonly memory: Memory
  /** Whether the memory holds something new that a restart must not lose. */
  readonly worthKeeping: boolean
  /** To tell now, as one notification; most often nothing. */
  readonly show: readonly Moment[]
  /** When to plan again, if nothing changes before. */
  readonly wakeAt: Instant | undefined
}

const minute = 60_000
/** What arrives by an import or from another laptop is present so long, and then history; unless it waits. */
const present = 60 * minute
const mostTold = 5_000

/**
 * What is to be told now and when to look again. At most one notification in a minute; what falls due within one
 * minute, what came in quiet hours and what was missed are told together.
 * @param before undefined when this laptop has not watched the engagement before: nothing that was is told then
 */
export function plan(
  before: Memory | undefined,
  moments: Moments,
  now: Instant,
  settings: NotificationSettings,
  zone: string,
): Plan {
  const memory = before ? notAheadOf(now, before) : beginning(now)
  if (!settings.on) return silent(before, memory, now)

  const known = new Set([...memory.told.map(([id]) => id), ...memory.waiting.map(({ id }) => id)])
  const arrived = [
    ...moments.between(memory.through, now),
    ...moments.raised().filter((moment) => isPresent(moment, now) && moment.at >= memory.since),
  ].filter(({ id }) => !known.has(id))
  const waiting = [...memory.waiting, ...arrived].filter((moment) => moments.stands(moment))

  const quietEnd = quietUntil(settings.quiet, now, zone)
  const passes = ({ severity }: Moment) =>
    quietEnd === undefined || (severity === 1 && settings.severity1Always)
  const audible = waiting.filter(passes)
  const readyAt = audible.length > 0 ? readyToShow(audible, memory.lastShownAt) : undefined
  const isReady = readyAt !== undefined && readyAt <= now
  const left = isReady ? waiting.filter((moment) => !passes(moment)) : waiting
  const wakes = [
    moments.nextAfter(now),
    isReady ? undefined : readyAt,
    left.length > 0 ? quietEnd : undefined,
  ].filter((at) => at !== undefined)

  return {
    memory: {
      since: memory.since,
      through: now,
      lastShownAt: isReady ? now : memory.lastShownAt,
      told: isReady ? remembered(memory.told, audible, now) : memory.told,
      waiting: left,
      ...(memory.shifts && { shifts: memory.shifts }),
    },
    worthKeeping: !before || isReady || arrived.length > 0 || left.length !== memory.waiting.length,
    show: isReady ? withoutOvertaken(audible) : [],
    wakeAt: wakes.length > 0 ? Math.min(...wakes) : undefined,
  }
}

const waits = (moment: Moment) => moment.kind === 'day' && moment.waits === true

const isPresent = (moment: Moment, now: Instant) =>
  moment.at <= now && (waits(moment) || moment.at > now - present)

const beginning = (now: Instant): Memory => ({
  since: now,
  through: now,
  lastShownAt: null,
  told: [],
  waiting: [],
})

/** A clock that was ahead and has been put right must not silence everything until it gets there again. */
function notAheadOf(now: Instant, memory: Memory): Memory {
  return {
    ...memory,
    since: Math.min(memory.since, now),
    through: Math.min(memory.through, now),
    lastShownAt: memory.lastShownAt === null ? null : Math.min(memory.lastShownAt, now),
  }
}

/** Who wants to hear nothing is not told later what was then. */
function silent(before: Memory | undefined, { shifts: _, ...memory }: Memory, now: Instant): Plan {
  return {
    memory: { ...memory, through: now, waiting: [] },
    worthKeeping: !before || memory.waiting.length > 0,
    show: [],
    wakeAt: undefined,
  }
}

/** At the end of the minute of the first, so that what falls due in the same minute comes with it; severity 1 at once. */
function readyToShow(audible: readonly Moment[], lastShownAt: Instant | null): Instant {
  let ready = Number.POSITIVE_INFINITY
  for (const { kind, at } of audible)
    ready = Math.min(ready, kind === 'raised' ? at : Math.ceil(at / minute) * minute)
  return lastShownAt === null ? ready : Math.max(ready, lastShownAt + minute)
}

function remembered(told: Memory['told'], shown: readonly Moment[], now: Instant): Memory['told'] {
  // What waits may come again at any time, and is remembered as long as what happened only now.
  const all = [...told, ...shown.map((moment) => [moment.id, waits(moment) ? now : moment.at] as const)]
  return all.length <= mostTold ? all : all.sort((a, b) => a[1] - b[1]).slice(-mostTold)
}

/** A warning is not worth a word beside the breach that it warned of. */
function withoutOvertaken(moments: readonly Moment[]): readonly Moment[] {
  const clockOf = (moment: Moment) => 'clock' in moment && `${moment.clock}:${moment.issue}`
  const breached = new Set(moments.filter(({ kind }) => kind === 'breached').map(clockOf))
  return moments.filter((moment) => moment.kind !== 'warning' || !breached.has(clockOf(moment)))
}
