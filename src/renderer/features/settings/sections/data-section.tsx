import { formatInstant } from '@domain/time/format'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { request } from '../../../app/bridge'
import { useSession, useWorkspace } from '../../../storage/queries'
import { Banner } from '../../../ui/banner'
import { Button } from '../../../ui/button'
import { classNames } from '../../../ui/class-names'
import { DescriptionList, DescriptionRow } from '../../../ui/description-list'
import { formatSize } from '../../../ui/format-size'
import { toast } from '../../../ui/toast'
import { paths } from '../../../view-state/paths'
import { useBackups } from '../../../view-state/use-backups'
import styles from '../settings.module.css'

const mostShown = 5
const numbers = new Intl.NumberFormat('en-GB')

export function DataSection() {
  return (
    <>
      <LastBackups />
      <Rebuild />
      <Identity />
    </>
  )
}

function LastBackups() {
  const workspace = useWorkspace()
  const { id } = useSession()
  const { list, refresh } = useBackups()
  const [pending, setPending] = useState(false)
  const [, navigate] = useLocation()
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const own = list?.filter(({ engagement }) => engagement === id) ?? []

  async function backUp() {
    setPending(true)
    try {
      await workspace.backUp(id, 'by hand')
      toast({ text: 'Backup written', tone: 'ok' })
    } catch (error) {
      toast({
        text: `The backup was not written. ${error instanceof Error ? error.message : ''}`,
        tone: 'danger',
      })
    }
    setPending(false)
    refresh()
  }

  return (
    <section className={styles.block} aria-labelledby="backups">
      <h3 id="backups" className={styles.blockTitle}>
        Backups of this engagement
      </h3>
      {list && own.length === 0 && (
        <p className={styles.quiet}>
          None yet. They are written by themselves as you work, and before every import.
        </p>
      )}
      {own.length > 0 && (
        <table className={classNames(styles.table, styles.most)} aria-label="Latest backups">
          <thead>
            <tr>
              <th>Written ({zone})</th>
              <th>Why</th>
              <th className={styles.end}>Size</th>
            </tr>
          </thead>
          <tbody>
            {own.slice(0, mostShown).map((backup) => (
              <tr key={backup.name}>
                <td data-numeric>{formatInstant(backup.writtenAt, zone)}</td>
                <td>{backup.reason}</td>
                <td className={styles.end} data-numeric>
                  {formatSize(backup.size)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={styles.line}>
        <Button icon="archive" pending={pending} onClick={() => void backUp()}>
          Back up now
        </Button>
        <Button icon="folder" onClick={() => void request('backup.showFolder')}>
          Open the backups folder
        </Button>
        <Button tone="quiet" icon="restore" onClick={() => navigate(paths.backups)}>
          All backups, and restoring
        </Button>
      </div>
    </section>
  )
}

type Compared = Awaited<ReturnType<ReturnType<typeof useWorkspace>['rebuild']>>

function Rebuild() {
  const workspace = useWorkspace()
  const { id } = useSession()
  const [pending, setPending] = useState(false)
  const [compared, setCompared] = useState<Compared | undefined>(undefined)

  async function rebuild() {
    setPending(true)
    setCompared(undefined)
    try {
      setCompared(await workspace.rebuild(id))
    } catch (error) {
      toast({
        text: `The log could not be read. ${error instanceof Error ? error.message : ''}`,
        tone: 'danger',
      })
    }
    setPending(false)
  }

  return (
    <section className={styles.block} aria-labelledby="rebuild">
      <h3 id="rebuild" className={styles.blockTitle}>
        The log
      </h3>
      <p className={styles.quiet}>
        Everything is kept as a log of changes; what you see is their sum. This adds them up again from the
        beginning and compares.
      </p>
      <div>
        <Button icon="refresh" pending={pending} onClick={() => void rebuild()}>
          Rebuild from the log and compare
        </Button>
      </div>
      {compared && (
        <Banner tone={compared.equal ? 'info' : 'warning'}>
          {compared.equal
            ? `The same, row by row: ${numbers.format(compared.rows)} rows from ${numbers.format(compared.operations)} changes.`
            : 'They differed. The rows made from the log are in place now; open the engagement again to see them.'}
        </Banner>
      )}
    </section>
  )
}

function Identity() {
  const { laptop } = useWorkspace()
  const { id } = useSession()
  return (
    <section className={styles.block} aria-labelledby="identity">
      <h3 id="identity" className={styles.blockTitle}>
        Identity
      </h3>
      <DescriptionList>
        <DescriptionRow name="This laptop">
          <span className={styles.code}>{laptop}</span>
        </DescriptionRow>
        <DescriptionRow name="This engagement">
          <span className={styles.code}>{id}</span>
        </DescriptionRow>
      </DescriptionList>
    </section>
  )
}
