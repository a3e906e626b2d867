import type { PatchBoard, PatchLine } from '@domain/patches/patch-board'
import { patchName, patchStateWords } from '@domain/patches/patch-state'
import { isSettled, standingOf } from '@domain/patches/retest-list'
import { type MouseEvent, useEffect, useId, useRef } from 'react'
import { classNames } from '../../ui/class-names'
import { Kbd } from '../../ui/kbd'
import { Mark } from '../../ui/mark'
import { shortcuts } from '../../view-state/shortcuts'
import { useShortInstantText } from '../../view-state/use-zone'
import { patchLooks } from './looks'
import styles from './patches.module.css'

const numbers = new Intl.NumberFormat('en-GB')

export interface PatchListProps {
  readonly board: PatchBoard
  /** Key of the patch that is looked at; undefined for the fixes that wait for one. */
  readonly chosen: string | undefined
  readonly onChoose: (key: string | undefined) => void
}

/** What waits for a patch, and every patch by its state. */
export function PatchList({ board, chosen, onChoose }: PatchListProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const instantText = useShortInstantText()
  useEffect(() => {
    void chosen
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const optionId = (key: string | undefined) => `${id}-${encodeURIComponent(key ?? '')}`
  const option = (key: string | undefined) => ({
    id: optionId(key),
    role: 'option',
    tabIndex: -1,
    'aria-selected': key === chosen,
    className: classNames(styles.patch, key === chosen && styles.chosen),
    // The focus stays on the list: a line that had it would keep Enter to itself.
    onMouseDown: (event: MouseEvent) => {
      event.preventDefault()
      list.current?.focus()
    },
    onClick: () => onChoose(key),
  })
  return (
    <nav className={styles.list} aria-label="Patches">
      <div
        ref={list}
        role="listbox"
        aria-label="Patches"
        tabIndex={0}
        className={styles.patches}
        aria-activedescendant={optionId(chosen)}
      >
        <div {...option(undefined)}>
          <span className={styles.patchName}>Fixes ready</span>
          <span className={styles.count} data-numeric>
            {numbers.format(board.candidates.length)}
          </span>
          <span className={styles.patchNote}>waiting for a patch</span>
        </div>
        {board.lines.map((line) => (
          <div key={line.patch.key} {...option(line.patch.key)}>
            <span className={styles.patchName}>{patchName(line.patch)}</span>
            <Mark {...patchLooks[line.state]} label={patchStateWords[line.state]} />
            <span className={styles.patchNote}>
              {[
                line.patch.values.opensAt == null ? 'No window yet' : instantText(line.patch.values.opensAt),
                loadText(line),
              ].join(' · ')}
            </span>
          </div>
        ))}
      </div>
      <p className={styles.foot}>
        <Kbd keys={shortcuts.patchBefore.keys} /> <Kbd keys={shortcuts.patchNext.keys} /> patch before, next
      </p>
    </nav>
  )
}

/** What is on it, or what is left to do about it. */
function loadText({ state, riders, retests }: PatchLine): string {
  const fixes = riders.length === 1 ? '1 fix' : `${numbers.format(riders.length)} fixes`
  if (state === 'planned' || state === 'in-test') return fixes
  if (state === 'rolled-back') return 'nothing is live'
  const open = retests.filter((retest) => !isSettled(standingOf(retest))).length
  if (state === 'shipped' && open > 0)
    return `${numbers.format(open)} of ${numbers.format(retests.length)} retests open`
  return retests.length === 0 ? fixes : `${numbers.format(retests.length)} retested`
}
