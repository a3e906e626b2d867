import { type AdoptionBoard, adoptionBoard } from '@domain/adoption/board'
import { type ConcernRow, concernsInOrder, newTrends } from '@domain/adoption/concerns'
import { adoptionTables } from '@domain/adoption/tables'
import { trendLimitsOf } from '@domain/adoption/trend-limits'
import type { Trend } from '@domain/adoption/trends'
import { begunAt } from '@domain/merge/apply'
import { engagementKey } from '@domain/model/engagement'
import { supportCalendar } from '@domain/time/support-calendar'
import { dayOf } from '@domain/time/zone'
import { useCallback, useMemo } from 'react'
import { useRow, useRows, useSession, useVersion } from '../../storage/queries'
import { useMinute } from '../../view-state/clock'
import { useInTurns } from '../../view-state/use-in-turns'
import { useZone } from '../../view-state/use-zone'

/** How the system is taken up; undefined until all of it has been read once. */
export function useAdoption(): AdoptionBoard | undefined {
  const { replica } = useSession()
  const version = useVersion('activePeople', 'usageTotals', 'licencePage', 'issue', 'patch', 'engagement')
  const engagement = useRow('engagement', engagementKey)
  const zone = useZone()
  const today = dayOf(useMinute(), zone)
  return useInTurns(
    useCallback(() => {
      void version
      const calendar = supportCalendar(engagement?.values ?? {})
      return adoptionBoard({
        tables: adoptionTables(replica, Number.POSITIVE_INFINITY),
        issues: replica.rows('issue').values(),
        patches: replica.rows('patch').values(),
        zone,
        today,
        isWorkday: (day) => calendar.spansOn(day).length > 0,
        limits: trendLimitsOf(engagement?.values ?? {}),
        raisedAt: (issue) => issue.values.raisedAt ?? begunAt(issue),
      })
    }, [replica, version, engagement, zone, today]),
  )
}

/** What the keys act on: a trend that nobody looks after, or a concern. */
export type ConcernLine =
  | { readonly kind: 'trend'; readonly trend: Trend }
  | { readonly kind: 'concern'; readonly row: ConcernRow }

export function useConcernLines(board: AdoptionBoard | undefined): readonly ConcernLine[] {
  const rows = useRows('adoptionConcern')
  const version = useVersion('adoptionConcern')
  return useMemo(() => {
    void version
    const all = [...rows.values()]
    return [
      ...newTrends(board?.trends ?? [], all).map((trend): ConcernLine => ({ kind: 'trend', trend })),
      ...concernsInOrder(all).map((row): ConcernLine => ({ kind: 'concern', row })),
    ]
  }, [rows, version, board])
}
