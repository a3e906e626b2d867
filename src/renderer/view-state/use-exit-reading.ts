import { type ExitReading, readExit } from '@domain/exit/exit-reading'
import { useCallback } from 'react'
import { useSession, useVersion } from '../storage/queries'
import { now, useMinute } from './clock'
import { useInTurns } from './use-in-turns'

const tenMinutes = 10 * 60_000

/** What exit is judged by, read anew after changes and every ten minutes; undefined before the first time. */
export function useExitReading(): ExitReading | undefined {
  const { replica } = useSession()
  const version = useVersion(
    'issue',
    'engagement',
    'exitCriterion',
    'activePeople',
    'usageTotals',
    'licencePage',
    'handoverItem',
    'knowledgeSession',
    'signOff',
  )
  const turn = Math.floor(useMinute() / tenMinutes)
  return useInTurns(
    useCallback(() => {
      void version
      void turn
      return readExit(replica, now())
    }, [replica, version, turn]),
  )
}
