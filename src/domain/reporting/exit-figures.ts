import { builtInKey, builtIns } from '../exit/criteria'
import { stateWords } from '../exit/scorecard'
import { type BuiltInCriterion, builtInCriteria } from '../model/exit-criterion'
import { finish } from '../triage/sliced-sort'
import { rowsOfUse } from './adoption-figures'
import type { FigureRow, FigureUnit } from './figure'
import { type FigureDefinition, inputOf } from './figure-definition'
import { handedOver } from './handover-figures'
import type { WeekReading } from './week-reading'

type WeekFigure = FigureDefinition<WeekReading>

interface Explained {
  readonly unit: FigureUnit
  readonly definition: string
  readonly formula: string
}

const explained: Readonly<Record<BuiltInCriterion, Explained>> = {
  'no-new-severe': {
    unit: 'days',
    definition:
      'Whole days since an issue last became one of severity 1 or 2: as it was raised, by a change of its severity, or by coming back. What was declined or is a duplicate does not count.',
    formula:
      'days from the last such moment, or the start of hypercare, to the data as of; met from the agreed days on',
  },
  'open-severe': {
    unit: 'issues',
    definition: 'Open issues of severity 1 and 2.',
    formula:
      'count of open issues with severity 1 or 2; met with none of severity 1 and at most the agreed of 2',
  },
  arrivals: {
    unit: 'issues a day',
    definition:
      'Issues raised a day, over the agreed days; what was declined or is a duplicate does not count.',
    formula: 'count of issues raised in the agreed days ÷ days; met up to the agreed number',
  },
  'steady-state-alone': {
    unit: 'percent',
    definition:
      'How many of the issues raised in the agreed days, and resolved, steady-state resolved without any help. Those of which nobody has said are left out.',
    formula:
      'count of these with rescue steady-state alone ÷ count of these with any rescue; met from the agreed share on',
  },
  'clocks-kept': {
    unit: 'percent',
    definition:
      'How many of the acknowledge and resolve clocks judged in the agreed days kept their target. A clock is judged when it stops, or while it still runs beyond its target.',
    formula: 'count of clocks met ÷ count of clocks judged; met from the agreed share on',
  },
  'active-users': {
    unit: 'percent',
    definition: 'How many of the licensed users were active in the seven days up to the data as of.',
    formula: 'count of active licensed users ÷ count of licensed users; met from the agreed share on',
  },
  handover: {
    unit: 'percent',
    definition: 'How much of what has to be handed over is done.',
    formula: 'count of handover lines done ÷ count of those needed; met when all are',
  },
  'sign-off': {
    unit: 'criteria',
    definition: 'Whether the sponsor has signed.',
    formula: '1 where a sign-off stands, otherwise 0',
  },
}

/** Criteria that other things than issues bear out. */
const rowsOf: Partial<Record<BuiltInCriterion, (week: WeekReading) => FigureRow[]>> = {
  'active-users': ({ adoption }) => rowsOfUse(adoption),
  handover: ({ handover }) => handedOver(handover),
}

/** How far the exit is, and what each criterion of it says. */
export const exitFigures: readonly WeekFigure[] = [
  {
    id: 'exit-criteria-met',
    label: 'Exit criteria met',
    unit: 'criteria',
    isHeadline: true,
    definition:
      'Exit criteria that count for this engagement and are met, by what was agreed on then. One that is not measured yet is not met.',
    formula: 'count of criteria met, of all that count',
    measure: ({ exit: { met, criteria } }) => ({
      value: met,
      display: `${met} of ${criteria.length}`,
      issues: [],
      others: criteria
        .filter(({ state }) => state === 'met')
        .map(({ id, builtIn }) => ({ entity: 'exitCriterion', key: builtIn ? builtInKey(builtIn) : id })),
      inputs: [inputOf('Criteria met', met), inputOf('Criteria that count', criteria.length)],
    }),
  },
  ...builtInCriteria.map(
    (builtIn): WeekFigure => ({
      id: `exit-${builtIn}`,
      label: `Exit: ${builtIns[builtIn].title.toLowerCase()}`,
      ...explained[builtIn],
      rowsAre: 'sources',
      measure: (week) => {
        const { exit } = week
        const criterion = exit.criteria.find(({ id }) => id === builtIn)
        if (!criterion) return { value: null, display: 'left out', issues: [] }
        const { state, value, actual, wanted, evidence } = criterion
        const asked = wanted === '' ? '' : `; agreed: ${wanted}`
        const keys = [...new Set(finish(evidence()).map(({ issue }) => issue.row.key))]
        const others = rowsOf[builtIn]?.(week) ?? keys.map((key) => ({ entity: 'issue', key }))
        return {
          value,
          display: `${stateWords[state]}: ${actual}${asked}`,
          issues: [],
          others,
          inputs: [inputOf('Is', actual), ...(wanted === '' ? [] : [inputOf('Agreed', wanted)])],
        }
      },
    }),
  ),
]
