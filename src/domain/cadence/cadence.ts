import type { Row } from '../merge/row'
import { weekdays } from '../model/engagement'
import type { CadencePhase, Engagement } from '../model/entities'
import { type Day, daysBetween } from '../time/day'
import { supportCalendar } from '../time/support-calendar'
import { dayOf } from '../time/zone'

/** What the plan says of any day. */
export interface Cadence {
  readonly zone: string
  /** Undefined before the go-live, outside of every phase, and where no go-live is set. */
  phaseOn(day: Day): CadencePhase | undefined
  /** A day on which the team is at work. */
  isWorkday(day: Day): boolean
}

/** The plan as it stands. Where two phases claim a day, the one that begins later has it. */
export function cadenceOf(phases: Iterable<Row<CadencePhase>>, engagement: Engagement): Cadence {
  const calendar = supportCalendar(engagement)
  const { zone } = calendar
  const goLiveDay = engagement.goLiveAt == null ? undefined : dayOf(engagement.goLiveAt, zone)
  const latestFirst = [...phases]
    .filter(({ values }) => values.removed !== true && values.fromDay != null)
    .sort((a, b) => (b.values.fromDay ?? 0) - (a.values.fromDay ?? 0) || (a.key < b.key ? -1 : 1))
    .map(({ values }) => values)
  // An engagement without support hours is looked after every day.
  const hasHours = weekdays.some((weekday) => Boolean(engagement[`hours.${weekday}`]))
  return {
    zone,
    phaseOn(day) {
      if (goLiveDay === undefined) return undefined
      const place = daysBetween(goLiveDay, day) + 1
      return latestFirst.find(
        ({ fromDay, toDay }) => (fromDay ?? 1) <= place && place <= (toDay ?? Number.POSITIVE_INFINITY),
      )
    },
    isWorkday: (day) => (hasHours ? calendar.spansOn(day).length > 0 : calendar.holidayOn(day) === undefined),
  }
}
