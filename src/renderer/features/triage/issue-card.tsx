import { begunBy, conflictingFields } from '@domain/merge/apply'
import { type IssueRow, raisedAt } from '@domain/triage/as-of'
import { inboxReason } from '@domain/triage/inbox'
import { fieldLabel } from '@domain/triage/issue-fields'
import { calledKey } from '@domain/triage/list-columns'
import { channelWords, statusWords } from '@domain/triage/words'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { AttachmentList } from '../../parts/attachments/attachment-list'
import { ToldText } from '../../parts/mentions/told-text'
import { useSession } from '../../storage/queries'
import { Banner } from '../../ui/banner'
import { DescriptionList, DescriptionRow } from '../../ui/description-list'
import { Mark } from '../../ui/mark'
import { now, useMinute } from '../../view-state/clock'
import { severityLooks, statusLooks } from '../../view-state/marks'
import { paths } from '../../view-state/paths'
import { useComments, writtenAt } from '../../view-state/use-comments'
import { useSeverityText } from '../../view-state/use-severity-text'
import { useInstantText } from '../../view-state/use-zone'
import { ClockLines } from './clock-lines'
import styles from './triage.module.css'

const longestDescription = 20_000
const longestComment = 4_000
const mostComments = 50

export interface IssueCardProps {
  readonly row: IssueRow
  /** A dialog about it is open and has the focus. */
  readonly isAsked: boolean
  readonly readOnly: boolean
}

/** Everything a decision needs to know of one issue, to read. Has the focus, so that keys scroll it. */
export function IssueCard({ row, isAsked, readOnly }: IssueCardProps) {
  const card = useRef<HTMLElement>(null)
  const { key, values } = row
  useEffect(() => {
    if (!isAsked) card.current?.focus({ preventScroll: true })
  }, [isAsked])
  return (
    <article ref={card} className={styles.card} tabIndex={-1} aria-labelledby="triage-title">
      <header className={styles.cardHead}>
        <p className={styles.line}>
          <Link href={paths.issue(key)} className={styles.keyLink}>
            {calledKey(row)}
          </Link>
          <Standing row={row} />
        </p>
        <h2 id="triage-title" className={styles.title}>
          {values.title || 'Untitled'}
        </h2>
      </header>
      <Conflicting row={row} />
      <p className={styles.said}>
        {values.description ? (
          <ToldText text={values.description.slice(0, longestDescription)} values={values} />
        ) : (
          <span className={styles.quiet}>No description came with it.</span>
        )}
      </p>
      {values.workaround && (
        <section aria-label="Workaround">
          <h3 className={styles.heading}>Workaround</h3>
          <p className={styles.said}>
            <ToldText text={values.workaround.slice(0, longestDescription)} values={values} />
          </p>
        </section>
      )}
      <AttachmentList
        row={row}
        readOnly={readOnly}
        heading={(text) => <h3 className={styles.heading}>{text}</h3>}
      />
      <ClockLines row={row} />
      <Facts row={row} />
      <CommentList row={row} />
    </article>
  )
}

/** What it is now, and why it is here where that is not plain. */
function Standing({ row }: { readonly row: IssueRow }) {
  useMinute()
  const instantText = useInstantText()
  const severityText = useSeverityText()
  const { status = 'new', severity, holdUntil } = row.values
  return (
    <>
      <Mark {...statusLooks[status]} look="wash" label={statusWords[status]} />
      {severity != null && (
        <Mark {...severityLooks[severity]} look="wash" label={`Severity ${severityText(severity)}`} />
      )}
      {inboxReason(row, now()) === 'hold-over' && holdUntil != null && (
        <span>The hold is over since {instantText(holdUntil)}</span>
      )}
      {status === 'returned' && <span>It came back: the fix did not hold</span>}
    </>
  )
}

function Conflicting({ row }: { readonly row: IssueRow }) {
  const fields = conflictingFields(row)
  if (fields.length === 0) return null
  return (
    <Banner tone="warning" actions={<Link href={paths.issue(row.key)}>Settle it</Link>}>
      Written differently on two laptops: {fields.map(fieldLabel).join(', ')}
    </Banner>
  )
}

function Facts({ row }: { readonly row: IssueRow }) {
  const instantText = useInstantText()
  const severityText = useSeverityText()
  const { replica } = useSession()
  const { values } = row
  const linked = (prefix: string) =>
    keysIn(values, prefix)
      .map((key) => {
        const other = replica.rows('issue').get(key)
        return other ? calledKey(other) : key
      })
      .join(', ')
  const affected = keysIn(values, 'affected:')
  const reporter = [values.reporter, values.reporterUnit].filter(Boolean).join(', ')
  const source = [values.externalSystem, values.externalKey].filter(Boolean).join(' ')
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    ['Reporter', reporter],
    ['Raised', instantText(raisedAt(row))],
    ['Reported severity', values.reportedSeverity == null ? null : severityText(values.reportedSeverity)],
    ['Users affected', values.usersAffected == null ? null : String(values.usersAffected)],
    ['Affected users', affected.join(', ')],
    ['Component', values.component],
    ['Process area', values.processArea],
    ['Channel', values.channel && channelWords[values.channel]],
    ['Source', source],
    ['Split from', linked('link:split-from:')],
    ['Split into', linked('link:split-into:')],
  ]
  return (
    <section aria-label="Facts">
      <DescriptionList>
        {facts.map(
          ([name, text]) =>
            text && (
              <DescriptionRow key={name} name={name}>
                {text}
              </DescriptionRow>
            ),
        )}
      </DescriptionList>
    </section>
  )
}

/** The elements of a set that stand. */
function keysIn(values: IssueRow['values'], prefix: string): string[] {
  return Object.entries(values).flatMap(([field, value]) =>
    field.startsWith(prefix) && value === true ? [field.slice(prefix.length)] : [],
  )
}

function CommentList({ row }: { readonly row: IssueRow }) {
  const comments = useComments(row.key)
  const instantText = useInstantText()
  return (
    <section aria-label="Comments">
      <h3 className={styles.heading}>
        {comments.length === 0 ? 'No comments yet' : `Comments, latest first (${comments.length})`}
      </h3>
      <ol className={styles.plain}>
        {comments.slice(0, mostComments).map((comment) => (
          <li key={comment.key} className={styles.entry}>
            <span className={styles.quiet}>
              <span className={styles.who}>{comment.values.author || begunBy(comment)}</span>{' '}
              {instantText(writtenAt(comment))}
              {comment.values.issue !== row.key && ', on a duplicate'}
            </span>
            <p className={styles.said}>
              <ToldText text={(comment.values.text ?? '').slice(0, longestComment)} values={comment.values} />
            </p>
          </li>
        ))}
      </ol>
      {comments.length > mostComments && (
        <p className={styles.quiet}>and {comments.length - mostComments} earlier ones</p>
      )}
    </section>
  )
}
