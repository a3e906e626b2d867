import { momentsOf } from '../merge/trail'
import { percentText } from '../reporting/figure'
import { numberText } from '../reporting/number-text'
import { issuesOf } from '../triage/issue-links'
import type { CriterionRow } from './criteria'
import { metAt } from './criteria'
import { evidenceOf, noEvidence } from './evidence'
import type { ExitReading } from './exit-reading'
import type { Given } from './given'
import type { Asked, Measure } from './measure'
import { stateOf, unmeasured } from './measure'

/** Criteria that other rooms measure. */
export function activeUsers({ activeShare }: Given, { terms }: Asked): Measure {
  if (!activeShare || activeShare.licensed === 0) return unmeasured('No recent usage, or no licences')
  const { active, licensed } = activeShare
  return share(active, licensed, terms.threshold)
}

export function handedOver({ handover }: Given, { terms }: Asked): Measure {
  if (!handover || handover.of === 0) return unmeasured('Nothing has been listed for handover')
  return share(handover.done, handover.of, terms.threshold)
}

export function signedOff({ signedOff }: Given): Measure {
  if (signedOff === undefined) return unmeasured('Nobody has been asked to sign')
  return plain(signedOff, signedOff ? 'Signed' : 'Not signed')
}

/** What somebody says by hand, and the issues that bear it out. */
export function saidByHand(row: CriterionRow, { issues }: ExitReading, at: number): Measure {
  const met = metAt(row, at)
  if (met === null) return unmeasured('Nobody has said yet')
  const linked = new Set(issuesOf(row))
  return {
    ...plain(met, met ? 'Said to be met' : 'Said not to be met'),
    *evidence() {
      if (linked.size === 0) return []
      return yield* evidenceOf(issues.within(-Infinity, at), (issue) =>
        linked.has(issue.row.key) ? { issue, at: issue.raised, note: 'Linked' } : undefined,
      )
    },
    reset: () => {
      if (met) return undefined
      const last = momentsOf(row, 'met').findLast((moment) => moment.at <= at && moment.value === false)
      return last && { at: last.at, how: 'Said not to be met' }
    },
  }
}

function share(part: number, whole: number, percent: number): Measure {
  return {
    ...plain(
      100 * part >= percent * whole,
      `${percentText(part, whole)} (${numberText(part)} of ${numberText(whole)})`,
    ),
    value: (100 * part) / whole,
  }
}

function plain(isMet: boolean, actual: string): Measure {
  return {
    state: stateOf(isMet),
    value: isMet ? 1 : 0,
    actual,
    evidence: noEvidence,
    reset: () => undefined,
    earliest: () => undefined,
  }
}
