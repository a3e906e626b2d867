import type { Instant } from '@domain/model/value'
import { calledKey } from '@domain/triage/list-columns'
import { triageRecords } from '@domain/triage/triage-record'
import { useMemo } from 'react'
import { Link, useLocation } from 'wouter'
import { useInbox } from '../../storage/inbox-view'
import { useRows, useSession, useVersion } from '../../storage/queries'
import { Button } from '../../ui/button'
import { now } from '../../view-state/clock'
import { issueListOf } from '../../view-state/issue-list'
import { paths } from '../../view-state/paths'
import { useInstantText } from '../../view-state/use-zone'
import styles from './triage.module.css'

const numbers = new Intl.NumberFormat('en-GB')
const mostSessions = 30
const mostIssues = 500

/** Past sessions, latest first: who, when, what was decided, what was left. */
export function SessionList() {
  const sessions = useRows('triageSession')
  const version = useVersion('triageSession')
  const { replica } = useSession()
  const instantText = useInstantText()
  const waiting = useInbox(now).view.inbox
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
            {left > 0 && <Left keys={waiting.waitingSince(endedAt)} at={endedAt} />}
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

/** What waited when a session ended and waits to this day; a press lists it. */
function Left({ keys, at }: { readonly keys: readonly string[]; readonly at: Instant }) {
  const { id } = useSession()
  const [, navigate] = useLocation()
  if (keys.length === 0) return <p className={styles.quiet}>Nothing of what was left waits any more.</p>
  function list() {
    issueListOf(id)
      .getState()
      .showOnly({ title: 'Left waiting by triage', at, keys: () => keys })
    navigate(paths.issues)
  }
  return (
    <Button tone="quiet" icon="issues" onClick={list}>
      {keys.length === 1
        ? '1 that was left still waits'
        : `${numbers.format(keys.length)} that were left still wait`}
    </Button>
  )
}
