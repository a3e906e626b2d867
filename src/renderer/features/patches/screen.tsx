import type { PatchBoard } from '@domain/patches/patch-board'
import { isBoarding } from '@domain/patches/patch-state'
import { canStep, type PatchStep } from '@domain/patches/steps'
import { useState } from 'react'
import { useLocation, useRoute } from 'wouter'
import { useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { PageHeader } from '../../ui/page-header'
import { paths } from '../../view-state/paths'
import { type ShortcutName, shortcuts } from '../../view-state/shortcuts'
import { runShortcut, useShortcut, useShortcuts } from '../../view-state/use-shortcuts'
import { Candidates } from './candidates'
import { PatchForm } from './patch-form'
import { stepShortcuts } from './patch-head'
import { PatchList } from './patch-list'
import styles from './patches.module.css'
import { ReleaseNotes } from './release-notes'
import { Retests } from './retests'
import { Riders } from './riders'
import { StepDialog } from './step-dialog'
import { usePatchBoard } from './use-patch-board'

const numbers = new Intl.NumberFormat('en-GB')

/** What is open over the screen. */
type Asked =
  | { readonly kind: 'new' }
  | { readonly kind: 'edit' | 'notes' | PatchStep; readonly patch: string }

/** Fixes that wait, patches by their state, and their retests. */
export default function PatchesScreen() {
  const board = usePatchBoard()
  const { access, undoable } = useSession()
  const readOnly = access.kind !== 'write'
  const [, navigate] = useLocation()
  const [, params] = useRoute(`${paths.patches}/:key`)
  const [asked, setAsked] = useState<Asked>()
  const wanted = params?.key === undefined ? undefined : decodeURIComponent(params.key)
  const place = board?.lines.findIndex(({ patch }) => patch.key === wanted) ?? -1
  const line = board?.lines[place]
  const choose = (key: string | undefined) =>
    navigate(key === undefined ? paths.patches : paths.patch(key), { replace: true })
  // The fixes that wait stand before the first patch.
  const chooseAt = (next: number) => choose(board?.lines[Math.min(next, board.lines.length - 1)]?.patch.key)

  const answers: Partial<Record<ShortcutName, () => void>> = {
    patchNext: () => chooseAt(place + 1),
    patchBefore: () => chooseAt(place - 1),
    patchUndo: () => void runShortcut('undo'),
    patchEdit: () => line && !readOnly && setAsked({ kind: 'edit', patch: line.patch.key }),
    patchNotes: () => line && setAsked({ kind: 'notes', patch: line.patch.key }),
  }
  for (const [step, shortcut] of Object.entries(stepShortcuts) as [PatchStep, ShortcutName][])
    answers[shortcut] = () => {
      if (line && !readOnly && canStep(line.patch, step)) setAsked({ kind: step, patch: line.patch.key })
    }
  useShortcuts(answers)
  useShortcut('patchNew', () => setAsked({ kind: 'new' }), !readOnly)

  const close = () => setAsked(undefined)
  const isEmpty = board && board.lines.length === 0 && board.candidates.length === 0
  const about = asked && 'patch' in asked && line?.patch.key === asked.patch ? line : undefined
  return (
    <>
      <PageHeader
        title="Patches"
        note={<output data-numeric>{board ? noteOf(board) : 'Reading the issues'}</output>}
        actions={
          <>
            <Button
              tone="quiet"
              icon="undo"
              keys={shortcuts.patchUndo.keys}
              disabled={readOnly || !undoable}
              onClick={() => runShortcut('patchUndo')}
            >
              Undo
            </Button>
            <Button
              icon="plus"
              keys={shortcuts.patchNew.keys}
              disabled={readOnly}
              onClick={() => runShortcut('patchNew')}
            >
              {shortcuts.patchNew.title}
            </Button>
          </>
        }
      />
      {!board ? (
        <EmptyState title="Reading the issues" />
      ) : isEmpty ? (
        <EmptyState
          title="No patches yet"
          actions={
            <>
              <Button tone="primary" disabled={readOnly} onClick={() => runShortcut('patchNew')}>
                Plan the first patch
              </Button>
              <Button onClick={() => navigate(paths.settingsSection('cadence'))}>Cadence plan</Button>
            </>
          }
        >
          Fixes go live together, in windows that the cadence plan tells. An issue whose status is fix ready
          waits here for a patch; once that is shipped, somebody confirms that each fix works.
        </EmptyState>
      ) : (
        <div className={styles.columns}>
          <PatchList board={board} chosen={line?.patch.key} onChoose={choose} />
          {!line ? (
            <Candidates board={board} readOnly={readOnly} />
          ) : isBoarding(line.state) ? (
            <Riders key={line.patch.key} line={line} readOnly={readOnly} />
          ) : (
            <Retests key={line.patch.key} line={line} readOnly={readOnly} />
          )}
        </div>
      )}
      {asked?.kind === 'new' && (
        <PatchForm
          onClose={(key) => {
            close()
            if (key !== undefined) choose(key)
          }}
        />
      )}
      {about && asked?.kind === 'edit' && <PatchForm patch={about.patch} onClose={close} />}
      {about && asked?.kind === 'notes' && <ReleaseNotes line={about} readOnly={readOnly} onClose={close} />}
      {about && asked && isStep(asked.kind) && <StepDialog line={about} step={asked.kind} onClose={close} />}
    </>
  )
}

const isStep = (kind: Asked['kind']): kind is PatchStep =>
  kind !== 'new' && kind !== 'edit' && kind !== 'notes'

function noteOf({ candidates, lines }: PatchBoard): string {
  const coming = lines.filter(({ state }) => isBoarding(state)).length
  const waiting = candidates.length === 1 ? '1 fix waits' : `${numbers.format(candidates.length)} fixes wait`
  return `${waiting} for a patch, ${coming === 1 ? '1 patch' : `${numbers.format(coming)} patches`} to come`
}
