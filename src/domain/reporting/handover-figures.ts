import { handoverCompleteness } from '../handover/completeness'
import type { HandoverLine } from '../handover/lines'
import { type FigureRow, shareText } from './figure'
import { type FigureDefinition, inputOf, percent } from './figure-definition'

/** One row a line: what was written down; where nobody has yet, the issue or the component that needs it. */
const rowsOf = (lines: readonly HandoverLine[]): FigureRow[] =>
  lines.map(({ kind, key, row, issue, title }) => {
    if (row) return { entity: kind === 'session' ? 'knowledgeSession' : 'handoverItem', key }
    return issue ? { entity: 'issue', key: issue.key } : { entity: 'component', key: title }
  })

/** What of the handover is done. */
export function handedOver(handover: readonly HandoverLine[]): FigureRow[] {
  const left = new Set(handoverCompleteness(handover).missing)
  return rowsOf(handover.filter((line) => line.isNeeded && !left.has(line)))
}

/** How far the handover is, and what is left open. */
export const handoverFigures: readonly FigureDefinition[] = [
  {
    id: 'handover-complete',
    label: 'Handover complete',
    unit: 'percent',
    isHeadline: true,
    rowsAre: 'sources',
    definition:
      'Share of what is handed over that says what it must and is accepted by name: an owner for each component that issues name, knowledge sessions, runbooks, known errors, access, and each open issue.',
    formula: '100 × lines done ÷ lines needed',
    measure: ({ handover }) => {
      const { done, of } = handoverCompleteness(handover)
      return {
        value: percent(done, of),
        display: shareText(done, of),
        issues: [],
        others: handedOver(handover),
        inputs: [inputOf('Lines done', done), inputOf('Lines needed', of)],
      }
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
      const { missing, of } = handoverCompleteness(handover)
      return {
        value: missing.length,
        issues: [],
        others: rowsOf(missing),
        inputs: [inputOf('Lines needed', of)],
      }
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
