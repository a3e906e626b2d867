import { isDemo } from '@domain/demo/name'
import { formatDay } from '@domain/time/format'
import { dayOf } from '@domain/time/zone'
import { Route, Switch, useLocation } from 'wouter'
import type { EngagementEntry } from '../../storage/profile'
import { useSession, useWorkspace } from '../../storage/queries'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { PageHeader } from '../../ui/page-header'
import { toast } from '../../ui/toast'
import { VisuallyHidden } from '../../ui/visually-hidden'
import { useEngagementDoor } from '../../view-state/engagement-door'
import { paths } from '../../view-state/paths'
import { BackupList } from './backup-list'
import styles from './engagement-table.module.css'
import { NewEngagementForm } from './new-engagement-form'

/** Every engagement on this laptop, a new one, or one out of a backup. */
export default function EngagementsScreen() {
  const [, navigate] = useLocation()
  const back = () => navigate(paths.engagements)
  return (
    <Switch>
      <Route path={paths.newEngagement}>
        <PageHeader title="New engagement" />
        <div className={styles.page}>
          <div className={styles.narrow}>
            <NewEngagementForm onCancel={back} />
          </div>
        </div>
      </Route>
      <Route path={paths.backups}>
        <PageHeader title="Restore from a backup" />
        <div className={styles.page}>
          <BackupList onBack={back} />
        </div>
      </Route>
      <Route>
        <EngagementTable />
      </Route>
    </Switch>
  )
}

function EngagementTable() {
  const { engagements } = useWorkspace()
  const [, navigate] = useLocation()
  const door = useEngagementDoor()
  const active = engagements.filter(({ archived }) => !archived)
  const archived = engagements.filter((entry) => entry.archived)
  return (
    <>
      <PageHeader
        title="Engagements"
        note="Each is kept apart from the others"
        actions={
          <>
            {!active.some((entry) => isDemo(entry, false)) && (
              <Button onClick={() => door.openDemo()}>Explore the demo</Button>
            )}
            {!active.some((entry) => isDemo(entry, true)) && (
              <Button onClick={() => door.openDemo(true)}>Replay a whole demo</Button>
            )}
            <Button icon="restore" onClick={() => navigate(paths.backups)}>
              Restore from a backup
            </Button>
            <Button tone="primary" icon="plus" onClick={() => navigate(paths.newEngagement)}>
              New engagement
            </Button>
          </>
        }
      />
      <div className={styles.page}>
        <Entries label="Engagements" entries={active} />
        {archived.length > 0 && (
          <details>
            <summary>Archived ({archived.length})</summary>
            <Entries label="Archived engagements" entries={archived} />
          </details>
        )}
      </div>
    </>
  )
}

function Entries({
  label,
  entries,
}: {
  readonly label: string
  readonly entries: readonly EngagementEntry[]
}) {
  const workspace = useWorkspace()
  const door = useEngagementDoor()
  const { id: openId } = useSession()
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

  async function archive({ id, name }: EngagementEntry, archived: boolean) {
    await workspace.archive(id, archived)
    toast({
      text: archived ? `${name} archived` : `${name} taken out of the archive`,
      action: { label: 'Undo', run: () => void workspace.archive(id, !archived) },
    })
  }

  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th>Engagement</th>
          <th>Client</th>
          <th>System</th>
          <th>Last opened</th>
          <th>
            <VisuallyHidden>Archive</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td>
              {entry.id === openId ? (
                <>
                  {entry.name} <Badge>Open</Badge>
                </>
              ) : (
                <button type="button" className={styles.name} onClick={() => door.open(entry.id)}>
                  {entry.name}
                </button>
              )}{' '}
              {entry.demo && <Badge>Demo</Badge>}
            </td>
            <td>{entry.client}</td>
            <td>{entry.system}</td>
            <td className={styles.quiet}>{formatDay(dayOf(entry.openedAt, zone))}</td>
            <td>
              <div className={styles.actions}>
                <Button tone="quiet" icon="archive" onClick={() => void archive(entry, !entry.archived)}>
                  {entry.archived ? 'Take out' : 'Archive'}
                </Button>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
