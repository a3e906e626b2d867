import { formatInstant } from '@domain/time/format'
import { useState } from 'react'
import type { FolderState } from '../../storage/folder-sync'
import { useSession } from '../../storage/queries'
import { chooseSyncFolder, forgetSyncFolder, type SyncRound, showSyncFolder } from '../../storage/sync-folder'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { ConfirmDialog } from '../../ui/dialog'
import { toast } from '../../ui/toast'
import { shortcuts } from '../../view-state/shortcuts'
import { useFolderSync } from '../../view-state/use-folder-sync'
import { useShortcut } from '../../view-state/use-shortcuts'
import { useZone } from '../../view-state/use-zone'
import styles from './exchange.module.css'
import { counted } from './words'

/** The folder through which laptops stay the same without anybody handing files over. */
export function Folder() {
  const { id } = useSession()
  const { sync, state } = useFolderSync()
  const [leaving, setLeaving] = useState(false)
  const { folder } = state
  useShortcut('syncNow', () => void sync.look(), Boolean(folder))

  async function choose() {
    try {
      if (!(await chooseSyncFolder(id))) return
      await sync.readFolder()
      await sync.look()
    } catch (error) {
      toast({ text: error instanceof Error ? error.message : String(error), tone: 'danger' })
    }
  }

  async function leave() {
    setLeaving(false)
    await forgetSyncFolder(id)
    await sync.readFolder()
  }

  return (
    <section className={styles.panel} aria-labelledby="sync-folder">
      <h2 id="sync-folder" className={styles.panelTitle}>
        Sync folder
      </h2>
      {folder ? (
        <>
          <p>
            <strong>{folder}</strong> <Standing state={state} />
          </p>
          {state.problem && <Banner tone="warning">{state.problem}</Banner>}
          <PassedOver state={state} />
          {state.unlooked > 0 && (
            <Banner tone="warning">
              {counted(state.unlooked, 'file')} of the fullest folder not looked at: there are too many. Each
              laptop needs a few dozen at most; what something else has put there can be taken away.
            </Banner>
          )}
          <div className={styles.ways}>
            <Button
              icon="refresh"
              keys={shortcuts.syncNow.keys}
              pending={state.looking}
              onClick={() => void sync.look()}
            >
              Sync now
            </Button>
            <Button icon="folder" onClick={() => void showSyncFolder(id)}>
              Show it
            </Button>
            <Button tone="quiet" onClick={() => void choose()}>
              Choose another…
            </Button>
            <Button tone="quiet" onClick={() => setLeaving(true)}>
              Stop using it
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className={styles.quiet}>
            A folder that OneDrive, Syncthing or a stick carries between laptops. Each laptop writes only its
            own files there, so that nothing can collide, and takes in what the others wrote by itself.
          </p>
          <div className={styles.ways}>
            <Button icon="folder" disabled={folder === undefined} onClick={() => void choose()}>
              Choose a sync folder…
            </Button>
          </div>
        </>
      )}
      {leaving && (
        <ConfirmDialog
          title="Stop using the sync folder?"
          confirm="Stop using it"
          onConfirm={() => void leave()}
          onCancel={() => setLeaving(false)}
        >
          <p>
            This laptop looks into “{folder}” no more. Everything it has taken in stays, and the files in the
            folder stay where they are.
          </p>
        </ConfirmDialog>
      )}
    </section>
  )
}

function Standing({ state: { lookedAt, moved } }: { readonly state: FolderState }) {
  const zone = useZone()
  if (lookedAt === undefined) return <span className={styles.quiet}>not looked into yet</span>
  return (
    <span className={styles.quiet}>
      looked into {formatInstant(lookedAt, zone)}
      {moved ? `; ${movedText(moved)}` : '; nothing to bring or send'}
      {moved && moved.at !== lookedAt && ` ${formatInstant(moved.at, zone)}`}
    </span>
  )
}

function movedText({ brought, sent }: SyncRound): string {
  const parts = [
    brought > 0 && `brought ${counted(brought, 'change')}`,
    sent > 0 && `sent ${counted(sent, 'change')}`,
  ]
  return parts.filter((part) => part !== false).join(' and ')
}

const mostShown = 20

function PassedOver({ state: { passedOver } }: { readonly state: FolderState }) {
  if (passedOver.length === 0) return null
  return (
    <Banner tone="warning">
      <p>{counted(passedOver.length, 'file')} passed over. Each is tried again with the next look.</p>
      <ul className={styles.lines}>
        {passedOver.slice(0, mostShown).map(({ laptop, name, reason }) => (
          <li key={`${laptop}/${name}`}>
            {laptop}/{name}: {reason}
          </li>
        ))}
      </ul>
    </Banner>
  )
}
