import type { IssueRow } from '@domain/triage/as-of'
import { type SimilarIssue, similarIssues } from '@domain/triage/similar-issues'
import { useMemo } from 'react'
import { useSession } from '../../storage/queries'
import { now } from '../../view-state/clock'
import { useSearchIsReady } from '../../view-state/find-issues'
import { issueViewOf } from '../../view-state/issue-view'

const most = 6

/** Issues similar to one, as soon as the words of all have been read. */
export function useSimilar(row: IssueRow | undefined): {
  readonly similar: readonly SimilarIssue[]
  readonly isReading: boolean
} {
  const view = issueViewOf(useSession())
  const isReady = useSearchIsReady()
  const title = row?.values.title
  const description = row?.values.description
  // Not with every change: a severity makes no other issue similar, and the next issue asks again.
  const similar = useMemo(() => {
    void title
    void description
    return row && isReady ? similarIssues(row, view.finder, now(), most) : []
  }, [view, isReady, row, title, description])
  return { similar, isReading: !isReady }
}
