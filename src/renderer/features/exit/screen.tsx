import { removeOwn, setMet, setTerms } from '@domain/exit/commands'
import { builtIns, type CriterionRow, termsAt } from '@domain/exit/criteria'
import type { IssueLife } from '@domain/exit/issue-facts'
import { notBefore, type Scorecard } from '@domain/exit/scorecard'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { LinkDialog } from '../../parts/issue-links/link-dialog'
import { SignOffPanel } from '../../parts/sign-off/sign-off-panel'
import { useSession } from '../../storage/queries'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { PageHeader } from '../../ui/page-header'
import { now } from '../../view-state/clock'
import { issueListOf } from '../../view-state/issue-list'
import { paths } from '../../view-state/paths'
import { shortcuts } from '../../view-state/shortcuts'
import { useAct } from '../../view-state/use-act'
import { useShortcuts } from '../../view-state/use-shortcuts'
import { useInstantText, useZone } from '../../view-state/use-zone'
import { AfterFrame } from './after-frame'
import { Counting } from './counting'
import { CriteriaList, type Line } from './criteria-list'
import { CriterionDetail } from './criterion-detail'
import { DaySlider } from './day-slider'
import styles from './exit.module.css'
import { OwnDialog } from './own-dialog'
import { ReadinessChart } from './readiness-chart'
import { RescuePanel } from './rescue-panel'
import { type Exit, useExit } from './use-exit'
import { useOpened } from './use-opened'

type Doing =
  | { readonly kind: 'own'; readonly row: CriterionRow | undefined }
  | { readonly kind: 'link'; readonly row: CriterionRow }

/** Whether hypercare can end: every criterion, what bears it out, and how it came to be so day by day. */
export default function ExitScreen() {
  const exit = useExit()
  const { access } = useSession()
  const canWrite = access.kind === 'write'
  const [doing, setDoing] = useState<Doing>()
  const instantText = useInstantText()
  const writeDown = () => setDoing({ kind: 'own', row: undefined })
  useShortcuts({ exitNew: writeDown }, canWrite)
  return (
    <>
      <PageHeader
        title="Exit"
        note={exit ? noteText(exit.card, instantText) : 'Counting'}
        actions={
          <Button keys={shortcuts.exitNew.keys} disabled={!canWrite} onClick={writeDown}>
            Write down a criterion
          </Button>
        }
      />
      {exit ? <Scored exit={exit} canWrite={canWrite} onDo={setDoing} /> : <Counting />}
      {doing?.kind === 'own' && <OwnDialog row={doing.row} onClose={() => setDoing(undefined)} />}
      {doing?.kind === 'link' && (
        <LinkDialog
          of={{ entity: 'exitCriterion', row: doing.row }}
          label="Issue that bears it out"
          onClose={() => setDoing(undefined)}
        />
      )}
    </>
  )
}

interface ScoredProps {
  readonly exit: Exit
  readonly canWrite: boolean
  readonly onDo: (doing: Doing) => void
}

