import { conflictIn } from '@domain/merge/apply'
import type { RetestCase } from '@domain/patches/judge-retest'
import type { PatchLine } from '@domain/patches/patch-board'
import { confirmerText, judgedBy, type RetestRow, retestWords, standingOf } from '@domain/patches/retest-list'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { useSession } from '../../storage/queries'
import { EmptyState } from '../../ui/empty-state'
import { Mark } from '../../ui/mark'
import { paths } from '../../view-state/paths'
import { useShortcuts } from '../../view-state/use-shortcuts'
import { useShortInstantText } from '../../view-state/use-zone'
import { IssueCells } from './issue-cells'
import { JudgeDialog, type Judging } from './judge-dialog'
import { LineList } from './line-list'
import { retestLooks } from './looks'
import { KeyedButton, PatchHead } from './patch-head'
import styles from './patches.module.css'
import { useLines } from './use-lines'

export interface RetestsProps {
  readonly line: PatchLine
  readonly readOnly: boolean
}

/** A patch that is out: whether each of its fixes works for those who need it. */
export function Retests({ line, readOnly }: RetestsProps) {
  const { patch, state, retests } = line
  const { replica } = useSession()
  const [, navigate] = useLocation()
  const keys = useMemo(() => retests.map(({ key }) => key), [retests])
  const lines = useLines(keys)
  const [asked, setAsked] = useState<{ readonly judging: Judging; readonly cases: readonly RetestCase[] }>()
  const canJudge = state === 'shipped' && !readOnly && keys.length > 0
  const caseOf = (key: string): RetestCase[] => {
    const retest = replica.rows('retest').get(key)
    const issue = retest?.values.issue ? replica.rows('issue').get(retest.values.issue) : undefined
    return retest && issue ? [{ retest, patch, issue }] : []
  }
  const ask = (judging: Judging) => {
    const cases = lines.meant.flatMap(caseOf)
    if (cases.length > 0) setAsked({ judging, cases })
  }
  const open = (index: number) => {
    const issue = retests[index]?.values.issue
    if (issue) navigate(paths.issue(issue))
  }
  useShortcuts(
    {
      retestPass: () => ask('pass'),
      retestFail: () => ask('fail'),
      retestExcuse: () => ask('excuse'),
      retestConfirmer: () => ask('confirmer'),
    },
    canJudge,
  )
  useShortcuts({ patchOpenIssue: () => open(lines.active) }, keys.length > 0)
  return (
    <section className={styles.panel} aria-label="Retests">
      <PatchHead line={line} readOnly={readOnly}>
        {canJudge && (
          <>
            <KeyedButton shortcut="retestPass" />
            <KeyedButton shortcut="retestFail" />
            <KeyedButton shortcut="retestExcuse" />
            <KeyedButton shortcut="retestConfirmer" />
            <KeyedButton shortcut="patchPick" />
            <KeyedButton shortcut="patchOpenIssue" />
          </>
        )}
      </PatchHead>
      {keys.length === 0 ? (
        <EmptyState title="Nothing on it needs a retest" />
      ) : (
        <LineList
          label="Retests"
          count={keys.length}
          keyAt={(index) => keys[index] ?? ''}
          line={(index) => {
            const retest = retests[index]
            return retest && <RetestLine retest={retest} isOver={state === 'rolled-back'} />
          }}
          active={lines.active}
          onMove={lines.moveTo}
          picked={lines.picked}
          onPick={lines.pick}
          onOpen={open}
        />
      )}
      {asked && (
        <JudgeDialog
          {...asked}
          onClose={(done) => {
            setAsked(undefined)
            if (done) lines.clear()
          }}
        />
      )}
    </section>
  )
}

interface RetestLineProps {
  readonly retest: RetestRow
  /** Nobody waits for it any more. */
  readonly isOver: boolean
}

function RetestLine({ retest, isOver }: RetestLineProps) {
  const { replica } = useSession()
  const instantText = useShortInstantText()
  const issue = retest.values.issue ? replica.rows('issue').get(retest.values.issue) : undefined
  const personName = (key: string) => replica.rows('person').get(key)?.values.name || key
  const standing = standingOf(retest)
  const judged = judgedBy(retest)
  const isDisputed = conflictIn(retest, 'result').length > 0
  return (
    <>
      {issue && <IssueCells row={issue} />}
      <span className={styles.who}>{confirmerText(retest, issue, personName) ?? 'Nobody asked yet'}</span>
      <span
        className={styles.told}
        data-tooltip={
          judged && [judged.by, retest.values.note, retest.values.excuse].filter(Boolean).join(': ')
        }
      >
        {isOver && standing === 'waiting' ? (
          <Mark tone="neutral" shape="dash" label="Not retested" />
        ) : (
          <Mark {...retestLooks[standing]} label={retestWords[standing]} />
        )}
        {isDisputed ? (
          <span className={styles.disputed}>Judged differently</span>
        ) : (
          judged && <span className={styles.when}>{instantText(judged.at)}</span>
        )}
      </span>
    </>
  )
}
