import type { Telling } from '@domain/triage/issue-fields'
import { calledKey } from '@domain/triage/list-columns'
import { useMemo } from 'react'
import { useSession } from '../../storage/queries'
import { useInstantText } from '../../view-state/use-zone'
import { useIssueView } from './use-issue-view'

/** How people, issues and times are named on this engagement's screens. */
export function useTelling(): Telling {
  const { replica } = useSession()
  const { view } = useIssueView()
  const instant = useInstantText()
  return useMemo(
    () => ({
      personName: view.finder.personName,
      issueKey: (key) => {
        const row = replica.rows('issue').get(key)
        return row ? calledKey(row) : key
      },
      instant,
    }),
    [view, replica, instant],
  )
}
