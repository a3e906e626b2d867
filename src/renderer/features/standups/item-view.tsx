import { isOverdue, lineWords, type SaidLine } from '@domain/standup/lines'
import { formatDay, formatShortDay } from '@domain/time/format'
import { dayOf } from '@domain/time/zone'
import { calledKey } from '@domain/triage/list-columns'
import { statusWords } from '@domain/triage/words'
import { useRow } from '../../storage/queries'
import { Mark } from '../../ui/mark'
import { useMinute } from '../../view-state/clock'
import { severityLooks, statusLooks } from '../../view-state/marks'
import { useTelling } from '../../view-state/use-telling'
import { useZone } from '../../view-state/use-zone'
import styles from './standups.module.css'
import type { StopItem } from './stop-items'

const longest = 2_000

/** One line of a stop. */
export function ItemView({ item }: { readonly item: StopItem }) {
  if (item.kind === 'issue') return <IssueItem issue={item.issue} />
  if (item.kind === 'line') return <LineItem line={item.line} />
  const { title, askedOf, neededBy } = item.row.values
  return (
    <>
      <span className={styles.text}>{(title ?? '').slice(0, longest)}</span>
      <span className={styles.aside}>
        {[askedOf && `asked of ${askedOf}`, neededBy && `needed by ${formatDay(neededBy)}`]
          .filter(Boolean)
          .join(', ')}
      </span>
    </>
  )
}

function IssueItem({ issue }: { readonly issue: string }) {
  const row = useRow('issue', issue)
  if (!row) return <span className={styles.text}>{issue}</span>
  const { title, severity, status } = row.values
  return (
    <>
      <span className={styles.severity}>
        {severity != null && <Mark compact {...severityLooks[severity]} label={`Severity ${severity}`} />}
      </span>
      <span className={styles.called}>{calledKey(row)}</span>
      <span className={styles.text}>{(title ?? '').slice(0, longest)}</span>
      <span className={styles.aside}>
        <Mark {...statusLooks[status ?? 'new']} label={statusWords[status ?? 'new']} />
      </span>
    </>
  )
}

function LineItem({ line }: { readonly line: SaidLine }) {
  const { personName, issueKey } = useTelling()
  const today = dayOf(useMinute(), useZone())
  const { kind, text, owner, dueOn, doneAt, issue } = line
  const isDone = doneAt !== undefined
  return (
    <>
      {kind !== 'note' && (
        <span className={styles.kind} data-kind={kind}>
          {lineWords[kind]}
        </span>
      )}
      <span className={styles.text} data-done={isDone || undefined}>
        {text.slice(0, longest)}
      </span>
      <span className={styles.aside}>
        {issue !== undefined && <span className={styles.called}>{issueKey(issue)}</span>}
        {kind === 'action' && <span>{owner === undefined ? 'nobody' : personName(owner)}</span>}
        {isDone ? (
          <Mark tone="ok" shape="tick" label={kind === 'blocker' ? 'out of the way' : 'done'} />
        ) : isOverdue(line, today) ? (
          <Mark tone="danger" shape="triangle" label={`was due ${formatShortDay(dueOn ?? today)}`} />
        ) : (
          dueOn !== undefined && <span>by {formatShortDay(dueOn)}</span>
        )}
      </span>
    </>
  )
}
