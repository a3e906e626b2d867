import type { PatchBoard, PatchLine } from '@domain/patches/patch-board'
import { isBoarding } from '@domain/patches/patch-state'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { paths } from '../../view-state/paths'
import { shortcuts } from '../../view-state/shortcuts'
import { runShortcut, useShortcuts } from '../../view-state/use-shortcuts'
import { useShortInstantText } from '../../view-state/use-zone'
import { IssueCells } from './issue-cells'
import { LineList } from './line-list'
import styles from './patches.module.css'
import { PutDialog } from './put-dialog'
import { useLines } from './use-lines'

const numbers = new Intl.NumberFormat('en-GB')

export interface CandidatesProps {
  readonly board: PatchBoard
  readonly readOnly: boolean
}

/** Fixes that are ready and wait for a patch. */
export function Candidates({ board, readOnly }: CandidatesProps) {
  const { candidates, lines: patches } = board
  const [, navigate] = useLocation()
  const instantText = useShortInstantText()
  const keys = useMemo(() => candidates.map(({ row }) => row.key), [candidates])
  const lines = useLines(keys)
  const [asked, setAsked] = useState<readonly string[]>()
  const boarding: readonly PatchLine[] = patches.filter(({ state }) => isBoarding(state))
  const open = (index: number) => {
    const key = keys[index]
    if (key !== undefined) navigate(paths.issue(key))
  }
  useShortcuts(
    {
      patchPut: () => setAsked(readOnly ? undefined : lines.meant),
      patchOpenIssue: () => open(lines.active),
    },
    keys.length > 0,
  )

  if (keys.length === 0)
    return (
      <EmptyState title="No fix waits for a patch">
        Issues come here when their status is fix ready and they are on no patch that is still to be shipped.
      </EmptyState>
    )
  return (
    <section className={styles.panel} aria-label="Fixes ready">
      <header className={styles.head}>
        <h2 className={styles.name}>Fixes ready</h2>
        <p className={styles.quiet}>
          {lines.picked.size > 0
            ? `${numbers.format(lines.picked.size)} of ${numbers.format(keys.length)} picked`
            : 'Most severe first, then those that have waited longest'}
        </p>
        <div className={styles.buttons}>
          <Button keys={shortcuts.patchPick.keys} tone="quiet" onClick={() => runShortcut('patchPick')}>
            Pick
          </Button>
          <Button keys={shortcuts.patchPickAll.keys} tone="quiet" onClick={() => runShortcut('patchPickAll')}>
            Pick all
          </Button>
          <Button
            keys={shortcuts.patchPut.keys}
            tone="primary"
            disabled={readOnly}
            onClick={() => runShortcut('patchPut')}
          >
            {shortcuts.patchPut.title}
          </Button>
        </div>
      </header>
      <LineList
        label="Fixes ready"
        count={keys.length}
        keyAt={(index) => keys[index] ?? ''}
        line={(index) => {
          const candidate = candidates[index]
          return (
            candidate && (
              <>
                <IssueCells row={candidate.row} />
                <span className={styles.told} data-numeric>
                  since {instantText(candidate.since)}
                </span>
              </>
            )
          )
        }}
        active={lines.active}
        onMove={lines.moveTo}
        picked={lines.picked}
        onPick={lines.pick}
        onOpen={open}
      />
      {asked && (
        <PutDialog
          keys={asked}
          patches={boarding}
          onClose={(done) => {
            setAsked(undefined)
            if (done) lines.clear()
          }}
        />
      )}
    </section>
  )
}
