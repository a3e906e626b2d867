import { type IssueStatus, issueStatuses } from '@domain/model/issue'
import type { IssueRow } from '@domain/triage/as-of'
import {
  type DemandingStatus,
  isDemanding,
  nextStatuses,
  type StatusWish,
  setStatus,
} from '@domain/triage/issue-status'
import { calledKey } from '@domain/triage/list-columns'
import { holdReasonWords, rescueWords, statusWords } from '@domain/triage/words'
import { useRef, useState } from 'react'
import { useSession } from '../../../storage/queries'
import { Button } from '../../../ui/button'
import { Select } from '../../../ui/select'
import { now } from '../../../view-state/clock'
import { shortcuts } from '../../../view-state/shortcuts'
import { useAct } from '../../../view-state/use-act'
import { useInstantText } from '../../../view-state/use-zone'
import { useIssueList } from '../use-issue-view'
import styles from './issue-detail.module.css'
import { ResolvedQuestion } from './resolved-question'
import { StatusQuestion } from './status-question'

export interface StatusControlProps {
  readonly row: IssueRow
  readonly readOnly: boolean
  readonly onOpen: (key: string) => void
  /** Asks by one key who resolved it. */
  readonly onResolve: () => void
}

/** The status, what hangs on it, and where the issue can go next. */
export function StatusControl({ row, readOnly, onOpen, onResolve }: StatusControlProps) {
  const act = useAct()
  const { replica } = useSession()
  const section = useRef<HTMLElement>(null)
  const [asked, setAsked] = useState<DemandingStatus | undefined>(undefined)
  const status = row.values.status ?? 'new'
  const next = nextStatuses(status)
  const options = issueStatuses.filter((other) => other === status || next.includes(other))
  const issueOf = (key: string) => replica.rows('issue').get(key)

  async function go(wish: StatusWish) {
    if (await act(setStatus(row, wish, now(), issueOf))) stopAsking()
  }

  function stopAsking() {
    // The question goes, and with it the field that has the focus.
    if (asked) section.current?.querySelector('select')?.focus()
    setAsked(undefined)
  }

  function choose(wanted: IssueStatus) {
    if (isDemanding(wanted)) setAsked(wanted)
    else void go({ status: wanted })
  }

  return (
    <section ref={section} className={styles.section} aria-label="Status">
      <div className={styles.status}>
        <Select
          label="Status"
          options={options.map((value) => ({ value, label: statusWords[value] }))}
          value={asked ?? status}
          onChange={choose}
          disabled={readOnly}
        />
        <ResolveButton status={status} disabled={readOnly} onResolve={onResolve} />
      </div>
      {asked === 'resolved' ? (
        <ResolvedQuestion values={row.values} onAnswer={go} onCancel={stopAsking} />
      ) : asked ? (
        <StatusQuestion values={row.values} status={asked} onAnswer={go} onCancel={stopAsking} />
      ) : (
        <Standing
          row={row}
          onOpen={onOpen}
          onChange={isDemanding(status) && !readOnly ? () => setAsked(status) : undefined}
        />
      )}
    </section>
  )
}

interface ResolveButtonProps {
  readonly status: IssueStatus
  readonly disabled: boolean
  readonly onResolve: () => void
}

/** The key that resolves the issue, or says of one that has ended who did it. */
function ResolveButton({ status, disabled, onResolve }: ResolveButtonProps) {
  // Where issues are picked, the key is about them.
  const hasPicked = useIssueList((state) => state.picked.size > 0)
  if (status === 'declined' || status === 'duplicate') return null
  const { keys, title } = shortcuts.resolvedBy
  return (
    <Button disabled={disabled} onClick={onResolve} {...(!hasPicked && { keys })}>
      {title}
    </Button>
  )
}

interface StandingProps {
  readonly row: IssueRow
  readonly onOpen: (key: string) => void
  readonly onChange: (() => void) | undefined
}

/** What the present status was given for. */
function Standing({ row, onOpen, onChange }: StandingProps) {
  const { replica } = useSession()
  const instantText = useInstantText()
  const { status, holdReason, holdUntil, declineReason, duplicateOf, rescue } = row.values
  const said: string[] = []
  if (status === 'on-hold' && holdReason) said.push(holdReasonWords[holdReason])
  if (status === 'on-hold' && holdUntil != null) said.push(`until ${instantText(holdUntil)}`)
  if (status === 'declined' && declineReason) said.push(declineReason)
  if ((status === 'resolved' || status === 'closed') && rescue)
    said.push(`Resolved by ${rescueWords[rescue].toLowerCase()}`)
  const original = status === 'duplicate' && duplicateOf ? replica.rows('issue').get(duplicateOf) : undefined
  if (said.length === 0 && !original) return null
  return (
    <div className={styles.standing}>
      <p className={styles.quiet}>
        {said.join(', ')}
        {original && (
          <>
            Duplicate of{' '}
            <Button tone="quiet" onClick={() => onOpen(original.key)}>
              {calledKey(original)}
            </Button>
          </>
        )}
      </p>
      {onChange && (
        <Button tone="quiet" onClick={onChange}>
          Change
        </Button>
      )}
    </div>
  )
}
