import { useLocation } from 'wouter'
import type { ImportPreview } from '../../storage/import-session'
import { useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { PageHeader } from '../../ui/page-header'
import { paths } from '../../view-state/paths'
import { shortcuts } from '../../view-state/shortcuts'
import { useEveryChange } from '../../view-state/use-every-change'
import { runShortcut, useShortcut } from '../../view-state/use-shortcuts'
import type { ImportFlow, ImportStage } from './import-flow'
import { PreviewList } from './preview-list'
import { ProblemActions } from './problem-actions'
import styles from './screen.module.css'
import { listIssuesOf } from './show-issues'
import { counted, formatCount } from './words'

export interface StoredProps {
  readonly flow: ImportFlow
  readonly stage: Extract<ImportStage, { kind: 'stored' }>
}

/** What an import has done, the way back, and the way on. */
export function Stored({ flow, stage: { file, preview, change } }: StoredProps) {
  const session = useSession()
  useEveryChange()
  const [, navigate] = useLocation()
  useShortcut('chooseFile', () => void flow.choose())
  const isLatest = change !== undefined && session.undoable?.id === change.id
  const isUndone = change !== undefined && session.redoable?.id === change.id

  const { created, updated } = preview.counts
  const shows = change !== undefined && !isUndone && created + updated > 0

  function showIssues(id: string) {
    listIssuesOf(session, id)
    flow.stop()
    navigate(paths.issues)
  }

  return (
    <>
      <PageHeader title="Import" note={file.name} />
      <section className={styles.stored}>
        <h2 className={styles.storedTitle}>
          <Icon name={isUndone ? 'undo' : 'check'} />
          {isUndone ? 'The import is undone' : `${file.name} is imported`}
        </h2>
        <p>{outcomeOf(preview.counts)}</p>
        <div className={styles.ways}>
          {shows && (
            <Button tone="primary" onClick={() => showIssues(change.id)}>
              Show them
            </Button>
          )}
          <Button
            icon="undo"
            keys={shortcuts.undo.keys}
            disabled={!isLatest}
            onClick={() => void runShortcut('undo')}
          >
            Undo the import
          </Button>
          <Button icon="file" keys={shortcuts.chooseFile.keys} onClick={() => void flow.choose()}>
            Import another file…
          </Button>
          <Button onClick={flow.stop}>Done</Button>
        </div>
      </section>
      {preview.lists.quarantined > 0 && (
        <div className={styles.panel}>
          <h2 className={styles.panelTitle}>
            {counted(preview.lists.quarantined, 'record')} could not be read
          </h2>
          <ProblemActions flow={flow} preview={preview} file={file.name} />
          <PreviewList flow={flow} preview={preview} list="quarantined" label="Not readable" />
        </div>
      )}
    </>
  )
}

function outcomeOf({ created, updated, unchanged, conflicts }: ImportPreview['counts']): string {
  const parts = [
    created > 0 && counted(created, 'new issue'),
    updated > 0 && counted(updated, 'changed issue'),
    unchanged > 0 && `${formatCount(unchanged)} unchanged`,
  ].filter((part) => part !== false)
  const whole = `${parts.join(', ') || 'Nothing to store'}.`
  if (conflicts === 0) return whole
  return `${whole} ${counted(conflicts, 'value')} changed both in the tracker and here: both are kept, to be reviewed.`
}
