import { roleWords } from '@domain/ownership/role-words'
import { Suspense, useMemo, useState } from 'react'
import { useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { PageHeader } from '../../ui/page-header'
import { now, useMinute } from '../../view-state/clock'
import { shortcuts } from '../../view-state/shortcuts'
import { useLoadedAhead } from '../../view-state/use-loaded-ahead'
import { useRota } from '../../view-state/use-rota'
import { runShortcut, useShortcut, useShortcuts } from '../../view-state/use-shortcuts'
import { useZone } from '../../view-state/use-zone'
import { type Ask, Asking, dialogs } from './asking'
import { CellBar } from './cell-bar'
import { FirstRota } from './first-rota'
import { LoadPanel } from './load-panel'
import { periodAt, type Scale } from './period'
import styles from './rota.module.css'
import { RotaGrid } from './rota-grid'
import { type Cell, type Cursor, cellAt, cellsOf, moved } from './selection'
import { useBoard } from './use-board'
import { useCellActions } from './use-cell-actions'
import { useTeamLoad } from './use-team-load'

/** Who is on when, by role and rotation, and where nobody is. */
export default function RotaScreen() {
  const canWrite = useSession().access.kind === 'write'
  const zone = useZone()
  const minute = useMinute()
  const { rota } = useRota()
  const [scale, setScale] = useState<Scale>('week')
  const [at, setAt] = useState(minute)
  const period = useMemo(() => periodAt(scale, at, zone), [scale, at, zone])
  const rows = useBoard(period)
  const load = useTeamLoad(period)
  useLoadedAhead(dialogs)
  const [ask, setAsk] = useState<Ask>()
  const [wanted, setWanted] = useState<Cursor>()
  // Where nothing was chosen yet, whoever is on now is.
  const first = rows.find((row) => row.kind === 'seat' && cellsOf(row).length > 0)
  const cursor =
    rows.some(({ key }) => key === wanted?.row) && wanted ? wanted : { row: first?.key ?? '', at: minute }
  const row = rows.find(({ key }) => key === cursor.row)
  const cell = cellAt(row, cursor.at)
  const role = row?.role ?? 'triage'
  const actions = useCellActions(cell, canWrite, setAsk)
  const isEmpty = rota.seats.length === 0 && rota.needs.length === 0

  function choose(next: Cursor) {
    setWanted(next)
    if (next.at < period.from || next.at >= period.to) setAt(next.at)
  }
  function turn(to: number) {
    setAt(to)
    setWanted({ row: cursor.row, at: to })
  }
  const open = (chosen: Cell) => canWrite && setAsk({ kind: 'override', cell: chosen })
  useShortcuts({
    rotaBefore: () => turn(period.from - 1),
    rotaAfter: () => turn(period.to),
    rotaNow: () => turn(now()),
    rotaScale: () => setScale(scale === 'week' ? 'month' : 'week'),
  })
  useShortcut('rotaAdd', () => setAsk({ kind: 'rotation', role }), canWrite)
  useShortcut('rotaFill', () => setAsk({ kind: 'fill', period }), canWrite)
  useShortcut('rotaSchedule', () => setAsk({ kind: 'schedule' }), canWrite)
  useShortcut('rotaCalendar', () => setAsk({ kind: 'calendar', person: personIn(cell) }), canWrite)
  useShortcut('rotaNeeds', () => setAsk({ kind: 'needs', role }), canWrite)

  return (
    <>
      <PageHeader
        title="Rota"
        note={period.title}
        actions={
          <>
            <IconButton
              icon="chevron-left"
              label={shortcuts.rotaBefore.title}
              keys={shortcuts.rotaBefore.keys}
              onClick={() => runShortcut('rotaBefore')}
            />
            <Button keys={shortcuts.rotaNow.keys} onClick={() => runShortcut('rotaNow')}>
              Now
            </Button>
            <IconButton
              icon="chevron-right"
              label={shortcuts.rotaAfter.title}
              keys={shortcuts.rotaAfter.keys}
              onClick={() => runShortcut('rotaAfter')}
            />
            <Button keys={shortcuts.rotaScale.keys} onClick={() => runShortcut('rotaScale')}>
              {scale === 'week' ? 'Month' : 'Week'}
            </Button>
            <Button
              keys={shortcuts.rotaNeeds.keys}
              disabled={!canWrite}
              onClick={() => runShortcut('rotaNeeds')}
            >
              Needed cover
            </Button>
            <Button
              keys={shortcuts.rotaFill.keys}
              disabled={!canWrite}
              onClick={() => runShortcut('rotaFill')}
            >
              Fill
            </Button>
            <IconButton
              icon="upload"
              label={shortcuts.rotaSchedule.title}
              keys={shortcuts.rotaSchedule.keys}
              disabled={!canWrite}
              onClick={() => runShortcut('rotaSchedule')}
            />
            <IconButton
              icon="download"
              label={shortcuts.rotaCalendar.title}
              keys={shortcuts.rotaCalendar.keys}
              disabled={!canWrite}
              onClick={() => runShortcut('rotaCalendar')}
            />
            <Button
              icon="plus"
              keys={shortcuts.rotaAdd.keys}
              disabled={!canWrite}
              onClick={() => runShortcut('rotaAdd')}
            >
              Rotation
            </Button>
          </>
        }
      />
      {isEmpty ? (
        <FirstRota canWrite={canWrite} />
      ) : (
        <div className={styles.screen}>
          <RotaGrid
            rows={rows}
            period={period}
            now={minute}
            cursor={cursor}
            onStep={(step) => choose(moved(rows, cursor, step))}
            onChoose={setWanted}
            onOpen={open}
          />
          <CellBar
            cell={cell}
            rowName={row?.kind === 'seat' ? `${roleWords[row.role]}, ${row.name}` : roleWords[role]}
            actions={actions}
          />
          {load && <LoadPanel load={load} canWrite={canWrite} />}
        </div>
      )}
      {ask && (
        <Suspense>
          <Asking ask={ask} onClose={() => setAsk(undefined)} />
        </Suspense>
      )}
    </>
  )
}

const personIn = (cell: Cell | undefined) => (cell?.kind === 'piece' ? cell.piece.shift?.person : undefined)
