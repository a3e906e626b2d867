import type { Instant } from '../model/value'
import { addDays, type Day, daysBetween } from '../time/day'
import { DayIndex } from '../time/day-index'
import { dayOf } from '../time/zone'
import { isOpen, type Phase } from '../triage/as-of'
import type { Reading } from './reading'
import { reportedSeverities } from './words'

export interface FlowDay {
  readonly day: Day
  /** Issues raised or reopened on the day. */
  in: number
  /** Issues that ended on the day. */
  out: number
  /** Open at the end of the day (on the last one, at the instant of the report): severity 1, 2, 3, none. */
  readonly open: number[]
}

/** A chart with more days than this can no longer be read across a page. */
const mostDays = 30

/** Counts comings and goings per day of a zone, issue by issue, so that long lists can be counted in steps. */
export class FlowCounter {
  private readonly index: DayIndex
  private readonly flow: FlowDay[]

  /** @param first the first day told; the last is the one on which `asOf` falls. */
  constructor(
    first: Day,
    private readonly asOf: Instant,
    zone: string,
  ) {
    this.index = new DayIndex(first, dayOf(asOf, zone), zone)
    this.flow = this.index.days.map((day) => ({
      day,
      in: 0,
      out: 0,
      open: reportedSeverities.map(() => 0),
    }))
  }

  add(phases: readonly Phase[]): void {
    const { flow } = this
    let standing = -1
    for (const phase of phases) {
      if (phase.from > this.asOf) break
      const place = this.index.placeOf(phase.from)
      const next = isOpen(phase) ? reportedSeverities.indexOf(phase.severity) : -1
      if (next === standing) continue
      const counted = flow[place]
      if (counted && standing < 0) counted.in++
      if (counted && next < 0) counted.out++
      const from = flow[Math.max(place, 0)]
      if (from && standing >= 0) from.open[standing] = (from.open[standing] ?? 0) - 1
      if (from && next >= 0) from.open[next] = (from.open[next] ?? 0) + 1
      standing = next
    }
  }

  /** Adds up what was counted. Ask once, at the end. */
  days(): FlowDay[] {
    addUp(this.flow)
    return this.flow
  }
}

/**
 * Comings and goings per day of the engagement's zone, from the go-live on (at most the last 30 days). The days
 * add up: open at the end = open at the end of the day before + in − out.
 */
export function dailyFlow(reading: Reading): FlowDay[] {
  const counter = new FlowCounter(firstDay(reading), reading.asOf, reading.zone)
  for (const { phases } of reading.issues) counter.add(phases)
  return counter.days()
}

/** Until here each day holds only by how much it differs from the day before. */
function addUp(flow: readonly FlowDay[]): void {
  for (let place = 1; place < flow.length; place++) {
    const open = flow[place]?.open
    flow[place - 1]?.open.forEach((before, level) => {
      if (open) open[level] = (open[level] ?? 0) + before
    })
  }
}

function firstDay({ engagement, issues, asOf, zone }: Reading): Day {
  const goLive = engagement.goLiveAt
  const firstRaised = issues.reduce((least, { raised }) => Math.min(least, raised), asOf)
  const start = goLive != null && goLive <= asOf ? goLive : firstRaised
  const today = dayOf(asOf, zone)
  return addDays(today, -Math.min(daysBetween(dayOf(start, zone), today), mostDays - 1))
}
