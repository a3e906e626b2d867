import type { ShareOfRota } from '../rotation/fairness'
import { fewestTouches, touchMeans } from '../rotation/severe-touches'
import type { FigureRow } from './figure'
import { type FigureDefinition, inputOf } from './figure-definition'
import type { WeekReading } from './week-reading'

const minute = 60_000
const week = 'in the seven days before the data was taken'

/** What the team carries, and whether that is too much for anybody. */
export const loadFigures: readonly FigureDefinition<WeekReading>[] = [
  {
    id: 'time-on-shift-in-week',
    label: 'Time on shift, all people',
    unit: 'minutes',
    rowsAre: 'sources',
    definition: `Time that people were on shift ${week}; two roles at once are counted once, and being on call only where the limits say so.`,
    formula: 'sum over people of their time on shift',
    measure: ({ load }) => timeOf(load.shares, ({ time }) => time),
  },
  {
    id: 'time-outside-hours-in-week',
    label: 'Time on shift outside of support hours',
    unit: 'minutes',
    isHeadline: true,
    rowsAre: 'sources',
    definition: `Time that people were on shift ${week} while support was closed.`,
    formula: 'sum over people of their time on shift − that within support hours',
    measure: ({ load }) => timeOf(load.shares, ({ outside }) => outside),
  },
  {
    id: 'hero-index-in-week',
    label: 'Hero index',
    unit: 'percent',
    isHeadline: true,
    rowsAre: 'sources',
    definition: `How much of all that was done to severity 1 and 2 ${week} the person did who did most. ${touchMeans}`,
    formula: `greatest count of touches of one person ÷ count of touches; none under ${fewestTouches} touches`,
    measure: ({ load }) => ({
      value: load.heroes[0]?.percent ?? null,
      issues: [],
      others: peopleRows(load.heroes.slice(0, 1)),
      inputs: [inputOf('People with touches', load.heroes.length)],
    }),
  },
  {
    id: 'limit-breaches-in-week',
    label: 'Shift limits broken',
    unit: 'breaches',
    isHeadline: true,
    rowsAre: 'sources',
    definition: `How often somebody had too little rest, was on too long without a break, on too many days in a row or for too many hours in seven days, at some time ${week}, by the limits of this engagement.`,
    formula: 'count of breaches, by person, rule and time',
    measure: ({ load }) => ({
      value: load.shares.length === 0 ? null : load.breaches.length,
      issues: [],
      others: peopleRows(load.breaches),
      inputs: [inputOf('Breaches', load.breaches.length), inputOf('People on shift', load.shares.length)],
    }),
  },
]

function timeOf(shares: readonly ShareOfRota[], pick: (share: ShareOfRota) => number) {
  if (shares.length === 0) return { value: null, issues: [] }
  const some = shares.filter((share) => pick(share) > 0)
  const value = some.reduce((sum, share) => sum + pick(share), 0) / minute
  return { value, issues: [], others: peopleRows(some), inputs: [inputOf('People on shift', shares.length)] }
}

function peopleRows(told: readonly { readonly person: string }[]): FigureRow[] {
  return [...new Set(told.map(({ person }) => person))].map((key) => ({ entity: 'person', key }))
}
