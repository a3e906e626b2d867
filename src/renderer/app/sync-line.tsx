import { Link } from 'wouter'
import { classNames } from '../ui/class-names'
import { Icon } from '../ui/icon'
import { useMinute } from '../view-state/clock'
import { paths } from '../view-state/paths'
import { useFolderSync } from '../view-state/use-folder-sync'
import styles from './rail.module.css'

const minute = 60_000

/** How it stands with the sync folder, where one is chosen. */
export function SyncLine() {
  const now = useMinute()
  const {
    state: { folder, problem, lookedAt, passedOver },
  } = useFolderSync()
  if (!folder) return null
  const told =
    problem ?? (passedOver.length > 0 ? 'Some files in the sync folder were passed over' : undefined)
  return (
    <Link
      href={paths.exchange}
      className={classNames(styles.link, styles.sync, told !== undefined && styles.syncTrouble)}
      data-tooltip={told ?? `Sync folder “${folder}”`}
    >
      <Icon name={told === undefined ? 'folder' : 'warning'} />
      {problem ? 'Not synced' : lookedAt === undefined ? 'Sync folder' : syncedText(now - lookedAt)}
    </Link>
  )
}

function syncedText(age: number): string {
  if (age < minute) return 'Synced'
  const minutes = Math.floor(age / minute)
  return minutes < 60 ? `Synced ${minutes} min ago` : 'Synced over an hour ago'
}
