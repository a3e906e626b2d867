import { removeDecision } from '@domain/registers/decisions'
import type { Registered } from '@domain/registers/registered'
import {
  exposureOf,
  isReviewDue,
  nextRiskStatus,
  openRisks,
  pastRisks,
  type RiskRow,
  removeRisk,
  setRiskStatus,
} from '@domain/registers/risks'
import { dayOf } from '@domain/time/zone'
import { issuesOf } from '@domain/triage/issue-links'
import { planned } from '@domain/triage/plan'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { DecisionDialog } from '../../parts/decisions/decision-dialog'
import { MadeDialog } from '../../parts/decisions/made-dialog'
import { type DecisionRow, useMadeDecisions, useNeededDecisions } from '../../parts/decisions/use-decisions'
import { LinkDialog } from '../../parts/issue-links/link-dialog'
import { useRows, useSession, useVersion } from '../../storage/queries'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { PageHeader } from '../../ui/page-header'
import { now, useMinute } from '../../view-state/clock'
import { paths } from '../../view-state/paths'
import { shortcuts } from '../../view-state/shortcuts'
import { useAct } from '../../view-state/use-act'
import { useShortcuts } from '../../view-state/use-shortcuts'
import { useZone } from '../../view-state/use-zone'
import { DecisionLine } from './decision-line'
import { RegisterList } from './register-list'
import styles from './registers.module.css'
import { RiskDialog } from './risk-dialog'
import { RiskLine } from './risk-line'

type Doing =
  | { readonly kind: 'risk'; readonly row: RiskRow | undefined }
  | { readonly kind: 'decision'; readonly row: DecisionRow | undefined }
  | { readonly kind: 'made'; readonly row: DecisionRow }
  | { readonly kind: 'link'; readonly registered: Registered }

