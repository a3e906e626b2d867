import type { Telling } from '@domain/triage/issue-fields'
import { calledKey } from '@domain/triage/list-columns'
import { useMemo } from 'react'
import { useSession } from '../../storage/queries'
import { useShortInstantText } from '../../view-state/use-zone'

/** People and issues by the names they have here; whoever only comes with the bundle goes by their key. */
export function usePreviewTelling(): Telling {
  const { replica } = useSession()
  const instant = useShortInstantText()
  return useMemo(
    () => ({
      personName: (key) => replica.rows('person').get(key)?.values.name ?? key,
      issueKey: (key) => {
        const row = replica.rows('issue').get(key)
        return row ? calledKey(row) : key
      },
      patchName: (key) => replica.rows('patch').get(key)?.values.name ?? key,
      rotationName: (key) => replica.rows('rotation').get(key)?.values.name ?? key,
      instant,
    }),
    [replica, instant],
  )
}
