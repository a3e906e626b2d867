import type { BackupEntry } from '@contract/ipc'
import { formatInstant } from '@domain/time/format'
import { useState } from 'react'
import { request } from '../../app/bridge'
import { useWorkspace } from '../../storage/queries'
import { Button } from '../../ui/button'
import { ConfirmDialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { formatSize } from '../../ui/format-size'
import { Spinner } from '../../ui/spinner'
import { VisuallyHidden } from '../../ui/visually-hidden'
import { useEngagementDoor } from '../../view-state/engagement-door'
import { useBackups } from '../../view-state/use-backups'
import styles from './engagement-table.module.css'

/** Every backup in the backups folder, latest first; each can be put back. */
export function BackupList({ onBack }: { readonly onBack?: () => void }) {
  const { list } = useBackups()
  const { engagements } = useWorkspace()
  const door = useEngagementDoor()
  const [asked, setAsked] = useState<BackupEntry | undefined>(undefined)
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const replaces = (backup: BackupEntry) => engagements.some(({ id }) => id === backup.engagement)

  const ways = (
    <>
      {onBack && <Button onClick={onBack}>Back</Button>}
      <Button tone="quiet" icon="folder" onClick={() => void request('backup.showFolder')}>
        Open the backups folder
      </Button>
    </>
  )
  return (
    <>
      {list === undefined ? (
        <Spinner />
      ) : list.length === 0 ? (
        <EmptyState title="No backups yet" actions={ways}>
          Backups are written by themselves while an engagement is open, and before every import.
        </EmptyState>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th>Engagement</th>
              <th>Written ({zone})</th>
              <th>Why</th>
              <th className={styles.number}>Size</th>
              <th>
                <VisuallyHidden>Restore</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {list.map((backup) => (
              <tr key={backup.name}>
                <td>{backup.title}</td>
                <td data-numeric>{formatInstant(backup.writtenAt, zone)}</td>
                <td>{backup.reason}</td>
                <td className={styles.number} data-numeric>
                  {formatSize(backup.size)}
                </td>
                <td className={styles.number}>
                  <Button
                    icon="restore"
                    onClick={() => (replaces(backup) ? setAsked(backup) : door.restore(backup.name))}
                  >
                    Restore
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list !== undefined && list.length > 0 && <div className={styles.foot}>{ways}</div>}
      {asked && (
        <ConfirmDialog
          title="Put this backup in place?"
          confirm="Restore"
          onConfirm={() => door.restore(asked.name)}
          onCancel={() => setAsked(undefined)}
        >
          <p>
            “{asked.title}” goes back to {formatInstant(asked.writtenAt, zone)}. What is there now is backed
            up first, so this can be taken back the same way.
          </p>
        </ConfirmDialog>
      )}
    </>
  )
}
