import { type Completeness, handoverCompleteness } from '@domain/handover/completeness'
import { type HandoverLine, handoverLinesInSteps } from '@domain/handover/lines'
import { readHandoverIssues } from '@domain/handover/open-issues'
import { useCallback } from 'react'
import { useRows, useVersion } from '../../storage/queries'
import { useMinute } from '../../view-state/clock'
import { useInTurns } from '../../view-state/use-in-turns'

export interface Handover extends Completeness {
  readonly lines: readonly HandoverLine[]
}

const hour = 3_600_000

/** What is handed over and what of it is done; undefined until the issues have been read once. */
export function useHandover(): Handover | undefined {
  const issueRows = useRows('issue')
  const issueVersion = useVersion('issue')
  const items = useRows('handoverItem')
  const sessions = useRows('knowledgeSession')
  const version = useVersion('handoverItem', 'knowledgeSession')
  // What has not happened yet becomes known by the hour: reading every issue each minute would be for nothing.
  const asOf = Math.ceil(useMinute() / hour) * hour
  const issues = useInTurns(
    useCallback(() => {
      void issueVersion
      return readHandoverIssues(issueRows.values(), asOf)
    }, [issueRows, issueVersion, asOf]),
  )
  return useInTurns(
    useCallback(
      function* (): Generator<void, Handover | undefined> {
        void version
        if (!issues) return undefined
        const rows = { items: items.values(), sessions: sessions.values(), issues }
        const lines = yield* handoverLinesInSteps(rows)
        yield
        return { lines, ...handoverCompleteness(lines) }
      },
      [items, sessions, version, issues],
    ),
  )
}
