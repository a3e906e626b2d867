import { exposureOf } from '../registers/risks'
import type { FigureRow } from './figure'
import type { FigureDefinition } from './figure-definition'
import type { Period } from './period'

/** Risks, decisions made, what was promised, and whether the team met. */
export function rhythmFigures({ id, suffix, span, lately }: Period): FigureDefinition[] {
  const within = `in the ${span} before the data was taken`
  return [
    {
      id: 'risks-open',
      label: 'Risks open',
      unit: 'risks',
      definition: 'Risks that were written down and have neither happened nor been closed.',
      formula: 'count of risks neither closed nor happened',
      measure: ({ rhythm }) => countOf('risk', rhythm.risks),
    },
    {
      id: 'risks-high',
      label: 'High risks open',
      unit: 'risks',
      definition:
        'Open risks that press most: likelihood and impact are both high, or one is high and the other medium.',
      formula: 'count of open risks with likelihood × impact ≥ 6 (low 1, medium 2, high 3)',
      measure: ({ rhythm }) =>
        countOf(
          'risk',
          rhythm.risks.filter(({ values }) => exposureOf(values) === 'high'),
        ),
    },
    {
      id: `decisions-made-${id}`,
      label: `Decisions made ${suffix}`,
      unit: 'decisions',
      definition: `Decisions that were made ${within}.`,
      formula: `count of decisions made ${lately}`,
      measure: ({ rhythm }) => countOf('decision', rhythm.decisionsMade),
    },
    {
      id: 'actions-open',
      label: 'Actions open',
      unit: 'actions',
      definition: 'What was promised at a standup and is not done yet.',
      formula: 'count of actions without a time at which they were done',
      measure: ({ rhythm }) => countOf('action', rhythm.actions),
    },
    {
      id: 'actions-overdue',
      label: 'Actions overdue',
      unit: 'actions',
      isHeadline: true,
      definition: 'Open actions that were promised for a day that is past.',
      formula: 'count of open actions with due day < the day of the data',
      measure: ({ rhythm }) => countOf('action', rhythm.overdue),
    },
    {
      id: `standups-held-${id}`,
      label: `Standups held ${suffix}`,
      unit: 'standups',
      definition: `Standups that were begun ${within}.`,
      formula: `count of standups begun ${lately}`,
      measure: ({ rhythm }) => countOf('standup', rhythm.standups),
    },
  ]
}

function countOf(entity: string, rows: readonly { readonly key: string }[]) {
  const others: FigureRow[] = rows.map(({ key }) => ({ entity, key }))
  return { value: rows.length, issues: [], others }
}
