import { begunAt, begunBy } from '@domain/merge/apply'
import type { Row } from '@domain/merge/row'
import type { Comment } from '@domain/model/entities'
import type { IssueRow } from '@domain/triage/as-of'
import { addComment } from '@domain/triage/commands'
import { type KeyboardEvent, useMemo } from 'react'
import { useSession, useVersion, useWorkspace } from '../../../storage/queries'
import { Button } from '../../../ui/button'
import { Kbd } from '../../../ui/kbd'
import { TextArea } from '../../../ui/text-area'
import { now } from '../../../view-state/clock'
import { keptDraft } from '../../../view-state/kept-draft'
import { useAct } from '../use-act'
import { useInstantText } from '../use-zone'
import styles from './issue-detail.module.css'

const useCommentDraft = keptDraft('')

const mostShown = 200
const longestShown = 20_000

/** Comments on an issue, latest first. */
export function useComments(issueKey: string): readonly Row<Comment>[] {
  const { replica } = useSession()
  const version = useVersion('comment')
  return useMemo(() => {
    void version
    return [...replica.rows('comment').values()]
      .filter(({ values }) => values.issue === issueKey && !values.removed)
      .sort((left, right) => writtenAt(right) - writtenAt(left))
  }, [replica, version, issueKey])
}

const writtenAt = (comment: Row<Comment>) => comment.values.writtenAt ?? begunAt(comment)

export interface CommentsProps {
  readonly row: IssueRow
  readonly comments: readonly Row<Comment>[]
  readonly readOnly: boolean
}

export function Comments({ row, comments, readOnly }: CommentsProps) {
  const act = useAct()
  const { settings } = useWorkspace()
  const instantText = useInstantText()
  const [text, setText] = useCommentDraft(row.key)

  async function send() {
    const comment = { key: crypto.randomUUID(), author: settings.userName, text, now: now() }
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
          <TextArea
            label="New comment"
            hideLabel
            placeholder="Write a comment"
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
            </span>
            <p className={styles.said}>{comment.values.text?.slice(0, longestShown)}</p>
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
