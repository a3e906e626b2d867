import { handoverCompleteness } from '../handover/completeness'
import type { HandoverLine } from '../handover/lines'
import { type FigureRow, shareText } from './figure'
import { type FigureDefinition, percent } from './figure-definition'

const rowsOf = (lines: readonly HandoverLine[]): FigureRow[] =>
  lines.flatMap(({ kind, key, row, issue }) => {
    if (row) return [{ entity: kind === 'session' ? 'knowledgeSession' : 'handoverItem', key }]
    return issue ? [{ entity: 'issue', key: issue.key }] : []
  })

/** How far the handover is, and what is left open. */
export const handoverFigures: readonly FigureDefinition[] = [
  {
    id: 'handover-complete',
    label: 'Handover complete',
    unit: 'percent',
    isHeadline: true,
    definition:
      'Share of what is handed over that says what it must and is accepted by name: an owner for each component that issues name, knowledge sessions, runbooks, known errors, access, and each open issue.',
    formula: '100 × lines done ÷ lines needed',
    measure: ({ handover }) => {
      const { done, of, missing } = handoverCompleteness(handover)
      const left = new Set(missing)
      const finished = handover.filter((line) => line.isNeeded && !left.has(line))
      return { value: percent(done, of), display: shareText(done, of), issues: [], others: rowsOf(finished) }
    },
  },
  {
    id: 'handover-missing',
    label: 'Missing from the handover',
    unit: 'lines',
    definition:
      'What is needed for the handover and is not done, whether anybody has written it down or issues alone say that it is needed.',
    formula: 'count of lines needed that are not done',
    measure: ({ handover }) => {
      const { missing } = handoverCompleteness(handover)
      return { value: missing.length, issues: [], others: rowsOf(missing) }
    },
  },
  {
    id: 'residual-accepted',
    label: 'Open issues accepted by name',
    unit: 'lines',
    definition: 'Issues left open that somebody has accepted by name.',
    formula: 'count of lines of open issues that are accepted and not changed since',
    measure: ({ handover }) => {
      const accepted = handover.filter(({ kind, lacks }) => kind === 'residual' && lacks.length === 0)
      return { value: accepted.length, issues: [], others: rowsOf(accepted) }
    },
  },
]
