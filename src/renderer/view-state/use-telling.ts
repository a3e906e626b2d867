import type { Telling } from '@domain/triage/issue-fields'
import { calledKey } from '@domain/triage/list-columns'
import { useMemo } from 'react'
import { useSession } from '../storage/queries'
import { useInstantText } from './use-zone'

/** How people, issues and times are named on this engagement's screens. */
export function useTelling(): Telling {
  const { replica } = useSession()
  const instant = useInstantText()
  return useMemo(
    () => ({
      personName: (key) => replica.rows('person').get(key)?.values.name || key,
      issueKey: (key) => {
        const row = replica.rows('issue').get(key)
        return row ? calledKey(row) : key
      },
      patchName: (key) => replica.rows('patch').get(key)?.values.name || key,
      rotationName: (key) => replica.rows('rotation').get(key)?.values.name || key,
      instant,
    }),
    [replica, instant],
  )
}
