import { useState } from 'react'
import { useLocation } from 'wouter'
import { AttachZone } from '../../parts/attachments/attach-zone'
import { useRow, useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { PageHeader } from '../../ui/page-header'
import { paths } from '../../view-state/paths'
import { shortcuts } from '../../view-state/shortcuts'
import { runShortcut, useShortcut } from '../../view-state/use-shortcuts'
import { useInstantText } from '../../view-state/use-zone'
import { type Asked, Asking } from './asking'
import { IssueCard } from './issue-card'
import { KeyPanel } from './key-panel'
import { Rounds } from './rounds'
import { SessionList } from './session-list'
import { SimilarList } from './similar-list'
import styles from './triage.module.css'
import { useDecisionKeys } from './use-decision-keys'
import { useSimilar } from './use-similar'
import { useTriageRun } from './use-triage-run'

const numbers = new Intl.NumberFormat('en-GB')

/** The inbox one issue at a time, decided by single keys. */
export default function TriageScreen() {
  const { run, inbox } = useTriageRun()
  const session = useSession()
  const row = useRow('issue', run.current)
  const { similar, isReading } = useSimilar(row)
  const [asked, setAsked] = useState<{ readonly what: Asked; readonly issue: string } | undefined>(undefined)
  const [isShowingSessions, setShowingSessions] = useState(false)
  const readOnly = session.access.kind !== 'write'
  const ask = (what: Asked) => {
    if (run.current !== undefined) setAsked({ what, issue: run.current })
  }
  useDecisionKeys(run, ask, row !== undefined && !readOnly)
  useShortcut('triageBack', () => run.back(), run.canGoBack)
  useShortcut('triageSkip', () => run.skip(), row !== undefined)
  useShortcut('triageSessions', () => setShowingSessions(true))

  const { size } = inbox.inbox
  return (
    <>
      <PageHeader
        title="Triage"
        note={
          <output className={styles.count}>
            {inbox.isOpen && (size === 0 ? 'Inbox empty' : `${numbers.format(size)} in the inbox`)}
          </output>
        }
        actions={
          <>
            <Rounds />
            <Button
              tone="quiet"
              icon="history"
              keys={shortcuts.triageSessions.keys}
              onClick={() => setShowingSessions(true)}
            >
              {shortcuts.triageSessions.title}
            </Button>
          </>
        }
      />
      {!inbox.isOpen ? (
        <EmptyState title="Opening the inbox" />
      ) : row ? (
        <div className={styles.columns}>
          <AttachZone key={row.key} row={row} readOnly={readOnly} className={styles.cardPlace}>
            <IssueCard row={row} isAsked={asked !== undefined} readOnly={readOnly} />
          </AttachZone>
          <aside className={styles.side} aria-label="Decisions and similar issues">
            <KeyPanel
              row={row}
              readOnly={readOnly}
              canGoBack={run.canGoBack}
              last={session.undoable?.label}
            />
            <SimilarList similar={similar} isReading={isReading} />
          </aside>
        </div>
      ) : (
        <EmptyInbox comingBack={inbox.inbox.comingBack()} />
      )}
      {asked && row && asked.issue === row.key && (
        <Asking
          key={row.key}
          asked={asked.what}
          row={row}
          run={run}
          similar={similar}
          onClose={() => setAsked(undefined)}
        />
      )}
      {isShowingSessions && (
        <Dialog title="Past sessions" placement="end" width="wide" onClose={() => setShowingSessions(false)}>
          <SessionList />
        </Dialog>
      )}
    </>
  )
}

interface EmptyInboxProps {
  readonly comingBack: { readonly count: number; readonly first: number | undefined }
}

/** Nothing waits: what comes back by itself, where new issues come from, and what was done. */
function EmptyInbox({ comingBack: { count, first } }: EmptyInboxProps) {
  const [, navigate] = useLocation()
  const session = useSession()
  const instantText = useInstantText()
  useShortcut('triageUndo', () => void runShortcut('undo'), session.undoable !== undefined)
  return (
    <div className={styles.empty}>
      <EmptyState
        title="Nothing waits for triage"
        actions={
          <>
            <Button icon="import" keys={shortcuts.goImport.keys} onClick={() => navigate(paths.import)}>
              Import
            </Button>
            <Button icon="issues" keys={shortcuts.goIssues.keys} onClick={() => navigate(paths.issues)}>
              Issues
            </Button>
          </>
        }
      >
        <p>New issues come here, those that return, and those whose hold is over.</p>
        {first !== undefined && (
          <p>
            {count === 1 ? 'One issue on hold comes' : `${numbers.format(count)} issues on hold come`} back by{' '}
            {count === 1 ? 'itself' : 'themselves'}, {count > 1 && 'the first '}
            {instantText(first)}.
          </p>
        )}
      </EmptyState>
      <section className={styles.sessions} aria-label="Sessions">
        <h2 className={styles.heading}>Past sessions</h2>
        <SessionList />
      </section>
    </div>
  )
}
