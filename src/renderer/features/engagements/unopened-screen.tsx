import type { BackupEntry } from '@contract/ipc'
import { formatInstant } from '@domain/time/format'
import { useState } from 'react'
import type { OpeningProblem } from '../../storage/opening-problem'
import { useWorkspace } from '../../storage/queries'
import { Button } from '../../ui/button'
import { DescriptionList, DescriptionRow } from '../../ui/description-list'
import { Details } from '../../ui/details'
import { Setback, type SetbackProps } from '../../ui/setback'
import { useEngagementDoor } from '../../view-state/engagement-door'
import { useBackups } from '../../view-state/use-backups'
import { BackupList } from './backup-list'
import { openingWords } from './opening-words'
import styles from './start-screen.module.css'

export interface UnopenedScreenProps {
  readonly id: string
  readonly problem: OpeningProblem
  readonly setback?: SetbackProps | undefined
}

/** An engagement that cannot be opened: what happened, where, and the shortest way back to work. */
export default function UnopenedScreen({ id, problem, setback }: UnopenedScreenProps) {
  const { engagements } = useWorkspace()
  const door = useEngagementDoor()
  const [showsAll, setShowsAll] = useState(false)
  const others = engagements.filter((entry) => entry.id !== id && !entry.archived)
  const name = engagements.find((entry) => entry.id === id)?.name ?? 'The engagement'
  const { list } = useBackups()
  const last = list?.find((backup) => backup.engagement === id)
  const { happened, where, advice } = openingWords(problem, list === undefined || last !== undefined)
  const needsBackup = problem.kind === 'damaged' || problem.kind === 'gone'

  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <h1 className={styles.title}>{name} cannot be opened</h1>
        {setback && <Setback {...setback} />}
        <div role="alert">
          <DescriptionList>
            <DescriptionRow name="What happened">{happened}</DescriptionRow>
            <DescriptionRow name="Where">{where}</DescriptionRow>
            <DescriptionRow name="What to do">{advice}</DescriptionRow>
          </DescriptionList>
        </div>
        {needsBackup && last && <LastBackup backup={last} />}
        <div className={styles.ways}>
          <Button tone={needsBackup ? 'default' : 'primary'} icon="refresh" onClick={() => door.open(id)}>
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
        <Details>{`${problem.details}\nEngagement: ${id}`}</Details>
      </div>
    </main>
  )
}

function LastBackup({ backup }: { readonly backup: BackupEntry }) {
  const door = useEngagementDoor()
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <div className={styles.section}>
      <p>
        Its last backup was written on {formatInstant(backup.writtenAt, zone)} ({backup.reason}). Restoring
        brings everything back as it was then.
      </p>
      <div>
        <Button tone="primary" icon="restore" onClick={() => door.restore(backup.name)}>
          Restore the last backup
        </Button>
      </div>
    </div>
  )
}