/** What may go wrong, and what has to be decided or was: two short registers. */
export default function RegistersScreen() {
  const { access } = useSession()
  const canWrite = access.kind === 'write'
  const act = useAct()
  const [, navigate] = useLocation()
  const today = dayOf(useMinute(), useZone())
  const [showsOver, setShowsOver] = useState(false)
  const [doing, setDoing] = useState<Doing>()
  const [active, setActive] = useState({ list: 0, place: 0 })
  const risks = useRisks()
  const needed = useNeededDecisions()
  const made = useMadeDecisions()
  const lists: readonly (readonly Registered[])[] = [
    [...risks.open, ...(showsOver ? risks.past : [])].map((row) => ({ entity: 'risk', row })),
    [...needed, ...(showsOver ? made : [])].map((row) => ({ entity: 'decision', row })),
  ]
  const list = lists[active.list] ?? []
  const place = Math.min(active.place, list.length - 1)
  const line = list[place]
  const over = risks.past.length + made.length
  const isEmpty = risks.open.length + needed.length + over === 0
  const moveTo = (to: number) => setActive({ ...active, place: Math.max(0, Math.min(list.length - 1, to)) })

  function edit() {
    if (line?.entity === 'risk') setDoing({ kind: 'risk', row: line.row })
    else if (line && line.row.values.status === 'made') setDoing({ kind: 'made', row: line.row })
    else if (line) setDoing({ kind: 'decision', row: line.row })
  }

  function remove() {
    if (line?.entity === 'risk') void act(removeRisk(line.row))
    else if (line)
      void act(planned(`Decision “${line.row.values.title ?? ''}” removed`, [removeDecision(line.row.key)]))
  }

  const moveStatus = () =>
    line?.entity === 'risk' && void act(setRiskStatus(line.row, nextRiskStatus(line.row.values), now()))
  const settle = () => line?.entity === 'decision' && setDoing({ kind: 'made', row: line.row })
  const link = () => line && setDoing({ kind: 'link', registered: line })
  const linked = line && issuesOf(line.row)[0]

  useShortcuts({
    registerDown: () => moveTo(place + 1),
    registerUp: () => moveTo(place - 1),
    registerOther: () => setActive({ list: 1 - active.list, place: 0 }),
    registerOpen: () => linked !== undefined && navigate(paths.issue(linked)),
    registerOver: () => setShowsOver(!showsOver),
  })
  useShortcuts(
    {
      newRisk: () => setDoing({ kind: 'risk', row: undefined }),
      askDecision: () => setDoing({ kind: 'decision', row: undefined }),
      registerEdit: edit,
      registerStatus: moveStatus,
      registerMade: settle,
      registerLink: link,
      registerRemove: remove,
    },
    canWrite,
  )
  const close = () => setDoing(undefined)
  const choose = (of: number) => (to: number) => setActive({ list: of, place: to })
  return (
    <>
      <PageHeader
        title="Risks and decisions"
        note={noteText(risks.open, needed.length, today)}
        actions={
          <>
            <Button
              keys={shortcuts.newRisk.keys}
              disabled={!canWrite}
              onClick={() => setDoing({ kind: 'risk', row: undefined })}
            >
              Write down a risk
            </Button>
            <Button
              keys={shortcuts.askDecision.keys}
              disabled={!canWrite}
              onClick={() => setDoing({ kind: 'decision', row: undefined })}
            >
              Ask for a decision
            </Button>
          </>
        }
      />
      {isEmpty ? (
        <EmptyState title="Nothing in the registers yet">
          Write down what may go wrong and what is done against it, and what the sponsor or the project has to
          decide. Both are in the weekly report, and on the issues that they are linked to.
        </EmptyState>
      ) : (
        <div className={styles.registers}>
          <RegisterList
            title="Risks"
            count={risks.open.length}
            lines={lists[0] ?? []}
            active={active.list === 0 ? place : undefined}
            nothing="No risk is open."
            onChoose={choose(0)}
          >
            {(one) => one.entity === 'risk' && <RiskLine row={one.row} today={today} />}
          </RegisterList>
          <RegisterList
            title="Decisions"
            count={needed.length}
            lines={lists[1] ?? []}
            active={active.list === 1 ? place : undefined}
            nothing="Nothing waits for a decision."
            onChoose={choose(1)}
          >
            {(one) => one.entity === 'decision' && <DecisionLine row={one.row} today={today} />}
          </RegisterList>
        </div>
      )}
      {!isEmpty && (
        <footer className={styles.foot}>
          {line && canWrite && (
            <>
              <Button keys={shortcuts.registerEdit.keys} onClick={edit}>
                Change
              </Button>
              {line.entity === 'risk' ? (
                <Button keys={shortcuts.registerStatus.keys} onClick={moveStatus}>
                  Next status
                </Button>
              ) : (
                <Button keys={shortcuts.registerMade.keys} onClick={settle}>
                  Made…
                </Button>
              )}
              <Button keys={shortcuts.registerLink.keys} onClick={link}>
                Link an issue
              </Button>
              <Button tone="quiet" keys={shortcuts.registerRemove.keys} onClick={remove}>
                Remove
              </Button>
            </>
          )}
          {linked !== undefined && (
            <Button
              tone="quiet"
              keys={shortcuts.registerOpen.keys}
              onClick={() => navigate(paths.issue(linked))}
            >
              Open the issue
            </Button>
          )}
          <Button
            tone="quiet"
            className={styles.over ?? ''}
            keys={shortcuts.registerOver.keys}
            aria-pressed={showsOver}
            onClick={() => setShowsOver(!showsOver)}
          >
            {showsOver ? 'Hide what is over' : `Show what is over (${over})`}
          </Button>
        </footer>
      )}
      {doing?.kind === 'risk' && <RiskDialog row={doing.row} onClose={close} />}
      {doing?.kind === 'decision' && <DecisionDialog row={doing.row} onClose={close} />}
      {doing?.kind === 'made' && <MadeDialog row={doing.row} onClose={close} />}
      {doing?.kind === 'link' && <LinkDialog of={doing.registered} onClose={close} />}
    </>
  )
}

function useRisks() {
  const rows = useRows('risk')
  const version = useVersion('risk')
  return useMemo(() => {
    void version
    return { open: openRisks(rows.values()), past: pastRisks(rows.values()) }
  }, [rows, version])
}

function noteText(open: readonly RiskRow[], needed: number, today: string): string {
  const high = open.filter(({ values }) => exposureOf(values) === 'high').length
  const due = open.filter(({ values }) => isReviewDue(values, today)).length
  return [
    `${open.length} ${open.length === 1 ? 'risk' : 'risks'} open`,
    high > 0 && `${high} high`,
    due > 0 && `${due} to look at again`,
    needed > 0 && `${needed} ${needed === 1 ? 'decision' : 'decisions'} needed`,
  ]
    .filter(Boolean)
    .join(' · ')
}
