import { useEffect, useState } from 'react'
import { bundlesTaken } from '../../storage/bundle-file'
import { useSession, useWorkspace } from '../../storage/queries'
import type { Change } from '../../storage/session'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { ConfirmDialog } from '../../ui/dialog'
import { VisuallyHidden } from '../../ui/visually-hidden'
import { useEngagementDoor } from '../../view-state/engagement-door'
import { useEveryChange } from '../../view-state/use-every-change'
import { useInstantText } from '../../view-state/use-zone'
import styles from './exchange.module.css'
import { counted, formatCount } from './words'
import { takingBack } from './works'

const mostShown = 50

/** Bundles that were taken in by hand, latest first, and the way to take one back. */
export function TakenList() {
  const { id, access } = useSession()
  const workspace = useWorkspace()
  const door = useEngagementDoor()
  const when = useInstantText()
  const taken = useTaken()
  const [asked, setAsked] = useState<Change | undefined>(undefined)
  if (taken.length === 0) return null

  return (
    <section className={styles.panel} aria-labelledby="taken">
      <h2 id="taken" className={styles.panelTitle}>
        Bundles taken in
      </h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>Bundle</th>
            <th>Taken in</th>
            <th>By</th>
            <th className={styles.number}>Changes</th>
            <th>
              <VisuallyHidden>Take back</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {taken.map((change) => (
            <tr key={change.id} className={change.undone ? styles.undone : undefined}>
              <td>
                {change.label} {change.undone && <Badge>Taken back</Badge>}
              </td>
              <td>{when(change.at)}</td>
              <td>{change.by}</td>
              <td className={styles.number}>{formatCount(change.operations)}</td>
              <td className={styles.number}>
                {!change.undone && (
                  <Button
                    tone="quiet"
                    icon="undo"
                    disabled={access.kind === 'read-only'}
                    aria-label={`Take back ${change.label}, ${when(change.at)}`}
                    onClick={() => setAsked(change)}
                  >
                    Take back
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked && (
        <ConfirmDialog
          title="Take this bundle back?"
          confirm="Take it back"
          tone="danger"
          onConfirm={() => door.work(takingBack(workspace, id, asked))}
          onCancel={() => setAsked(undefined)}
        >
          <p>
            The {counted(asked.operations, 'change')} of “{asked.label}” leave this engagement, as if the file
            had never been read. What was written on this laptop stays, and other laptops keep what they have.
          </p>
          <p>
            A backup is written first, and the engagement closes for a moment. Taking the file in again brings
            everything back.
          </p>
        </ConfirmDialog>
      )}
    </section>
  )
}

/** Read again after every change. */
function useTaken(): readonly Change[] {
  const { id } = useSession()
  const version = useEveryChange()
  const [taken, setTaken] = useState<readonly Change[]>([])
  useEffect(() => {
    void version
    let left = false
    void bundlesTaken(id, mostShown).then((found) => {
      if (!left) setTaken(found)
    })
    return () => {
      left = true
    }
  }, [id, version])
  return taken
}
