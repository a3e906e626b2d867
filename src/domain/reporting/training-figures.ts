import { latelyDays } from '../training/clusters'
import { effectDays } from '../training/effect'
import type { FigureRow } from './figure'
import { type FigureDefinition, inputOf } from './figure-definition'
import { numberText } from './number-text'
import type { ActionReading, GapReading, TrainingReading } from './training-reading'
import type { WeekReading } from './week-reading'

type TrainingFigure = FigureDefinition<WeekReading>

const cluster = `Questions and training gaps of one component that say the same with the same words make a cluster; it is open while one of them was raised in the last ${latelyDays} days.`

/** What people keep asking, what is done about it, and whether that helps. */
export const trainingFigures: readonly TrainingFigure[] = [
  {
    id: 'training-clusters-open',
    label: 'Open training gap clusters',
    unit: 'clusters',
    rowsAre: 'sources',
    definition: `What people keep asking. ${cluster}`,
    formula: `count of clusters of two or more questions, at least one raised in the last ${latelyDays} days`,
    measure: ({ training: { gaps } }) => gapsOf(gaps),
  },
  {
    id: 'training-clusters-without-action',
    label: 'Clusters without an action',
    unit: 'clusters',
    rowsAre: 'sources',
    definition: `Open clusters about which no training action was ever planned. ${cluster}`,
    formula: 'count of open clusters with no action of their component and half of its words',
    measure: ({ training: { gaps } }) => gapsOf(gaps.filter(({ actions }) => actions.length === 0)),
  },
  actionsIn('open', 'Training actions that are neither done nor late.', 'not done and not overdue'),
  actionsIn(
    'overdue',
    'Training actions that were not done by the day they were due.',
    'not done with due day < the day of the data',
  ),
  actionsIn('done', 'Training actions that were done, at any time.', 'done'),
  asked('before', 'before training', 'in the days before the action was done'),
  asked('after', 'after training', 'since the action was done'),
]

function actionsIn(state: ActionReading['state'], definition: string, rule: string): TrainingFigure {
  return {
    id: `training-actions-${state}`,
    label: `Training actions ${state}`,
    unit: 'actions',
    definition,
    formula: `count of training actions ${rule}`,
    measure: ({ training }) => {
      const found = training.actions.filter((action) => action.state === state)
      const others = found.map(({ row }): FigureRow => ({ entity: 'trainingAction', key: row.key }))
      return { value: found.length, issues: [], others }
    },
  }
}

function asked(side: 'before' | 'after', words: string, when: string): TrainingFigure {
  return {
    id: `repeat-questions-${side}`,
    label: `Repeat questions a week ${words}`,
    unit: 'questions',
    rowsAre: 'sources',
    definition: `How many of the questions that training actions answer were raised a week ${when}, up to ${effectDays} days of it and not before go-live. Actions done less than three days ago tell nothing yet.`,
    formula: `sum over actions done of questions raised ${side} ÷ weeks looked at`,
    measure: ({ training }) => {
      const told = judged(training)
      const value = told.reduce((sum, effect) => sum + effect[side].perWeek, 0)
      const rows = [...new Set(told.flatMap((effect) => effect[side].issues))]
      return {
        value: told.length === 0 ? null : value,
        ...(told.length > 0 && { display: numberText(value, 1) }),
        issues: training.readings(rows),
        inputs: [inputOf('Actions done that tell something', told.length), inputOf('Questions', rows.length)],
      }
    },
  }
}

const judged = ({ actions }: TrainingReading) =>
  actions.flatMap(({ effect }) => (effect && !effect.isEarly ? [effect] : []))

function gapsOf(gaps: readonly GapReading[]) {
  return {
    value: gaps.length,
    issues: gaps.flatMap(({ issues }) => issues),
    inputs: [inputOf('Clusters', gaps.length)],
  }
}
