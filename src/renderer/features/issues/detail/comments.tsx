import { begunBy } from '@domain/merge/apply'
import type { Row } from '@domain/merge/row'
import type { Comment } from '@domain/model/entities'
import type { IssueRow } from '@domain/triage/as-of'
import { addComment } from '@domain/triage/commands'
import { calledKey } from '@domain/triage/list-columns'
import type { KeyboardEvent } from 'react'
import { MentioningTextArea } from '../../../parts/mentions/mentioning-text-area'
import { ToldText } from '../../../parts/mentions/told-text'
import { useSession, useWorkspace } from '../../../storage/queries'
import { Button } from '../../../ui/button'
import { Kbd } from '../../../ui/kbd'
import { now } from '../../../view-state/clock'
import { keptDraft } from '../../../view-state/kept-draft'
import { useAct } from '../../../view-state/use-act'
import { writtenAt } from '../../../view-state/use-comments'
import { useInstantText } from '../../../view-state/use-zone'
import styles from './issue-detail.module.css'

const useCommentDraft = keptDraft('')

const mostShown = 200
const longestShown = 20_000

export interface CommentsProps {
  readonly row: IssueRow
  readonly comments: readonly Row<Comment>[]
  readonly readOnly: boolean
}

export function Comments({ row, comments, readOnly }: CommentsProps) {
  const act = useAct()
  const { settings } = useWorkspace()
  const instantText = useInstantText()
  const { replica } = useSession()
  const [text, setText] = useCommentDraft(row.key)

  /** What was said on a duplicate is told with its original. */
  function calledElsewhere(key: string | null | undefined): string {
    const other = key == null ? undefined : replica.rows('issue').get(key)
    return other ? calledKey(other) : 'another issue'
  }

  async function send() {
    const people = replica.rows('person').values()
    const comment = { key: crypto.randomUUID(), author: settings.userName, text, now: now(), people }
    if (await act(addComment(row, comment))) setText('')
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void send()
  }

  return (
    <div className={styles.section}>
      {!readOnly && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the field inside
        <div className={styles.section} onKeyDown={onKeyDown}>
          <MentioningTextArea
            label="New comment"
            hideLabel
            placeholder="Write a comment; @ mentions somebody"
            value={text}
            onChange={setText}
          />
          <div className={`${styles.buttons} ${styles.end}`}>
            <Kbd keys="Mod+Enter" />
            <Button disabled={text.trim() === ''} onClick={() => void send()}>
              Comment
            </Button>
          </div>
        </div>
      )}
      <ol className={styles.plain}>
        {comments.slice(0, mostShown).map((comment) => (
          <li key={comment.key} className={styles.entry}>
            <span className={styles.quiet}>
              <span className={styles.who}>{comment.values.author || begunBy(comment)}</span>{' '}
              {instantText(writtenAt(comment))}
              {comment.values.issue !== row.key && `, on ${calledElsewhere(comment.values.issue)}`}
            </span>
            <p className={styles.said}>
              <ToldText text={(comment.values.text ?? '').slice(0, longestShown)} values={comment.values} />
            </p>
          </li>
        ))}
      </ol>
      {comments.length === 0 && <p className={styles.quiet}>Nobody has commented yet.</p>}
      {comments.length > mostShown && (
        <p className={styles.quiet}>and {comments.length - mostShown} earlier ones</p>
      )}
    </div>
  )
}
