import { openIssuesOf } from '@domain/ownership/hand-over'
import { orphanWords } from '@domain/ownership/orphan-words'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { PageHeader } from '../../ui/page-header'
import { now } from '../../view-state/clock'
import { issueListOf, type NamedIssues } from '../../view-state/issue-list'
import { paths } from '../../view-state/paths'
import { shortcuts } from '../../view-state/shortcuts'
import { useShortcut } from '../../view-state/use-shortcuts'
import { DeskList } from './desk-list'
import { LeaveDialog } from './leave-dialog'
import { OrphanList } from './orphan-list'
import styles from './ownership.module.css'
import { useOwnershipBoard } from './use-board'
import { takersOf, useDesks } from './use-desks'

/** Who has what, and what nobody really has. */
export default function OwnershipScreen() {
  const session = useSession()
  const canWrite = session.access.kind === 'write'
  const board = useOwnershipBoard()
  const desks = useDesks(board)
  const takers = takersOf(desks)
  const [, navigate] = useLocation()
  const [leaving, setLeaving] = useState<{ readonly person: string | undefined }>()
  const orphans = board?.orphans.reduce((sum, { issues }) => sum + issues.length, 0) ?? 0
  useShortcut('leaver', () => setLeaving({ person: undefined }), canWrite && desks.length > 0)

  function show(named: NamedIssues) {
    issueListOf(session.id).getState().showOnly(named)
    navigate(paths.issues)
  }

  return (
    <>
      <PageHeader
        title="Ownership"
        note={board ? orphanText(orphans) : 'Counting'}
        actions={
          <Button
            keys={shortcuts.leaver.keys}
            disabled={!canWrite || desks.length === 0}
            onClick={() => setLeaving({ person: undefined })}
          >
            Somebody has left
          </Button>
        }
      />
      <div className={styles.screen}>
        <section className={styles.panel} aria-labelledby="orphans">
          <h2 id="orphans" className={styles.title}>
            Nobody really has them
          </h2>
          {!board ? (
            <p className={styles.quiet}>Reading the issues</p>
          ) : orphans === 0 ? (
            <EmptyState title="Somebody has every open issue">
              Issues come here when nobody owns them, when their owner has left, or when nobody has touched
              them for too long.
            </EmptyState>
          ) : (
            <OrphanList
              board={board}
              takers={takers}
              onOpen={(key) => navigate(paths.issue(key))}
              onShowAll={({ reason, issues }) => {
                const keys = issues.map(({ key }) => key)
                show({ title: orphanWords[reason], at: now(), keys: () => keys })
              }}
            />
          )}
        </section>
        <section className={styles.panel} aria-labelledby="loads">
          <h2 id="loads" className={styles.title}>
            What everybody has
          </h2>
          {desks.length === 0 ? (
            <EmptyState
              title="Nobody is on the list yet"
              actions={<Button onClick={() => navigate(paths.settingsSection('people'))}>Add people</Button>}
            >
              An import adds the people it meets; others are added by hand.
            </EmptyState>
          ) : (
            <DeskList
              desks={desks}
              canWrite={canWrite}
              onShow={({ person, name }) => {
                const keys = openIssuesOf(person, session.replica.rows('issue').values()).map(
                  ({ key }) => key,
                )
                show({ title: `Open issues of ${name}`, at: now(), keys: () => keys })
              }}
              onLeave={(person) => setLeaving({ person })}
            />
          )}
        </section>
      </div>
      {leaving && <LeaveDialog leaver={leaving.person} desks={desks} onClose={() => setLeaving(undefined)} />}
    </>
  )
}

function orphanText(count: number): string {
  if (count === 0) return 'Every open issue has somebody'
  return `${count} ${count === 1 ? 'issue' : 'issues'} that nobody really has`
}
