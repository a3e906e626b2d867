import { type StandupFacts, standupFacts } from '@domain/standup/facts'
import { useCallback } from 'react'
import { useClocks } from '../../storage/clock-view'
import { useRows, useVersion } from '../../storage/queries'
import { now, useMinute } from '../../view-state/clock'
import { useInTurns } from '../../view-state/use-in-turns'
import { useOwnership } from '../../view-state/use-ownership'

/** What has changed since the standup before; undefined until all issues have been read once, and where it is not wanted. */
export function useFacts(since: number, wanted: boolean): StandupFacts | undefined {
  const issues = useRows('issue')
  const issueVersion = useVersion('issue')
  const { view, version } = useClocks(now)
  const ownership = useOwnership(useMinute())
  return useInTurns<StandupFacts | undefined>(
    useCallback(
      function* () {
        void issueVersion
        void version
        if (!wanted || !view.isOpen) return undefined
        return yield* standupFacts({ ...ownership, issues, deadlines: view.board.deadlines, since })
      },
      [issues, issueVersion, view, version, ownership, since, wanted],
    ),
  )
}
