import type { FlowDay } from '@domain/reporting/daily-flow'
import type { TodayBoard } from '@domain/today/board'
import { openTrend } from '@domain/today/open-trend'
import { todayBoard } from '@domain/today/today-board'
import { useCallback, useMemo, useState } from 'react'
import { useClocks } from '../../storage/clock-view'
import { useRows, useSession, useVersion } from '../../storage/queries'
import { now, useMinute, useSecond } from '../../view-state/clock'
import { useSeen } from '../../view-state/seen'
import { useInTurns } from '../../view-state/use-in-turns'
import { useMe } from '../../view-state/use-me'
import { useOwnership } from '../../view-state/use-ownership'
import { useRota } from '../../view-state/use-rota'
import { useZone } from '../../view-state/use-zone'
import { changedSince } from './changed-since'
import { firstBoardOf } from './first-board'
import { gapsAhead } from './gaps-ahead'

const minute = 60_000
const hour = 60 * minute

export interface Today {
  /** Undefined until the rows have been read once. */
  readonly board: TodayBoard | undefined
  readonly trend: readonly FlowDay[] | undefined
  /** To the second while a clock on the screen falls due within the hour. */
  readonly time: number
  /** Whether somebody has said on this laptop when they last looked. */
  readonly hasLooked: boolean
  see(): void
}

/** The board of the open engagement, kept up with its rows and with time. */
export function useToday(): Today {
  const session = useSession()
  const issues = useRows('issue')
  const comments = useRows('comment')
  const retests = useRows('retest')
  const versions = useVersion('issue', 'comment', 'retest')
  const { view, version: clockVersion } = useClocks(now)
  const asOfMinute = useMinute()
  const [asOf, setAsOf] = useState(asOfMinute)
  const seenAt = useSeen((state) => state.at[session.id])
  const see = useSeen((state) => state.see)
  const since = changedSince(seenAt, asOf)
  const ownership = useOwnership(asOf)
  const me = useMe()
  const [first] = useState(() => firstBoardOf(session, clockVersion))
  const { rota } = useRota()
  const gaps = useMemo(() => gapsAhead(rota, asOf), [rota, asOf])
  const board = useInTurns(
    useCallback(() => {
      void versions
      void clockVersion
      const deadlines = view.isOpen ? view.board.deadlines : undefined
      return todayBoard({ ...ownership, issues, comments, retests, deadlines, gaps, since, me })
    }, [ownership, issues, comments, retests, versions, view, clockVersion, gaps, since, me]),
    first?.board,
  )
  const firstDue = board?.clocks?.burning[0]?.dueAt
  const time = useSecond(firstDue !== undefined && firstDue - asOf <= hour)
  // A clock that falls due between two minutes is past its target at once.
  const wanted = Math.max(asOfMinute, firstDue !== undefined && firstDue <= time ? firstDue : asOfMinute)
  if (wanted > asOf || asOf - asOfMinute >= minute) setAsOf(wanted)
  return {
    board,
    trend: useTrend(asOf),
    time,
    hasLooked: seenAt !== undefined,
    see: () => see(session.id, now()),
  }
}

/** Counts over the whole history, so once an hour and after changes is often enough. */
function useTrend(asOf: number): readonly FlowDay[] | undefined {
  const issues = useRows('issue')
  const version = useVersion('issue')
  const zone = useZone()
  const end = Math.floor(asOf / hour) * hour + hour
  return useInTurns(
    useCallback(() => {
      void version
      return openTrend(issues.values(), Math.min(end, now()), zone)
    }, [issues, version, end, zone]),
  )
}
