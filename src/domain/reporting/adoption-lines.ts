import { activeOn, licensedOn } from '../adoption/active'
import { type DayEvents, eventsByDay, quiet } from '../adoption/day-events'
import { featureUse } from '../adoption/feature-use'
import { type GroupLine, groupUse } from '../adoption/group-use'
import { patchName } from '../patches/patch-state'
import { addDays, type Day } from '../time/day'
import { formatDay, formatShortDay } from '../time/format'
import { adoptionFigures } from './adoption-figures'
import { clip } from './clip'
import { percentText } from './figure'
import type { FigureSummary } from './figures'
import { numberText } from './number-text'
import type { Redact } from './redacting'
import type { WeekReading } from './week-reading'
import type { WeeklyPack } from './weekly-pack'

/** How many lines, and how much of a text, find room in a report. */
const room = { days: 28, groups: 20, features: 15, trends: 10, concerns: 10, name: 60, text: 240 }

/** How the system is taken up, in words; null where nobody has imported anything about it. */
export function adoptionOf(week: WeekReading, figures: readonly FigureSummary[]): WeeklyPack['adoption'] {
  const { adoption, nameOfPerson, redaction } = week
  const { text: readable = asItIs, unit = asItIs } = redaction ?? {}
  const { reading, day, trends, concerns } = adoption
  if (day === undefined) return null
  const groups = groupUse(reading, day)
  const features = featureUse(reading, day)
  const events = eventsOf(week)
  const clipped = (text: string | null | undefined) => (text ? clip(text, room.text) : null)
  return {
    summary: `Known up to ${formatDay(day)}; weeks end with that day. Days that no file tells of are left out.`,
    figures: adoptionFigures.flatMap(({ id }) => {
      const figure = figures.find((other) => other.id === id)
      return figure ? [{ label: figure.label, display: figure.display, trend: figure.trend?.text ?? '' }] : []
    }),
    days: daysShown(day).flatMap((each) => {
      const active = activeOn(reading, each)
      if (active === undefined) return []
      const licensed = licensedOn(reading, each) ?? null
      return [{ label: formatShortDay(each), active, licensed, ...(events.get(each) ?? quiet) }]
    }),
    groups: {
      count: groups.length,
      lines: groups.slice(0, room.groups).map((line, place) => groupLine(line, place, unit)),
    },
    features: {
      count: features.length,
      lines: features
        .slice(0, room.features)
        .map(({ feature, people, isAtLeast, events, before }, place) => ({
          rank: place + 1,
          name: clip(readable(feature), room.name),
          people: `${isAtLeast ? 'at least ' : ''}${numberText(people)}`,
          events: numberText(events),
          before: before === null ? 'not known' : numberText(before),
        })),
    },
    trends: trends.slice(0, room.trends).map(({ title, seen }, place) => ({
      rank: place + 1,
      title: clip(readable(title), room.text),
      seen: readable(seen),
    })),
    concerns: {
      count: concerns.length,
      lines: concerns.slice(0, room.concerns).map(({ values }, place) => ({
        rank: place + 1,
        title: clip(values.title ?? '', room.text),
        seen: clipped(values.seen) ?? '',
        action: clipped(values.action),
        owner: values.owner ? clip(nameOfPerson(values.owner), room.name) : null,
      })),
    },
  }
}

const asItIs: Redact = (text) => text

const daysShown = (last: Day): Day[] =>
  Array.from({ length: room.days }, (_, place) => addDays(last, place + 1 - room.days))

function groupLine({ group, active, licensed, before, never }: GroupLine, place: number, unit: Redact) {
  const known = (count: number | undefined) => (count === undefined ? 'not known' : numberText(count))
  return {
    rank: place + 1,
    name: clip(unit(group), room.name),
    active: known(active),
    licensed: known(licensed),
    share: active === undefined || !licensed ? '' : percentText(Math.min(active, licensed), licensed),
    before: known(before),
    never: known(never),
  }
}

/** Grave incidents and patches, by the day on which they came. */
function eventsOf({ issues, patches, zone, asOf }: WeekReading): ReadonlyMap<Day, DayEvents> {
  return eventsByDay(
    {
      incidents: issues.map(({ raised, now }) => ({ at: raised, severity: now.severity })),
      patches: patches.flatMap(({ row, phases }) =>
        phases
          .filter(({ state, from }) => state === 'shipped' && from <= asOf)
          .map(({ from }) => ({ at: from, name: clip(patchName(row), room.name) })),
      ),
    },
    zone,
  )
}
