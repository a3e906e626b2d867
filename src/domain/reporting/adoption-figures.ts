import { activeOn, daysWithin, licensedOn, weekLength } from '../adoption/active'
import { activeShare } from '../adoption/active-share'
import { activeInWeek } from '../adoption/group-use'
import { neverSignedIn } from '../adoption/never-signed-in'
import { stickiness, stickinessDays } from '../adoption/stickiness'
import { trendLimitsOf } from '../adoption/trend-limits'
import type { Day } from '../time/day'
import { formatDay } from '../time/format'
import type { AdoptionState } from './adoption-reading'
import { type FigureRow, percentText, shareText } from './figure'
import { type FigureDefinition, inputOf, type Measured, percent } from './figure-definition'
import { numberText } from './number-text'
import type { WeekReading } from './week-reading'

type AdoptionFigure = FigureDefinition<WeekReading>

const counted =
  'Only people count who got in: sign-ins that failed and those of programs are left out, and nobody counts twice.'
const week = 'the seven days that end with the last day known'

/** Whether the system is used by those it was made for. */
export const adoptionFigures: readonly AdoptionFigure[] = [
  {
    id: 'active-people-on-day',
    label: 'People active on the last day known',
    unit: 'people',
    rowsAre: 'sources',
    definition: `Different people who were active on the last day that imported files tell of. ${counted}`,
    formula:
      'count of different people with a sign-in or a use on the day; of files without names, the sum of their groups',
    measure: of(({ reading }, day) => {
      const active = activeOn(reading, day)
      return active === undefined
        ? undefined
        : { value: active, display: `${numberText(active)} on ${formatDay(day)}`, days: 1 }
    }),
  },
  {
    id: 'active-people-in-week',
    label: 'People active in a week',
    unit: 'people',
    rowsAre: 'sources',
    isHeadline: true,
    definition: `Different people who were active in ${week}. ${counted}`,
    formula: 'count of different people over seven days; of files without names, the greatest day',
    measure: of(({ reading }, day) => {
      const active = activeInWeek(reading, day)
      return active === undefined ? undefined : { value: active, days: weekLength }
    }),
  },
  {
    id: 'licensed-people',
    label: 'Licensed people',
    unit: 'people',
    rowsAre: 'sources',
    definition: 'People who could sign in, by the latest list of licensed users, without those of programs.',
    formula: 'count of active users of the list; without a list, the sum of licensed users of the groups',
    measure: of(({ reading }, day) => {
      const licensed = licensedOn(reading, day)
      return licensed === undefined ? undefined : { value: licensed, days: weekLength }
    }),
  },
  {
    id: 'active-share-of-licensed',
    label: 'Active of licensed people',
    unit: 'percent',
    rowsAre: 'sources',
    isHeadline: true,
    definition: `How many of the licensed people were active in ${week}.`,
    formula: 'count of different licensed people active in seven days ÷ count of licensed people',
    measure: of(({ reading }, day) => {
      const share = activeShare(reading, day)
      if (!share) return undefined
      const { active, licensed } = share
      return {
        value: percent(active, licensed),
        display: shareText(active, licensed),
        inputs: [inputOf('Licensed people active', active), inputOf('Licensed people', licensed)],
        days: weekLength,
      }
    }),
  },
  {
    id: 'never-signed-in',
    label: 'Licensed people who never signed in',
    unit: 'people',
    rowsAre: 'sources',
    definition:
      'Licensed people of whom neither the list nor any imported file tells that they were ever there.',
    formula: 'count of active users of the list with no last sign-in and on no imported day',
    measure: of(({ reading }, day) => {
      const never = neverSignedIn(reading, day)
      return never && { value: never.length, days: 0 }
    }),
  },
  {
    id: 'stickiness',
    label: 'Stickiness',
    unit: 'percent',
    rowsAre: 'sources',
    isHeadline: true,
    definition: `Whether those who come, come every day: people active on a working day on average, of the different people of ${stickinessDays} days. At least five working days have to be known.`,
    formula: `mean over working days known of people active on the day ÷ count of different people active in ${stickinessDays} days`,
    measure: of(({ reading, isWorkday }, day) => {
      const found = stickiness(reading, day, isWorkday)
      if (!found) return undefined
      const { daily, monthly } = found
      const display = `${percentText(daily, monthly)} (${numberText(daily, 1)} a day of ${numberText(monthly)})`
      return {
        value: percent(daily, monthly),
        display,
        inputs: [inputOf('Active on a working day, on average', daily), inputOf('Different people', monthly)],
        days: stickinessDays,
      }
    }),
  },
  {
    id: 'adoption-trends',
    label: 'Concerning trends in use',
    unit: 'trends',
    rowsAre: 'sources',
    definition:
      'Everybody, or a group: far fewer than on the last four of the same weekday (median and median absolute deviation), fewer every week since the best one, or nobody in a week.',
    formula:
      'count of drops below the usual range, of declines by the agreed share since the best week, and of silent groups',
    measure: (week) => {
      const found = of(({ trends }) => ({ value: trends.length, days: weekLength }))(week)
      const limits = trendLimitsOf(week.engagement)
      const usual = `${limits.dropDeviations} deviations, ${limits.dropPercent}% or ${limits.dropPeople} people`
      return {
        ...found,
        inputs: [
          inputOf('A drop is beyond', usual),
          inputOf('A decline is from', `${limits.fadePercent}%`),
          inputOf('A silent group has at least', limits.smallestGroup),
          ...(found.inputs ?? []),
        ],
      }
    },
  },
  {
    id: 'adoption-concerns-open',
    label: 'Concerns about adoption open',
    unit: 'concerns',
    definition: 'Concerns about use that somebody wrote down and nobody has ended.',
    formula: 'count of concerns neither done nor dismissed',
    measure: ({ adoption: { concerns } }) => ({
      value: concerns.length,
      issues: [],
      others: concerns.map(({ key }) => ({ entity: 'adoptionConcern', key })),
    }),
  },
]

interface Found {
  readonly value: number | null
  readonly display?: string
  readonly inputs?: Measured['inputs']
  /** How many days, back from the last one known, are behind it. */
  readonly days: number
}

function of(measure: (state: AdoptionState, day: Day) => Found | undefined): (week: WeekReading) => Measured {
  return ({ adoption }) => {
    const { day, reading } = adoption
    const found = day === undefined ? undefined : measure(adoption, day)
    if (day === undefined || !found) return { value: null, issues: [] }
    const { days, ...told } = found
    const known = daysWithin(reading, days, day)
    return {
      ...told,
      issues: [],
      others: rowsOfUse(adoption, days),
      inputs: [
        ...(found.inputs ?? []),
        inputOf('Last day known', formatDay(day)),
        ...(days > 0 ? [inputOf('Days known', known.length)] : []),
      ],
    }
  }
}

/** What was imported of the days that end with the last one known, and the list of those who could sign in. */
export function rowsOfUse({ day, reading }: AdoptionState, days = weekLength): FigureRow[] {
  if (day === undefined) return []
  const list = reading.listOn(day)?.rows.map(({ key }) => ({ entity: 'licencePage', key })) ?? []
  return [...daysWithin(reading, days, day).flatMap(({ rows }) => rows), ...list]
}
