import { formatInstant } from '@domain/time/format'
import { useState } from 'react'
import { useWorkspace } from '../../storage/queries'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Spinner } from '../../ui/spinner'
import { useEngagementDoor } from '../../view-state/engagement-door'
import { useBackups } from '../../view-state/use-backups'
import { BackupList } from './backup-list'
import styles from './start-screen.module.css'

export interface DamagedScreenProps {
  readonly id: string
  readonly message: string
  /** The stored data is not what was written; otherwise it could only not be opened just now. */
  readonly damaged: boolean
}

/** An engagement that cannot be opened: what is wrong, and the shortest way back to work. */
export default function DamagedScreen({ id, message, damaged }: DamagedScreenProps) {
  const { engagements } = useWorkspace()
  const door = useEngagementDoor()
  const [showsAll, setShowsAll] = useState(false)
  const others = engagements.filter((entry) => entry.id !== id && !entry.archived)
  const name = engagements.find((entry) => entry.id === id)?.name ?? 'The engagement'

  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <h1 className={styles.title}>{name} cannot be opened</h1>
        <Banner tone="danger">{message}</Banner>
        {damaged ? (
          <LastBackup engagement={id} />
        ) : (
          <p>Close other programs that may use this profile, or free some disk space, and try again.</p>
        )}
        <div className={styles.ways}>
          <Button icon="refresh" onClick={() => door.open(id)}>
            Try again
          </Button>
          <Button icon="restore" onClick={() => setShowsAll(!showsAll)} aria-expanded={showsAll}>
            All backups
          </Button>
          {others.map((entry) => (
            <Button key={entry.id} tone="quiet" onClick={() => door.open(entry.id)}>
              Open {entry.name}
            </Button>
          ))}
        </div>
        {showsAll && <BackupList />}
      </div>
    </main>
  )
}

function LastBackup({ engagement }: { readonly engagement: string }) {
  const door = useEngagementDoor()
  const { list } = useBackups()
  const last = list?.find((backup) => backup.engagement === engagement)
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (!list) return <Spinner />
  if (!last) return <p>There is no backup of it on this laptop. Another laptop of the team may have one.</p>
  return (
    <div className={styles.section}>
      <p>
        Its last backup was written on {formatInstant(last.writtenAt, zone)} ({last.reason}). Restoring brings
        everything back as it was then.
      </p>
      <div>
        <Button tone="primary" icon="restore" onClick={() => door.restore(last.name)}>
          Restore the last backup
        </Button>
      </div>
    </div>
  )
}
