import { engagementKey } from '@domain/model/engagement'
import { formatInstant } from '@domain/time/format'
import { usableZone } from '@domain/time/zone'
import { useEffect, useState } from 'react'
import { useRow, useSession } from '../../storage/queries'
import type { Change, ChangeKind } from '../../storage/session'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { PageHeader } from '../../ui/page-header'
import { VisuallyHidden } from '../../ui/visually-hidden'
import { shortcuts } from '../../view-state/shortcuts'
import { useEveryChange } from '../../view-state/use-every-change'
import { runShortcut } from '../../view-state/use-shortcuts'
import styles from './history.module.css'

/** The latest changes are what people come for; older ones are told by each issue's own history. */
const mostShown = 300

const kindWords: Readonly<Record<ChangeKind, string | undefined>> = {
  creation: 'Beginning',
  edit: undefined,
  export: 'Export',
  import: 'Import',
  bundle: 'Bundle',
  undo: 'Undo',
  redo: 'Redo',
}

/** What has been changed, when and by whom, latest first. Only the last change can be taken back from here. */
export default function HistoryScreen() {
  const { undoable } = useSession()
  const changes = useChanges()
  const zone = usableZone(useRow('engagement', engagementKey)?.values.zone)
  return (
    <>
      <PageHeader title="History" note="Changes made on this laptop, latest first" />
      <div className={styles.page}>
        {changes?.length === 0 && (
          <EmptyState title="Nothing changed yet">What you change shows up here.</EmptyState>
        )}
        {changes && changes.length > 0 && (
          <table className={styles.table}>
            <thead>
              <tr>
                <th className={styles.when}>When</th>
                <th className={styles.who}>Who</th>
                <th>What</th>
                <th className={styles.count}>Writes</th>
                <th className={styles.action}>
                  <VisuallyHidden>Undo</VisuallyHidden>
                </th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <tr key={change.id} className={change.undone ? styles.undone : undefined}>
                  <td className={styles.when} data-numeric>
                    {formatInstant(change.at, zone)}
                  </td>
                  <td className={styles.who}>{change.by}</td>
                  <td>
                    <span className={styles.label}>{change.label}</span>
                    {kindWords[change.kind] && <Badge>{kindWords[change.kind]}</Badge>}
                    {change.undone && <Badge>Undone</Badge>}
                  </td>
                  <td className={styles.count} data-numeric>
                    {change.operations.toLocaleString('en-GB')}
                  </td>
                  <td className={styles.action}>
                    {change.id === undoable?.id && (
                      <Button
                        tone="quiet"
                        icon="undo"
                        keys={shortcuts.undo.keys}
                        onClick={() => void runShortcut('undo')}
                      >
                        Undo
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </>
  )
}

/** Read from the log again after every change; undefined at first. */
function useChanges(): readonly Change[] | undefined {
  const session = useSession()
  const version = useEveryChange()
  const [read, setRead] = useState<{ readonly version: number; readonly changes: readonly Change[] }>()
  useEffect(() => {
    let left = false
    void session.changes(mostShown).then((changes) => {
      if (!left) setRead({ version, changes })
    })
    return () => {
      left = true
    }
  }, [session, version])
  return read?.changes
}