function Scored({ exit, canWrite, onDo }: ScoredProps) {
  const act = useAct()
  const { id } = useSession()
  const [, navigate] = useLocation()
  const zone = useZone()
  const [active, setActive] = useState(0)
  const { card, history, place, isNow, goTo, reading } = exit
  const canSet = canWrite && isNow
  const lines: readonly Line[] = [...card.criteria, ...card.leftOut]
  const chosen = Math.min(active, lines.length - 1)
  const line = lines[chosen]
  const criterion = typeof line === 'string' ? undefined : line
  const opened = useOpened(criterion)
  const own = criterion && !criterion.builtIn ? criterion.row : undefined
  const builtIn = typeof line === 'string' ? line : criterion?.builtIn
  const moveTo = (to: number) => setActive(Math.max(0, Math.min(lines.length - 1, to)))

  function list(title: string, issues: readonly IssueLife[]) {
    const keys = [...new Set(issues.map(({ row }) => row.key))]
    issueListOf(id)
      .getState()
      .showOnly({ title, at: card.asOf, keys: () => keys })
    navigate(paths.issues)
  }

  const listEvidence = () =>
    criterion &&
    opened &&
    list(
      criterion.title,
      opened.evidence.map(({ issue }) => issue),
    )

  function takeUpOrLeave() {
    if (!builtIn) return
    const standing = termsAt(criterion?.row ?? reading.criteria.get(`exit:${builtIn}`), builtIn, now())
    void act(setTerms(builtIn, standing, { applies: !standing.applies }))
  }

  const sayMet = () => own && void act(setMet(own, own.values.met !== true))

  useShortcuts({
    exitDown: () => moveTo(chosen + 1),
    exitUp: () => moveTo(chosen - 1),
    exitBefore: () => goTo(place - 1),
    exitAfter: () => goTo(place + 1),
    exitNow: () => goTo(history.length - 1),
    exitOpen: listEvidence,
  })
  useShortcuts(
    {
      exitMet: sayMet,
      exitChange: () => own && onDo({ kind: 'own', row: own }),
      exitLink: () => own && onDo({ kind: 'link', row: own }),
      exitRemove: () => own && void act(removeOwn(own)),
      exitApplies: takeUpOrLeave,
    },
    canSet,
  )

  return (
    <div className={styles.exit}>
      <DaySlider exit={exit} />
      <LaterChanges card={card} onList={list} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <CriteriaList lines={lines} asOf={card.asOf} active={chosen} onChoose={setActive} />
          {canSet && (
            <div className={styles.buttons}>
              {own ? (
                <>
                  <Button keys={shortcuts.exitMet.keys} onClick={sayMet}>
                    {own.values.met === true ? 'Not met' : 'Met'}
                  </Button>
                  <Button keys={shortcuts.exitChange.keys} onClick={() => onDo({ kind: 'own', row: own })}>
                    Change
                  </Button>
                  <Button keys={shortcuts.exitLink.keys} onClick={() => onDo({ kind: 'link', row: own })}>
                    Link an issue
                  </Button>
                  <Button
                    tone="quiet"
                    keys={shortcuts.exitRemove.keys}
                    onClick={() => void act(removeOwn(own))}
                  >
                    Remove
                  </Button>
                </>
              ) : (
                <Button keys={shortcuts.exitApplies.keys} onClick={takeUpOrLeave}>
                  {criterion ? 'Leave it out' : 'Take it up'}
                </Button>
              )}
            </div>
          )}
        </div>
        {criterion ? (
          <CriterionDetail
            criterion={criterion}
            opened={opened}
            asOf={card.asOf}
            canSet={canSet}
            onList={listEvidence}
          />
        ) : (
          <section className={styles.panel} aria-label="Left out">
            <h2 className={styles.title}>{builtIn && builtIns[builtIn].title}</h2>
            <p className={styles.quiet}>It does not count for the exit of this engagement.</p>
          </section>
        )}
      </div>
      <div className={styles.columns}>
        <div className={styles.sections}>
          <AfterFrame>
            {history.length > 0 && <ReadinessChart history={history} />}
            <AfterFrame>
              <section className={styles.panel} aria-label="Sign-off">
                <h2 className={styles.title}>Sign-off</h2>
                <SignOffPanel zone={zone} />
              </section>
            </AfterFrame>
          </AfterFrame>
        </div>
        {exit.rescue && <RescuePanel rescue={exit.rescue} onList={list} />}
      </div>
    </div>
  )
}

interface LaterChangesProps {
  readonly card: Scorecard
  readonly onList: (title: string, issues: readonly IssueLife[]) => void
}

/** A past day stays as it was; what was only found out later is said beside it. */
function LaterChanges({ card, onList }: LaterChangesProps) {
  const issues = [...new Set(card.changedLater().map(({ issue }) => issue))]
  if (issues.length === 0) return null
  const many =
    issues.length === 1 ? 'The severity of 1 issue was' : `The severities of ${issues.length} issues were`
  return (
    <Banner tone="info">
      {many} changed after this day. The day is judged by what was known then.{' '}
      <Button tone="quiet" onClick={() => onList('Severity changed after the day looked at', issues)}>
        List {issues.length === 1 ? 'it' : 'them'}
      </Button>
    </Banner>
  )
}

function noteText(card: Scorecard, instantText: (instant: number) => string): string {
  const { met, criteria, ready } = card
  if (ready) return `Ready: all ${criteria.length} criteria are met`
  const earliest = notBefore(card, card.asOf)
  const when = earliest === undefined ? '' : ` · not before ${instantText(earliest)}`
  return `${met} of ${criteria.length} criteria met${when}`
}
