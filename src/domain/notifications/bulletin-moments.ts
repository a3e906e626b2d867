import { type DueBulletin, nextBulletin } from '../bulletins/due'
import type { AudienceRow, SendingRow } from '../bulletins/published'
import type { Instant } from '../model/value'
import { formatInstant, formatZone } from '../time/format'
import type { DayMoment, Moment, Moments } from './moment'

const lead = 30 * 60_000

export interface BulletinTimes {
  readonly audiences: readonly AudienceRow[]
  readonly sendings: readonly SendingRow[]
  readonly zone: string
}

/** Half an hour before a bulletin is due; one that was sent in the meantime is no news. */
export class BulletinMoments implements Moments {
  constructor(
    private readonly read: () => BulletinTimes,
    private readonly now: () => Instant,
  ) {}

  between(after: Instant, upTo: Instant): readonly Moment[] {
    const times = this.read()
    // Of those that a sleeping laptop has missed only those still ahead are told: Today has what is overdue.
    return dueAfter(times, Math.max(after + lead, upTo))
      .filter(({ dueAt }) => dueAt - lead <= upTo)
      .map((due) => momentOf(due, times.zone))
  }

  nextAfter(instant: Instant): Instant | undefined {
    const next = dueAfter(this.read(), instant + lead).map(({ dueAt }) => dueAt - lead)
    return next.length > 0 ? Math.min(...next) : undefined
  }

  raised(): readonly Moment[] {
    return []
  }

  stands(moment: Moment): boolean {
    return dueAfter(this.read(), this.now()).some((due) => idOf(due) === moment.id)
  }
}

function dueAfter({ audiences, sendings, zone }: BulletinTimes, instant: Instant): DueBulletin[] {
  return audiences.flatMap((audience) => nextBulletin(audience, sendings, instant, zone) ?? [])
}

const idOf = ({ audience, dueAt }: DueBulletin) => `bulletin:${dueAt}:${audience}`

function momentOf(due: DueBulletin, zone: string): DayMoment {
  const { name, dueAt } = due
  return {
    id: idOf(due),
    kind: 'day',
    at: dueAt - lead,
    title: `Bulletin to ${name} is due at ${formatInstant(dueAt, zone).slice(-5)}`,
    body: `${formatInstant(dueAt, zone)}, ${formatZone(dueAt, zone)}`,
    place: 'bulletins',
  }
}
