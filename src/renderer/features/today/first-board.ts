import { personCalled } from '@domain/mentions/mentions'
import { engagementKey } from '@domain/model/engagement'
import { awayBy } from '@domain/ownership/leave'
import { teamsAreUsed } from '@domain/ownership/orphans'
import { dutyAt } from '@domain/rotation/duty'
import { usableZone } from '@domain/time/zone'
import type { TodayBoard } from '@domain/today/board'
import { todayBoard } from '@domain/today/today-board'
import { clockViewOf } from '../../storage/clock-view'
import { inTurns } from '../../storage/pace'
import type { EngagementSession } from '../../storage/session'
import { now, thisMinute } from '../../view-state/clock'
import { useSeen } from '../../view-state/seen'
import { rotaOf } from '../../view-state/use-rota'
import { changedSince } from './changed-since'
import { gapsAhead } from './gaps-ahead'

/** What the day came to before it was shown, and when that was. */
export interface FirstBoard {
  readonly asOf: number
  readonly version: number
  readonly clockVersion: number
  readonly board: TodayBoard
}

const firstBoards = new WeakMap<EngagementSession, FirstBoard>()

/**
 * Works out the day before it is shown for the first time, so that it need not be drawn empty first. The trend, which
 * walks through the whole history, comes after.
 */
export async function makeFirstBoard(
  session: EngagementSession,
  userName: string,
  signal: AbortSignal,
): Promise<void> {
  const clocks = clockViewOf(session, now)
  await clocks.settled()
  signal.throwIfAborted()
  const { replica } = session
  const [issues, comments, people] = [replica.rows('issue'), replica.rows('comment'), replica.rows('person')]
  const zone = usableZone(replica.rows('engagement').get(engagementKey)?.values.zone)
  const asOf = thisMinute()
  const read = { asOf, version: session.version(), clockVersion: clocks.version }
  const { rota } = rotaOf(session, zone)
  const board = todayBoard({
    now: asOf,
    zone,
    people,
    isAway: awayBy(replica.rows('leave').values(), zone),
    duty: dutyAt(rota, asOf),
    gaps: gapsAhead(rota, asOf),
    teamsAreUsed: teamsAreUsed(people.values(), issues.values()),
    issues,
    comments,
    retests: replica.rows('retest'),
    deadlines: clocks.board.deadlines,
    since: changedSince(useSeen.getState().at[session.id], asOf),
    me: personCalled(userName, people.values())?.key,
  })
  firstBoards.set(session, { ...read, board: await inTurns(board, signal) })
}

/** The board that was made before, while neither rows nor clocks nor the minute are others by now. */
export function firstBoardOf(session: EngagementSession, clockVersion: number): FirstBoard | undefined {
  const first = firstBoards.get(session)
  const isStill =
    first?.asOf === thisMinute() && first.version === session.version() && first.clockVersion === clockVersion
  return isStill ? first : undefined
}
