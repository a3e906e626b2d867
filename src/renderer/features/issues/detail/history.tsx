import type { Operation } from '@domain/merge/operation'
import type { IssueRow } from '@domain/triage/as-of'
import { historyEntries } from '@domain/triage/history'
import { useEffect, useMemo, useState } from 'react'
import { useSession } from '../../../storage/queries'
import { Spinner } from '../../../ui/spinner'
import { useTelling } from '../../../view-state/use-telling'
import { useInstantText } from '../../../view-state/use-zone'
import styles from './issue-detail.module.css'

const mostShown = 200

/** What happened to the issue, latest first, read from the log. */
export function History({ row }: { readonly row: IssueRow }) {
  const session = useSession()
  const telling = useTelling()
  const instantText = useInstantText()
  const [operations, setOperations] = useState<readonly Operation[] | undefined>(undefined)
  const { key, revision } = row
  useEffect(() => {
    let left = false
    void revision
    void session.historyOf('issue', key).then((read) => {
      if (!left) setOperations(read)
    })
    return () => {
      left = true
    }
  }, [session, key, revision])
  const entries = useMemo(() => operations && historyEntries(operations, telling), [operations, telling])

  if (!entries) return <Spinner />
  return (
    <>
      <ol className={styles.plain}>
        {entries.slice(0, mostShown).map((entry) => (
          <li key={entry.stamp} className={styles.entry}>
            <span className={styles.quiet}>
              <span className={styles.who}>{entry.by}</span> {instantText(entry.at)}
              {entry.imported && ', from an import'}
            </span>
            <ul className={styles.plain}>
              {entry.sentences.map((sentence) => (
                <li key={sentence} className={styles.value}>
                  {sentence}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {entries.length > mostShown && (
        <p className={styles.quiet}>and {entries.length - mostShown} earlier ones</p>
      )}
    </>
  )
}
