import { isOpenLine, type SaidLine } from '@domain/standup/lines'
import { findStandups } from '@domain/standup/record'
import { formatDay, formatInstant } from '@domain/time/format'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { PageHeader } from '../../ui/page-header'
import { SearchField } from '../../ui/search-field'
import { paths } from '../../view-state/paths'
import { shortcuts } from '../../view-state/shortcuts'
import { useSaidLines } from '../../view-state/use-said-lines'
import { useShortcut } from '../../view-state/use-shortcuts'
import { useTelling } from '../../view-state/use-telling'
import { useZone } from '../../view-state/use-zone'
import { ActionList } from './action-list'
import styles from './standups.module.css'
import { useHold } from './use-hold'
import type { Standups } from './use-standups'

const mostShown = 200

/** When the next one is, what was promised and is not done, and what was said at all those before. */
export function AllStandups({ standups }: { readonly standups: Standups }) {
  const { records, ofToday, today } = standups
  const { access } = useSession()
  const canWrite = access.kind === 'write'
  const hold = useHold()
  const lines = useSaidLines()
  const telling = useTelling()
  const [query, setQuery] = useState('')
  const wanted = useDeferredValue(query)
  const search = useRef<HTMLInputElement>(null)
  const found = useMemo(
    () => findStandups(records, lines, telling.personName, wanted),
    [records, lines, telling, wanted],
  )
  const open = lines.filter((line) => line.kind === 'action' && isOpenLine(line)).sort(byDue)
  useShortcut('standupHold', () => void hold(), canWrite)
  useShortcut('standupSearch', () => search.current?.select(), records.length > 0)
  return (
    <>
      <PageHeader
        title="Standups"
        note={<NextText standups={standups} />}
        actions={
          <Button
            tone="primary"
            keys={shortcuts.standupHold.keys}
            disabled={!canWrite}
            onClick={() => void hold()}
          >
            {!ofToday ? 'Hold the standup' : ofToday.endedAt === undefined ? 'Join it' : 'Go on with it'}
          </Button>
        }
      />
      {records.length === 0 && open.length === 0 ? (
        <EmptyState title="No standup has been held yet">
          A standup is prepared by itself from what has changed since the last one. Notes, blockers, decisions
          and actions are written down person by person, and actions come up again until they are done.
        </EmptyState>
      ) : (
        <div className={styles.all}>
          <section className={styles.panel} aria-labelledby="open-actions">
            <h2 id="open-actions" className={styles.title}>
              Actions open <span className={styles.count}>{open.length}</span>
            </h2>
            {open.length === 0 ? (
              <p className={styles.quiet}>Everything that was promised is done.</p>
            ) : (
              <ActionList actions={open} today={today} canWrite={canWrite} />
            )}
          </section>
          <section className={styles.panel} aria-labelledby="past-standups">
            <div className={styles.panelHead}>
              <h2 id="past-standups" className={styles.title}>
                Held <span className={styles.count}>{records.length}</span>
              </h2>
              <SearchField
                ref={search}
                label="Search past standups"
                placeholder="Words, a name, a day"
                value={query}
                onChange={setQuery}
              />
            </div>
            <ol className={styles.past} aria-label="Past standups">
              {found.slice(0, mostShown).map(({ key, day, leaders, startedAt, endedAt }) => (
                <li key={key}>
                  <Link href={paths.standup(day)} className={styles.pastLink}>
                    <span className={styles.day}>{formatDay(day)}</span>
                    <span className={styles.quiet}>{leaders.join(', ')}</span>
                    <span className={styles.numbers} data-numeric>
                      {endedAt === undefined ? 'goes on' : `${minutesBetween(startedAt, endedAt)} min`}
                    </span>
                    <span className={styles.what}>{summaryOf(lines, key)}</span>
                  </Link>
                </li>
              ))}
            </ol>
            {found.length === 0 && <p className={styles.quiet}>Nothing was said with these words.</p>}
          </section>
        </div>
      )}
    </>
  )
}

function NextText({ standups: { next, ofToday, missedAt } }: { readonly standups: Standups }) {
  const zone = useZone()
  const [, navigate] = useLocation()
  if (ofToday && ofToday.endedAt === undefined) return "Today's goes on"
  if (missedAt !== undefined)
    return `Today's was planned for ${formatInstant(missedAt, zone).slice(-5)} and has not been held`
  if (next) return `Next ${formatInstant(next.at, zone)}`
  return (
    <>
      The cadence plan has none ahead.{' '}
      <button
        type="button"
        className={styles.textButton}
        onClick={() => navigate(paths.settingsSection('cadence'))}
      >
        Look at the plan
      </button>
    </>
  )
}

function summaryOf(lines: readonly SaidLine[], standup: string): string {
  const own = lines.filter((line) => line.standup === standup)
  const count = (kind: SaidLine['kind'], one: string) => {
    const number = own.filter((line) => line.kind === kind).length
    return number === 0 ? undefined : `${number} ${one}${number === 1 ? '' : 's'}`
  }
  return [
    count('note', 'note'),
    count('blocker', 'blocker'),
    count('decision', 'decision'),
    count('action', 'action'),
  ]
    .filter(Boolean)
    .join(' · ')
}

const minutesBetween = (from: number, to: number) => Math.max(1, Math.round((to - from) / 60_000))

/** Those without a day come last. */
function byDue(a: SaidLine, b: SaidLine): number {
  const [first, second] = [a.dueOn ?? '~', b.dueOn ?? '~']
  if (first === second) return a.at - b.at
  return first < second ? -1 : 1
}
