import { breachText, ruleWords } from '../rotation/fatigue-words'
import { clip } from './clip'
import { hoursText } from './cover-figures'
import { percentText } from './figure'
import type { FigureSummary } from './figures'
import { numberText } from './number-text'
import type { WeekReading } from './week-reading'
import type { WeeklyPack } from './weekly-pack'

/** How many lines, and how much of a name, find room in a report. */
const room = { people: 20, breaches: 20, name: 60 }

/** What the team carried, in words. */
export function loadOf(
  { load, zone, asOf, nameOfPerson }: WeekReading,
  figures: readonly FigureSummary[],
  told: readonly string[],
): WeeklyPack['load'] {
  const nameOf = (person: string) => clip(nameOfPerson(person), room.name)
  const heroes = new Map(load.heroes.map((hero) => [hero.person, hero]))
  const all = load.heroes.reduce((sum, { touches }) => sum + touches, 0)
  return {
    figures: told.flatMap((id) => {
      const figure = figures.find((other) => other.id === id)
      return figure ? [{ label: figure.label, display: figure.display }] : []
    }),
    people: {
      count: load.shares.length,
      lines: load.shares.slice(0, room.people).map(({ person, time, onCall, outside, nights }, place) => ({
        rank: place + 1,
        name: nameOf(person),
        time: hoursText(time),
        onCall: hoursText(onCall),
        outside: hoursText(outside),
        nights: numberText(nights),
        hero: all === 0 ? 'too few' : percentText(heroes.get(person)?.touches ?? 0, all),
      })),
    },
    breaches: {
      count: load.breaches.length,
      lines: load.breaches.slice(0, room.breaches).map((breach) => ({
        name: nameOf(breach.person),
        rule: ruleWords[breach.rule],
        text: breachText(breach, { zone, now: asOf, nameOf }),
      })),
    },
  }
}
