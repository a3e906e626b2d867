import { roleWords } from '../ownership/role-words'
import { type ShiftRole, shiftRoles } from '../rotation/shift'
import type { FigureRow } from './figure'
import { type FigureDefinition, inputOf } from './figure-definition'
import type { WeekReading } from './week-reading'

type CoverFigure = FigureDefinition<WeekReading>

const minute = 60_000
const hour = 60 * minute

/** Whether the roles that were needed had anybody, and for how long who was on. */
export const coverFigures: readonly CoverFigure[] = [
  {
    id: 'coverage-gap-in-week',
    label: 'Time without enough people on shift',
    unit: 'minutes',
    rowsAre: 'sources',
    isHeadline: true,
    definition:
      'Time in the seven days before the data was taken in which a role had fewer people on shift than it needed, all roles together.',
    formula: 'sum over roles of the time with different people on < people needed',
    measure: ({ cover }) => ({
      value: sumOf(cover.roles.filter(({ needed }) => needed > 0).map(({ missing }) => missing)),
      issues: [],
      others: rowsOf('coverNeed', cover.needs),
      inputs: cover.roles.map(({ role, missing }) => inputOf(roleWords[role], hoursText(missing))),
    }),
  },
  {
    id: 'coverage-gap-ahead',
    label: 'Time without enough people in the week to come',
    unit: 'minutes',
    rowsAre: 'sources',
    definition:
      'Time in the seven days after the data was taken for which a role has fewer people on the rota than it needs, all roles together.',
    formula: 'sum over roles of the time with different people on < people needed',
    measure: ({ cover }) => ({
      value:
        cover.needs.length === 0 ? null : (sumOf(cover.roles.map(({ missingAhead }) => missingAhead)) ?? 0),
      issues: [],
      others: rowsOf('coverNeed', cover.needs),
      inputs: cover.roles.map(({ role, missingAhead }) => inputOf(roleWords[role], hoursText(missingAhead))),
    }),
  },
  ...shiftRoles.map(hoursOf),
]

function hoursOf(role: ShiftRole): CoverFigure {
  return {
    id: `shift-hours-${role}-in-week`,
    label: `Time on shift: ${roleWords[role].toLowerCase()}`,
    unit: 'minutes',
    rowsAre: 'sources',
    definition:
      'Time on shift in this role in the seven days before the data was taken, of everybody together.',
    formula: 'sum of the lengths of all shifts of the role within the seven days',
    measure: ({ cover }) => {
      const own = cover.roles.find((told) => told.role === role)
      return {
        value: own ? own.onShift / minute : null,
        issues: [],
        others: rowsOf('rotation', cover.rotations),
      }
    },
  }
}

/** `57.5 h`: shifts are counted in hours, however many they are. */
export const hoursText = (ms: number): string => `${Math.round((ms / hour) * 10) / 10} h`

/** Null where nothing was needed, which is not the same as nought. */
function sumOf(lengths: readonly number[]): number | null {
  return lengths.length === 0 ? null : lengths.reduce((sum, length) => sum + length, 0) / minute
}

const rowsOf = (entity: string, keys: readonly string[]): FigureRow[] => keys.map((key) => ({ entity, key }))
