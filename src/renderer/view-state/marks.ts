import type { IssueStatus, Severity } from '@domain/model/issue'
import type { MarkShape, MarkTone } from '../ui/mark'

interface Look {
  readonly tone: MarkTone
  readonly shape: MarkShape
}

/** How severities and statuses look; each differs in shape too, for eyes and printers without colour. */
export const severityLooks: Readonly<Record<Severity, Look>> = {
  1: { tone: 'level-1', shape: 'triangle' },
  2: { tone: 'level-2', shape: 'diamond' },
  3: { tone: 'level-3', shape: 'dot' },
}

export const statusLooks: Readonly<Record<IssueStatus, Look>> = {
  new: { tone: 'accent', shape: 'ring' },
  triaged: { tone: 'neutral', shape: 'ring' },
  'in-progress': { tone: 'accent', shape: 'half' },
  'fix-ready': { tone: 'accent', shape: 'square' },
  retest: { tone: 'warning', shape: 'half' },
  returned: { tone: 'danger', shape: 'diamond' },
  'on-hold': { tone: 'warning', shape: 'dash' },
  resolved: { tone: 'ok', shape: 'tick' },
  closed: { tone: 'neutral', shape: 'tick' },
  declined: { tone: 'neutral', shape: 'cross' },
  duplicate: { tone: 'neutral', shape: 'dash' },
}
