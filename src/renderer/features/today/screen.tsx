import { formatInstant, formatZone } from '@domain/time/format'
import { boardFigures } from '@domain/today/board-figures'
import { useCallback, useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { useSession, useVersion } from '../../storage/queries'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { PageHeader } from '../../ui/page-header'
import { paths } from '../../view-state/paths'
import { useOfferFigures } from '../../view-state/screen-figures'
import { shortcuts } from '../../view-state/shortcuts'
import { useAfterFrame } from '../../view-state/use-after-frame'
import { runShortcut, useShortcut } from '../../view-state/use-shortcuts'
import { useZone } from '../../view-state/use-zone'
import { ChangesPanel } from './changes-panel'
import { ClockList } from './clock-list'
import { DayLines } from './day-lines'
import { Figures } from './figures'
import { NextList } from './next-list'
import { OpenPanel } from './open-panel'
import styles from './today.module.css'
import { type Today, useToday } from './use-today'

/** Where the day stands: the first screen, and the same for the wall. */
export default function TodayScreen() {
  const [location, navigate] = useLocation()
  const today = useToday()
  const { board } = today
  useOfferFigures(useCallback(() => (board ? boardFigures(board) : []), [board]))
  const onWall = location === paths.wall
  useShortcut('todaySeen', today.see)
  useShortcut('todayWall', () => navigate(paths.wall), !onWall)
  useShortcut('todayLeaveWall', () => navigate(paths.today), onWall)
  return onWall ? (
    <Wall today={today} onLeave={() => navigate(paths.today)} />
  ) : (
    <Desk today={today} onWall={() => navigate(paths.wall)} />
  )
}

function useAsOfText({ board }: Today): string {
  const zone = useZone()
  return board ? `${formatInstant(board.asOf, zone)}, ${formatZone(board.asOf, zone)}` : 'Counting'
}

function Desk({ today, onWall }: { readonly today: Today; readonly onWall: () => void }) {
  const { board, trend, time, hasLooked, see } = today
  const asOf = useAsOfText(today)
  const [, navigate] = useLocation()
  const { replica, access } = useSession()
  const isAfterFigures = useAfterFrame()
  useVersion('issue')
  const hasIssues = replica.rows('issue').size > 0
  return (
    <>
      <PageHeader
        title="Today"
        note={asOf}
        actions={
          <Button icon="external" keys={shortcuts.todayWall.keys} onClick={onWall}>
            On the wall
          </Button>
        }
      />
      {hasIssues ? (
        <div className={styles.desk} data-today={board ? 'counted' : 'counting'}>
          <DayLines isCounted={board !== undefined} />
          <Figures board={board} />
          <div className={styles.columns}>
            <NextList board={board} />
            <OpenPanel board={board} trend={trend} />
          </div>
          <ChangesPanel board={board} hasLooked={hasLooked} onSeen={see} />
          {isAfterFigures && (
            <>
              <ClockList
                title="Falling due next"
                lines={board?.clocks?.burning}
                time={time}
                nothing="No clock is running towards its target."
              />
              <ClockList
                title="Past their target"
                lines={board?.clocks?.late}
                time={time}
                nothing="Every clock is within its target."
              />
            </>
          )}
        </div>
      ) : (
        <EmptyState
          title="No issues yet"
          actions={
            <>
              <Button tone="primary" keys={shortcuts.goImport.keys} onClick={() => navigate(paths.import)}>
                Import an export of your tracker
              </Button>
              <Button
                keys={shortcuts.newIssue.keys}
                disabled={access.kind !== 'write'}
                onClick={() => void runShortcut('newIssue')}
              >
                Write the first issue
              </Button>
            </>
          }
        >
          Once there are issues, this screen tells what is burning, what nobody has, and what to do next.
        </EmptyState>
      )}
    </>
  )
}

function Wall({ today, onLeave }: { readonly today: Today; readonly onLeave: () => void }) {
  const { board, trend, time } = today
  const asOf = useAsOfText(today)
  const heading = useRef<HTMLHeadingElement>(null)
  // Whoever only hears the screen is told where they are; a ring round a button would hang on the wall all day.
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className={styles.wall}>
      <header className={styles.wallHead}>
        <h1 ref={heading} tabIndex={-1} className={styles.wallTitle}>
          Today
        </h1>
        <p>Data as of {asOf}</p>
        <Button tone="quiet" keys={shortcuts.todayLeaveWall.keys} onClick={onLeave}>
          Leave the wall
        </Button>
      </header>
      <Figures board={board} />
      <div className={styles.columns}>
        <ClockList
          title="Falling due next"
          lines={board?.clocks?.burning.slice(0, 6)}
          time={time}
          nothing="No clock is running towards its target."
        />
        <OpenPanel board={board} trend={trend} withNumbers={false} />
      </div>
    </div>
  )
}
