import type { PatchLine } from '@domain/patches/patch-board'
import { takeOffPatch } from '@domain/patches/plan-patch'
import { statusWords } from '@domain/triage/words'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { useSession } from '../../storage/queries'
import { EmptyState } from '../../ui/empty-state'
import { Mark } from '../../ui/mark'
import { statusLooks } from '../../view-state/marks'
import { paths } from '../../view-state/paths'
import { useShortcuts } from '../../view-state/use-shortcuts'
import { IssueCells } from './issue-cells'
import { LineList } from './line-list'
import { KeyedButton, PatchHead } from './patch-head'
import styles from './patches.module.css'
import { useLines } from './use-lines'
import { useLongAct } from './use-long-act'

export interface RidersProps {
  readonly line: PatchLine
  readonly readOnly: boolean
}

/** A patch that is still to be shipped: what rides on it. */
export function Riders({ line, readOnly }: RidersProps) {
  const { riders } = line
  const { replica } = useSession()
  const { act } = useLongAct()
  const [, navigate] = useLocation()
  const keys = useMemo(() => riders.map(({ key }) => key), [riders])
  const lines = useLines(keys)
  const open = (index: number) => {
    const key = keys[index]
    if (key !== undefined) navigate(paths.issue(key))
  }
  async function takeOff() {
    const rows = lines.meant.flatMap((key) => replica.rows('issue').get(key) ?? [])
    if (!readOnly && (await act(takeOffPatch(rows)))) lines.clear()
  }
  useShortcuts(
    { patchTakeOff: () => void takeOff(), patchOpenIssue: () => open(lines.active) },
    keys.length > 0,
  )
  return (
    <section className={styles.panel} aria-label="What rides on it">
      <PatchHead line={line} readOnly={readOnly}>
        {keys.length > 0 && (
          <>
            <KeyedButton shortcut="patchPick" />
            <KeyedButton shortcut="patchPickAll" />
            <KeyedButton shortcut="patchTakeOff" disabled={readOnly} />
            <KeyedButton shortcut="patchOpenIssue" />
          </>
        )}
      </PatchHead>
      {keys.length === 0 ? (
        <EmptyState title="Nothing rides on it yet">
          Under “Fixes ready” the issues wait whose fix is ready: pick some and put them on this patch.
        </EmptyState>
      ) : (
        <LineList
          label="What rides on it"
          count={keys.length}
          keyAt={(index) => keys[index] ?? ''}
          line={(index) => {
            const row = riders[index]
            const status = row?.values.status ?? 'new'
            return (
              row && (
                <>
                  <IssueCells row={row} />
                  <span className={styles.told}>
                    <Mark {...statusLooks[status]} label={statusWords[status]} />
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
      )}
    </section>
  )
}
