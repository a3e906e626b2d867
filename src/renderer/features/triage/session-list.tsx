import { calledKey } from '@domain/triage/list-columns'
import { triageRecords } from '@domain/triage/triage-record'
import { useMemo } from 'react'
import { Link } from 'wouter'
import { useRows, useSession, useVersion } from '../../storage/queries'
import { paths } from '../../view-state/paths'
import { useInstantText } from '../../view-state/use-zone'
import styles from './triage.module.css'

const mostSessions = 30
const mostIssues = 500

/** Past sessions, latest first: who, when, what was decided, what was left. */
export function SessionList() {
  const sessions = useRows('triageSession')
  const version = useVersion('triageSession')
  const { replica } = useSession()
  const instantText = useInstantText()
  const records = useMemo(() => {
    void version
    return triageRecords(sessions.values())
  }, [sessions, version])
  if (records.length === 0) return <p className={styles.quiet}>Nothing has been decided in triage yet.</p>
  return (
    <ol className={styles.plain} aria-label="Past sessions">
      {records.slice(0, mostSessions).map(({ key, by, startedAt, endedAt, left, decided }, place) => (
        <li key={key} className={styles.entry}>
          <details open={place === 0}>
            <summary>
              <span className={styles.who}>{instantText(startedAt)}</span>, {by && `${by}, `}
              {decided.length === 1 ? '1 issue' : `${decided.length} issues`} decided,{' '}
              {left === 0 ? 'none left' : `${left} left`}
            </summary>
            <p className={styles.quiet}>The last decision was made {instantText(endedAt)}.</p>
            <ul className={styles.plain}>
              {decided.slice(0, mostIssues).map(({ issue, decisions }) => {
                const row = replica.rows('issue').get(issue)
                return (
                  <li key={issue} className={styles.decided}>
                    <Link href={paths.issue(issue)} className={styles.keyLink}>
                      {row ? calledKey(row) : issue}
                    </Link>
                    <span>{decisions.join(', ')}</span>
                  </li>
                )
              })}
            </ul>
          </details>
        </li>
      ))}
    </ol>
  )
}
