import type { DateOrder } from '@domain/importing/dates/date-text'
import { useEffect, useRef, useState } from 'react'
import { request } from '../../app/bridge'
import { AdoptionImport, type AdoptionPreview } from '../../storage/adoption-import'
import { readWhole } from '../../storage/opened-file'
import { useSession, useWorkspace } from '../../storage/queries'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ProgressBar } from '../../ui/progress-bar'
import { toast } from '../../ui/toast'
import { shortcuts } from '../../view-state/shortcuts'
import { runShortcut } from '../../view-state/use-shortcuts'
import type { Progress } from '../../workers/rpc'
import styles from './adoption.module.css'
import { ImportPreview } from './import-preview'

/** Takes in sign-ins, licensed users or figures of use, after a look at what they would bring. */
export default function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const session = useSession()
  const workspace = useWorkspace()
  const [preview, setPreview] = useState<AdoptionPreview>()
  const [working, setWorking] = useState<Progress>()
  const [problem, setProblem] = useState<string>()
  const importing = useRef<AdoptionImport>(undefined)
  useEffect(() => () => importing.current?.stop(), [])
  const body = useRef<HTMLDivElement>(null)
  // The button that had the focus is gone by now, and the keys of the dialog are heard within it.
  useEffect(() => {
    if (preview) body.current?.focus()
  }, [preview])

  /** Stopped by its user it says nothing; anything else that goes wrong is told, and nothing was stored. */
  async function doing(work: (current: AdoptionImport) => Promise<void>) {
    const current = importing.current
    if (!current) return
    setProblem(undefined)
    try {
      await work(current)
    } catch (error) {
      if (current === importing.current) setProblem(error instanceof Error ? error.message : String(error))
    }
    if (current === importing.current) setWorking(undefined)
  }

  async function choose() {
    try {
      const opened = await request('file.openImport')
      if (!opened) return
      const file = { name: opened.name, bytes: await readWhole(opened) }
      importing.current?.stop()
      importing.current = new AdoptionImport(session, workspace)
      setPreview(undefined)
      await doing(async (current) => {
        await current.read(file, undefined, setWorking)
        setPreview(await current.preview(undefined, setWorking))
      })
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }

  const answer = (order: DateOrder) =>
    doing(async (current) => setPreview(await current.preview(order, setWorking)))

  const store = () =>
    doing(async (current) => {
      // At once: who clicks twice imports once.
      setWorking({ step: 'Storing', done: 0, total: 0 })
      const change = await current.store(setWorking)
      onClose()
      if (!change) return
      toast({
        text: change.label,
        action: { label: 'Undo', keys: shortcuts.undo.keys, run: () => void runShortcut('undo') },
      })
    })

  function cancel() {
    importing.current?.stop()
    importing.current = undefined
    setWorking(undefined)
    setPreview(undefined)
  }

  const news = preview && preview.questions.length === 0 ? preview.created + preview.updated : 0
  return (
    <Dialog
      title="Import use"
      width="wide"
      onClose={onClose}
      onKeyDown={(event) => {
        const isWanted = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.repeat
        if (isWanted && news > 0 && !working) void store()
      }}
      actions={
        !working && (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button tone={preview ? 'default' : 'primary'} onClick={() => void choose()}>
              {preview ? 'Another file…' : 'Choose a file…'}
            </Button>
            {preview && (
              <Button tone="primary" keys="Mod+Enter" disabled={news === 0} onClick={() => void store()}>
                Import
              </Button>
            )}
          </>
        )
      }
    >
      <div ref={body} tabIndex={-1} className={styles.dialog}>
        {problem && <Banner tone="danger">{problem}</Banner>}
        {working && (
          <ProgressBar
            label={working.step}
            done={working.done}
            total={working.total || undefined}
            onCancel={cancel}
          />
        )}
        {!working && preview && <ImportPreview preview={preview} onAnswer={(order) => void answer(order)} />}
        {!working && !preview && (
          <p className={styles.quiet}>
            A login history (Username, Login Time, Status), a list of licensed users (Username, Department,
            Active, Last Login), or figures of use (date, user or group, feature, active_users, events), as
            CSV or Excel. Sign-ins that failed and those of programs are left out. What an earlier file has
            told counts once. You see what it brings before anything is stored.
          </p>
        )}
      </div>
    </Dialog>
  )
}
