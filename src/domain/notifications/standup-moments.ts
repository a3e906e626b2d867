import type { Cadence } from '../cadence/cadence'
import { nextStandup, type PlannedStandup } from '../cadence/standup-days'
import type { Instant } from '../model/value'
import type { Day } from '../time/day'
import { formatInstant, formatZone } from '../time/format'
import type { DayMoment, Moment, Moments } from './moment'

const lead = 10 * 60_000

export interface StandupTimes {
  readonly cadence: Cadence
  readonly isHeld: (day: Day) => boolean
}

/** Ten minutes before each standup; one that has begun in the meantime is no news. */
export class StandupMoments implements Moments {
  constructor(
    private readonly read: () => StandupTimes,
    private readonly now: () => Instant,
  ) {}

  between(after: Instant, upTo: Instant): readonly Moment[] {
    // Of those that a sleeping laptop has missed only one can still be ahead.
    const next = this.next(Math.max(after + lead + 1, upTo + 1))
    return next && next.at - lead <= upTo ? [momentOf(next, this.read().cadence)] : []
  }

  nextAfter(instant: Instant): Instant | undefined {
    const next = this.next(instant + lead + 1)
    return next && next.at - lead
  }

  raised(): readonly Moment[] {
    return []
  }

  stands(moment: Moment): boolean {
    const next = this.next(this.now())
    return next !== undefined && moment.id === idOf(next)
  }

  private next(from: Instant): PlannedStandup | undefined {
    const { cadence, isHeld } = this.read()
    return nextStandup(cadence, from, isHeld)
  }
}

const idOf = ({ day, at }: PlannedStandup) => `standup:${at}:${day}`

function momentOf(standup: PlannedStandup, { zone }: Cadence): DayMoment {
  const { at } = standup
  return {
    id: idOf(standup),
    kind: 'day',
    at: at - lead,
    title: `Standup at ${formatInstant(at, zone).slice(-5)}`,
    body: `${formatInstant(at, zone)}, ${formatZone(at, zone)}`,
    place: 'standups',
  }
}
