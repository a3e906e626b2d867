import { engagementKey } from '@domain/model/engagement'
import { limitsOf } from '@domain/rotation/shift-limits'
import type { Span } from '@domain/rotation/span-line'
import { type TeamLoad, teamLoad } from '@domain/rotation/team-load'
import { supportCalendar } from '@domain/time/support-calendar'
import { useCallback } from 'react'
import { useRow, useRows, useVersion } from '../../storage/queries'
import { now } from '../../view-state/clock'
import { useInTurns } from '../../view-state/use-in-turns'
import { useRota } from '../../view-state/use-rota'

/** What everybody carries in a period; undefined until it has been worked out once. */
export function useTeamLoad(period: Span): TeamLoad | undefined {
  const { rota } = useRota()
  const engagement = useRow('engagement', engagementKey)?.values
  const issues = useRows('issue')
  const comments = useRows('comment')
  const people = useRows('person')
  const version = useVersion('issue', 'comment')
  return useInTurns(
    useCallback(() => {
      void version
      const about = engagement ?? {}
      return teamLoad({
        rota,
        sources: { issues, comments: comments.values() },
        people,
        period,
        limits: limitsOf(about),
        calendar: supportCalendar(about),
        now: now(),
      })
    }, [rota, engagement, issues, comments, people, version, period]),
  )
}
