import {
  type ConcernForm,
  type ConcernRow,
  concernForm,
  concernOfTrend,
  dismissTrend,
  removeConcern,
  setConcernState,
} from '@domain/adoption/concerns'
import { dayOf } from '@domain/time/zone'
import { lazy, Suspense, useState } from 'react'
import { useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { PageHeader } from '../../ui/page-header'
import { Spinner } from '../../ui/spinner'
import { now } from '../../view-state/clock'
import { shortcuts } from '../../view-state/shortcuts'
import { useAct } from '../../view-state/use-act'
import { runShortcut, useShortcuts } from '../../view-state/use-shortcuts'
import { useZone } from '../../view-state/use-zone'
import styles from './adoption.module.css'
import { ConcernList } from './concern-list'
import { FeatureTable, GroupTable } from './group-table'
import { NeverList } from './never-list'
import { useAdoption, useConcernLines } from './use-adoption'
import { UsePanel } from './use-panel'

const ImportDialog = lazy(() => import('./import-dialog'))
const ConcernDialog = lazy(() => import('./concern-dialog'))

type Doing =
  | { readonly kind: 'import' }
  | { readonly kind: 'concern'; readonly row: ConcernRow | undefined; readonly form: ConcernForm }

/** Whether the system is used by those it was made for, and what is done where it is not. */
export default function AdoptionScreen() {
  const canWrite = useSession().access.kind === 'write'
  const act = useAct()
  const zone = useZone()
  const board = useAdoption()
  const lines = useConcernLines(board)
  const [doing, setDoing] = useState<Doing>()
  const [wanted, setWanted] = useState(0)
  const place = Math.max(0, Math.min(wanted, lines.length - 1))
  const line = lines[place]
  const close = () => setDoing(undefined)

  function lookAfter() {
    if (line?.kind === 'trend')
      setDoing({ kind: 'concern', row: undefined, form: concernOfTrend(line.trend) })
    else if (line) setDoing({ kind: 'concern', row: line.row, form: concernForm(line.row) })
  }
  function dismiss() {
    if (line?.kind === 'trend') void act(dismissTrend(crypto.randomUUID(), line.trend, now()))
    else if (line) void act(setConcernState(line.row, 'dismissed', now()))
  }
  function settle() {
    if (line?.kind !== 'concern') return
    void act(setConcernState(line.row, (line.row.values.state ?? 'open') === 'open' ? 'done' : 'open', now()))
  }
  function writeDown() {
    const form = {
      title: '',
      kind: 'other',
      group: '',
      day: dayOf(now(), zone),
      seen: '',
      action: '',
      owner: null,
    } as const
    setDoing({ kind: 'concern', row: undefined, form })
  }

  useShortcuts({
    adoptionDown: () => setWanted(Math.min(place + 1, lines.length - 1)),
    adoptionUp: () => setWanted(Math.max(place - 1, 0)),
  })
  useShortcuts({ adoptionImport: () => setDoing({ kind: 'import' }), adoptionNew: writeDown }, canWrite)
  useShortcuts({ adoptionLookAfter: lookAfter, adoptionDismiss: dismiss }, canWrite && line !== undefined)
  useShortcuts(
    {
      adoptionDone: settle,
      adoptionRemove: () => line?.kind === 'concern' && void act(removeConcern(line.row)),
    },
    canWrite && line?.kind === 'concern',
  )

  const knowsNothing = board && board.day === undefined && board.groups.length === 0 && !board.never
  return (
    <>
      <PageHeader
        title="Adoption"
        note={board ? noteOf(lines.filter(({ kind }) => kind === 'trend').length) : 'Reading who was there'}
        actions={
          <>
            <Button
              keys={shortcuts.adoptionNew.keys}
              disabled={!canWrite}
              onClick={() => runShortcut('adoptionNew')}
            >
              Write down a concern
            </Button>
            <Button
              tone="primary"
              icon="import"
              keys={shortcuts.adoptionImport.keys}
              disabled={!canWrite}
              onClick={() => runShortcut('adoptionImport')}
            >
              Import use
            </Button>
          </>
        }
      />
      {!board ? (
        <div className={styles.waiting}>
          <Spinner />
        </div>
      ) : knowsNothing && lines.length === 0 ? (
        <EmptyState title="Nobody has told who uses the system">
          Import a login history, a list of licensed users or figures of use: who is active by day and week
          against who could be, by group and feature, who never signed in, and what looks wrong, each with its
          figures.
        </EmptyState>
      ) : (
        <div className={styles.columns}>
          <div className={styles.column}>
            {board.day !== undefined && <UsePanel board={board} day={board.day} />}
            <GroupTable groups={board.groups} />
            <FeatureTable features={board.features} />
          </div>
          <div className={styles.side}>
            <ConcernList lines={lines} place={place} onChoose={setWanted} />
            {line && canWrite && (
              <div className={styles.buttons}>
                <Button keys={shortcuts.adoptionLookAfter.keys} onClick={lookAfter}>
                  {line.kind === 'trend' ? 'Look after it…' : 'Change…'}
                </Button>
                {line.kind === 'concern' && (
                  <Button keys={shortcuts.adoptionDone.keys} onClick={settle}>
                    {(line.row.values.state ?? 'open') === 'open' ? 'Done' : 'Open again'}
                  </Button>
                )}
                <Button tone="quiet" keys={shortcuts.adoptionDismiss.keys} onClick={dismiss}>
                  No concern
                </Button>
              </div>
            )}
            <NeverList people={board.never} />
          </div>
        </div>
      )}
      <Suspense>
        {doing?.kind === 'import' && <ImportDialog onClose={close} />}
        {doing?.kind === 'concern' && <ConcernDialog row={doing.row} form={doing.form} onClose={close} />}
      </Suspense>
    </>
  )
}

function noteOf(trends: number): string {
  if (trends === 0) return 'Nothing new looks wrong'
  return `${trends} ${trends === 1 ? 'thing looks' : 'things look'} wrong that nobody looks after`
}
